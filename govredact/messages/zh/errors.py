"""One line for each error: what, where, what to do. ``CODE.KIND`` is more exact than ``CODE``."""

TEXTS = {
    "usage.other": "{message}",
    "usage.choice": "{option}：{value} 不在可选值之内（{choices}）。",
    "usage.choice_near": "{option}：{value} 不在可选值之内（{choices}）；是否要用 {near}？",
    "usage.empty": "{option}：没有给出内容类型；见 govredact list entities。",
    "usage.number": "{option}：{value} 不是进程数。",
    "usage.date": "{option}：{value} 不是形如 2026-11-21 的日期。",
    "usage.output": "{option}：请写成 格式：文件，例如 json:report.json。",
    "usage.no_value": "{option} 不带值。",
    "usage.needs_value": "{option} 需要一个值。",
    "usage.unknown_option": "没有选项 {option}；是否要用 {near}？",
    "usage.no_such_option": "没有选项 {option}；见 govredact {command} --help。",
    "usage.missing": "缺少 {name}；见 govredact {command} --help。",
    "usage.missing_choice": "缺少 {name}:{choices}。",
    "usage.too_many": "多了 {count} 个参数；见 govredact {command} --help。",
    "usage.unknown_command": "没有命令 {name}；是否要用 govredact {near}？",
    "usage.no_such_command": "没有命令 {name}；见 govredact --help。",
    "usage.path_first": "请先写命令：govredact scan 路径。",
}
