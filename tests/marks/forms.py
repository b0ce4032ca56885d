"""Marks as they are written, and the texts around them: forms, each with the entity that must be found."""

from __future__ import annotations

from typing import NamedTuple

LEVELS = ("绝密", "机密", "秘密")
STARS = ("★", "☆", "※", " ★ ", "　★　", "·", "*", "＊")
TERMS = ("", "1年", "10年", "１０年", "长期", "6个月", "会议开始前", "启用前", "2030年12月31日")
INTERNAL = (
    "内部资料 注意保存",
    "内部资料，注意保存",
    "内部资料　不得外传",
    "内部文件",
    "内部资料",
    "内　部",
    "内 部 资 料",
    "内部刊物",
    "内部参考",
    "内部★3年",
    "仅供内部参考",
    "仅供内部使用",
    "本资料仅供内部学习使用，请勿外传",
    "仅供领导参阅",
    "不得翻印",
    "严禁外传",
    "请勿外传",
    "不得转发",
    "严禁上网",
    "严禁复制、外传",
    "注意保密",
    "请注意保存",
    "阅后收回",
    "阅后清退",
    "会后收回",
    "阅后请即销毁",
    "用后销毁",
    "请按密件管理",
    "内部讨论 请勿外传",
    "资料仅供参会人员参阅，会后收回",
    "公司内部资料",
    "未经许可不得外传",
    "此件不宜上网",
    "此文件仅供内部使用，不对外公开",
    "本材料会后请交回会务组。",
    "会议材料，会后由工作人员统一收回",
    "请于会后将材料交回会务组",
    "会后清退",
    "用毕请交还办公室",
)
DISCLOSURE = (
    "此件依申请公开",
    "此件不公开",
    "此件不予公开",
    "此件不宜公开",
    "本文件不予公开",
    "（此件依申请公开）",
    "(此件不公开)",
    "（依申请公开）",
    "（不予公开）",
    "公开属性：依申请公开",
    "公开方式：依申请公开",
    "公开属性： 不予公开",
    "公开类别:不公开",
    "【公开类别】依申请公开",
    "公开方式 依申请公开",
    "信息公开选项：依申请公开",
    "信息公开属性：不予公开",
    "是否公开：不予公开",
    "（公开属性：此件不公开）",
    "（此件不予公开，不得转载）",
    "此件不公开，严禁转发",
    "主动公开选项：不公开",
    "主动公开属性：不予公开",
    "公开选项：依申请公开",
    "发布属性：不公开",
    "政府信息主动公开类别：依申请公开",
    "是否主动公开：不公开",
    "主动公开 □ 依申请公开 ☑ 不予公开 □",
)
WORK = (
    *("工作秘密", "工作秘密★", "工作秘密★3年", "【工作秘密】", "（工作秘密）", "工 作 秘 密", "工作秘密 ★ 长期", "警务工作秘密★"),
    *("警务秘密★5年", "审判秘密★长期", "检察秘密★", "【警务秘密】", "税务工作秘密★3年"),
)
DRAFTS = (
    *("送审稿", "讨论稿", "代拟稿", "征求意见稿", "初稿", "草案", "修改稿", "审议稿", "送审稿第二稿", "讨论稿2", "内部讨论稿"),
    *("送审稿·第三稿", "讨论稿—二稿", "征求意见稿-第2稿"),
)
SECRETS = ("商业秘密", "普通商密★3年", "核心商密★长期", "含商业秘密")


class Form(NamedTuple):
    """A way to write a mark."""

    text: str
    entity: str


def classified() -> list[Form]:
    """Every level with every star and term, without a star, apart, upright, in brackets, behind a label."""
    found = [f"{level}{star}{term}" for level in LEVELS for star in STARS for term in TERMS]
    for level in LEVELS:
        first, second = level
        found += [level, f"{first} {second}", f"{first}　{second}", f"{first}    {second} ★ 1年"]
        found += [f"{first}\n{second}", f"{first}\n{second}\n★\n长期"]
        found += [f"【{level}】", f"（{level}）", f"({level})", f"[{level}★]", f"【{level}★10年】", f"〔{level}〕"]
        found += [f"密级：{level}", f"密级:{level}", f"密　级：{level}★5年", f"文件密级：{level}"]
        found += [f"密级：{level} 保密期限：10年", f"{level} 10年", f"{level}  长期"]
        found += [f"{level}级★1年", f"□公开 ☑{level}", f"本文件属国家秘密，密级为{level}，保密期限5年", f"此件属于{level}级国家秘密"]
    found += ["機密★1年", "絕密★長期", "機密", "絕密"]
    return [Form(text, "CLASSIFICATION_MARK") for text in found]


def blocking() -> list[Form]:
    """All forms of what must never be published."""
    rows = {"INTERNAL_MARK": INTERNAL, "DISCLOSURE_MARK": DISCLOSURE, "WORK_SECRET_MARK": WORK}
    return [*classified(), *(Form(text, entity) for entity, texts in rows.items() for text in texts)]


BODY = [
    "青山县人民政府文件",
    "青政发〔2026〕12号",
    "关于开展供水安全检查的通知",
    "各乡镇人民政府：",
    *(f"第{n}项工作由县水利局牵头，各乡镇配合，按时完成。" for n in "一二三四五六七八"),
    "请认真落实。",
    "青山县人民政府",
    "2026年3月1日",
]


def positions(mark: str) -> dict[str, list[str]]:
    """The lines of a document with the mark at each place where marks stand in texts."""
    return {
        "first line": [mark, *BODY],
        "below the number of the copy": ["000012", mark, *BODY],
        "beside the degree of urgency": ["000012", f"{mark}　　　　特急", *BODY],
        "on the right": ["000012", f"                                        {mark}", *BODY],
        "below the title": [*BODY[:3], mark, *BODY[3:]],
        "last line": [*BODY, mark],
        "alone": [mark],
    }


def in_the_middle(mark: str) -> list[str]:
    """A paragraph of its own inside a long text."""
    return [*BODY[:-3], *BODY[4:-3] * 3, mark, *BODY[4:]]


def beside_title(mark: str) -> dict[str, list[str]]:
    """In the line of the title, for marks in brackets."""
    return {"before the title": [f"【{mark}】{BODY[2]}", *BODY[3:]], "behind the title": [f"{BODY[2]}（{mark}）", *BODY[3:]]}
