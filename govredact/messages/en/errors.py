"""One line for each error: what, where, what to do. ``CODE.KIND`` is more exact than ``CODE``."""

TEXTS = {
    "usage.other": "{message}",
    "usage.choice": "{option}: {value} is not one of {choices}.",
    "usage.choice_near": "{option}: {value} is not one of {choices}; did you mean {near}?",
    "usage.empty": "{option}: no entity type given; see govredact list entities.",
    "usage.number": "{option}: {value} is not a number of processes.",
    "usage.date": "{option}: {value} is not a date like 2026-11-21.",
    "usage.output": "{option}: write FORMAT:FILE, for example json:report.json.",
    "usage.no_value": "{option} takes no value.",
    "usage.needs_value": "{option} needs a value.",
    "usage.unknown_option": "There is no option {option}; did you mean {near}?",
    "usage.no_such_option": "There is no option {option}; see govredact {command} --help.",
    "usage.missing": "{name} is missing; see govredact {command} --help.",
    "usage.missing_choice": "{name} is missing: {choices}.",
    "usage.too_many": "{count} arguments too many; see govredact {command} --help.",
    "usage.unknown_command": "There is no command {name}; did you mean govredact {near}?",
    "usage.no_such_command": "There is no command {name}; see govredact --help.",
    "usage.path_first": "A command comes first: govredact scan PATH.",
}
