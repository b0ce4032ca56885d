"""What the detectors of names share: whose name it is, and the candidate that says so.

A role comes from the label or the title beside a name. Officials, journalists and editors are PUBLIC_OFFICIAL: their names must be
published (政府信息公开条例 art. 20). Everybody else is PERSON, and the policy decides by role.
"""

from __future__ import annotations

from functools import lru_cache

from govredact.detectors.base import reasons
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.context.scan import Scan

OFFICIAL = "official"
# Known for what they achieved, or because something bears their name: 邓小平理论, 雷锋精神, 教授, 运动员.
FIGURE = "public_figure"
# Parts of labels and titles that protect who bears them.
_PROTECTED = (
    ("informant", ("举报", "检举", "控告", "投诉", "线索", "报案", "报警", "报料", "爆料", "Informant", "Complainant")),
    ("victim", ("被害", "受害", "被侵", "被性侵", "弃婴")),
    ("witness", ("证人", "目击", "证明人")),
    ("patient", ("吸毒", "戒毒", "精神", "艾滋", "感染", "确诊", "密切接触")),
    ("petitioner", ("反映", "诉求", "来电", "来信", "来访", "信访", "上访", "写信", "留言", "咨询", "求助", "提问", "回复对象")),
)
# Who is named for somebody else's sake: parents and guardians of a pupil, the family of a person who is helped.
RELATIVE = "relative"
_RELATIVES = lazy.compile(
    "(?:法定|学生|近|直系)?(?:监护人|家长|[父母]亲|父母|[养继][父母]|外?祖[父母]|爷爷|奶奶|外[公婆]|家属|亲属|配偶|妻子|丈夫|[抚赡扶]养人)"
    "|家庭成员|共同生活成员"
)
_ROLES = {
    "PERSON_MINOR": "minor",
    "CONTACT_PERSON": "office",
    "OFFICIAL": OFFICIAL,
    "LEGAL_REP": "legal_representative",
    "PERSON_OR_ORG": "party",
}
FIELDS = frozenset({"PERSON", "PERSON_PROTECTED", "SIGNATURE", *_ROLES})
_PARTIES = ("当事人", "被处罚", "行政相对人", "被执行人", "违法行为人", "违法当事人", "违法人", "违法者", "违法主体")
_EXPERTS = ("评审", "评标", "评委", "磋商", "谈判", "询价", "专家", "采购人代表", "验收专家", "论证专家", "参会专家")
_AUTHOR = "作者"
_STUDENTS = ("学生", "新生", "在校生", "xsxm", "Student")
_UNIVERSITY = lazy.compile("大学|学院|院系|本科|研究生|硕士|博士|大专|高职|高校")
_ABOVE = 120
_MOBILE = lazy.compile("(?<![0-9])1[3-9][0-9]{9}(?![0-9])")
_LANDLINE = lazy.compile("(?:电话[^0-9\n]{0,6}|0[0-9]{2,3}[-—－ )）]{1,2})[2-8][0-9]{6,7}(?![0-9])")
_ORGAN = lazy.compile("(?:局|委员会|政府|法院|检察院|管委会|办公室|学校|医院|大队|支队)")
_NEAR = 60


def role_of_label(scan: Scan, field: str, label: str, start: int, end: int, via: str = "") -> str:
    """The role that a label gives to the name ``[start, end)``."""
    if label == _AUTHOR and via == "column":
        return ""  # the pupils and citizens of a list of works; the author of a notice signs in a line of its own
    if field == "PERSON_PROTECTED":
        return role_of_word(label) or "petitioner"
    if field == "PERSON":
        if label.startswith((*_EXPERTS, *_PARTIES)):
            return "party"
        return role_of_word(label) or (RELATIVE if _RELATIVES.match(label) else "")
    role = _ROLES.get(field, "")
    if field == "PERSON_MINOR" and label.startswith(_STUDENTS) and _is_university(scan, start):
        return ""
    if role == "office" and not _MOBILE.search(scan.text, end, end + _NEAR) and _LANDLINE.search(scan.text, end, end + _NEAR):
        return OFFICIAL  # an office is called there, and its contact must be published
    if role == "legal_representative" and _ORGAN.search(scan.text, max(0, start - _NEAR), start):
        return OFFICIAL
    return role


def _is_university(scan: Scan, position: int) -> bool:
    """Whether the row, the head of its table or the lines above it speak of a university, so that the students are grown up."""
    block = scan.tables.block(position)
    top = block.start if block else scan.line(position)[0]
    first, last = scan.line(position)
    return (
        _UNIVERSITY.search(scan.text, max(0, top - _ABOVE), top + _ABOVE) is not None
        or _UNIVERSITY.search(scan.text, first, last) is not None
    )


def role_of_word(word: str) -> str:
    """The protected role that a label or title names; "" for none."""
    if word.startswith("被") and not word.startswith(("被害", "被侵", "被性侵")):
        return ""  # 被举报人 is not protected
    for role, parts in _PROTECTED:
        if any(part in word for part in parts):
            return role
    return ""


def person(start: int, end: int, score: float, why: tuple[str, ...], detector: str, role: str, rank: int) -> Candidate:
    """A PERSON, or a PUBLIC_OFFICIAL where the role says so."""
    if role == OFFICIAL:
        return Candidate(start, end, "PUBLIC_OFFICIAL", score, why, detector, rank, "official")
    return Candidate(start, end, "PERSON", score, why, detector, rank, role)


@lru_cache(1024)
def layer(name: str, *more: str, label: str = "", via: str = "") -> tuple[str, ...]:
    """Reasons that begin with the layer that found a name."""
    return reasons(f"layer:{name}", *more, label=label, via=via) if label else (f"layer:{name}", *more)
