"""What kind of notice a document is, guessed from its title and the labels in it, with the words that speak for it.

A guess only suggests a policy; the user chooses one (``--policy``). DOMAIN section 5 lists the genres that are published.
"""

from __future__ import annotations

from govredact.models import Genre
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_TITLE = 300  # code points at the beginning of a text in which its title stands
_READ = 4000  # and in which its labels are looked for
_LONGEST_LINE = 60
_CLEAR, _LEAD = 4, 2
_TITLE_WEIGHT, _MOST_LABELS, _TABLE = 3, 3, 1
# Among the first lines of a sheet or a file stands the header of its table.
_HEADER_LINES = 8


class _Kind(NamedTuple):
    """Words of the title and of labels and headers that speak for one genre; ``policy`` is empty where the default serves."""

    name: str
    policy: str
    title: tuple[str, ...]
    labels: tuple[str, ...]


def _kind(name: str, title: str, labels: str, policy: str = "-") -> _Kind:
    # Words and no patterns: nothing has to be compiled, and a few hundred look-ups take no time.
    return _Kind(name, name if policy == "-" else policy, tuple(title.split("|")), tuple(labels.split("|")))


_KINDS = (
    _kind(
        "aid-list",
        "最低生活保障|低保|临时救助|特困|两项补贴|医疗救助|救助对象|救助名单|高龄补贴|高龄津贴|困难群众|孤儿|危房改造|公租房|公共租赁住房|住房保障|廉租|慰问|优抚|抚恤|残疾人补贴|失能",
        "救助金额|保障金额|补贴金额|补助金额|致困原因|致贫原因|困难原因|救助原因|低保类别|低保类型|保障类别|保障类型|残疾等级|残疾类别|保障人数|月补助|月补贴|补助标准|保障标准|月标准|改造方式|房屋等级|保障对象|优抚对象|家庭成员",
    ),
    _kind(
        "student-aid",
        "助学金|奖学金|学生资助|资助学生|受助学生|困难学生|雨露计划|营养改善|学前教育资助|教育资助|减免学费",
        "学籍号|资助金额|资助档次|学生姓名|受助学生|班级|学号|院系|专业",
    ),
    _kind("penalty", "行政处罚|处罚决定|处罚告知|处罚信息", "当事人|被处罚人|违法事实|违法行为|处罚依据|处罚内容|罚款|违法所得"),
    _kind(
        "procurement",
        "中标|成交公告|成交结果|采购公告|采购结果|采购合同|招标|竞争性磋商|竞争性谈判|询价|比选",
        "供应商|采购人|中标金额|成交金额|评审专家|评标委员会|采购编号|项目编号|代理机构",
    ),
    _kind(
        "recruitment",
        "招聘|招录|拟聘用|拟录用|考试成绩|面试名单|面试成绩|资格复审|体检名单|拟录取",
        "准考证号|笔试成绩|面试成绩|总成绩|综合成绩|岗位代码|报考岗位|招聘岗位|招聘单位",
    ),
    _kind(
        "petition",
        "信访|来信|留言|12345|诉求|网民|市长信箱|领导信箱|局长信箱|答复意见",
        "诉求|来信人|信访人|反映人|投诉人|来电人|办理结果|回复内容|答复内容|来信内容|来信时间|回复时间|答复时间",
    ),
    _kind(
        "land", "征地|土地征收|征收补偿|房屋征收|补偿安置|拆迁|青苗补偿", "被征收人|补偿款|补偿金额|征收面积|地上附着物|安置|权利人|青苗"
    ),
    _kind(
        "village",
        "村务公开|财务公开|三务公开|收支公布|村级|公益林|退耕还林|惠农|一卡通|粮食补贴|地力保护|种粮|选民|党务公开|村级财务|耕地补贴",
        "一卡通|补贴面积|承包面积|种植面积|选民|户名|发放金额|村组|组别|户主姓名|补助面积",
    ),
    _kind(
        "appointment", "任前公示|拟任|干部任免|任免职|任职公示|提拔|公示对象", "现任职务|拟任职务|拟任|出生年月|参加工作|政治面貌|中共党员"
    ),
    _kind("duty-roster", "值班表|值班安排|值守|轮值", "带班领导|值班人员|值班电话|值班时间|值班日期", ""),
)


def guess(texts: Iterable[str]) -> Genre | None:
    """The genre of a document with these texts (a page, a sheet, a body each), or None where it is not clear.

    The title counts three, each kind of label one (three at most, and one more where three head the
    columns of a table); a guess is clear with four, and two more than the next.
    """
    scores: dict[str, tuple[int, _Kind, tuple[str, ...]]] = {kind.name: (0, kind, ()) for kind in _KINDS}
    for text in texts:
        title = _title(text)
        for kind in _KINDS:
            score, evidence = _score(kind, title, text[:_READ])
            if score > scores[kind.name][0]:
                scores[kind.name] = (score, kind, evidence)
    first, second = sorted(scores.values(), key=lambda row: -row[0])[:2]
    if first[0] < _CLEAR or first[0] - second[0] < _LEAD:
        return None
    return Genre(first[1].name, first[1].policy, first[2])


def _title(text: str) -> str:
    """The short lines at the beginning of ``text`` that hold no cells."""
    lines = [line.strip("\t ") for line in text[:_TITLE].splitlines()[:6]]  # a sheet pads its title with empty cells
    return "\n".join([line for line in lines if len(line) <= _LONGEST_LINE and "\t" not in line and line.count("|") < 2])


def _score(kind: _Kind, title: str, text: str) -> tuple[int, tuple[str, ...]]:
    named = next((word for word in kind.title if word in title), "")
    found = [word for word in kind.labels if word in text]
    labels = found[:_MOST_LABELS]
    evidence = (*(("title:" + named,) if named else ()), *("label:" + word for word in labels))
    table = _TABLE if len(found) >= _MOST_LABELS and _heads_table(found, text) else 0
    return (_TITLE_WEIGHT if named else 0) + len(labels) + table, evidence


def _heads_table(labels: list[str], text: str) -> bool:
    """Whether three of the labels stand in one line of cells at the beginning."""
    lines = [line for line in text.split("\n", _HEADER_LINES)[:_HEADER_LINES] if "\t" in line or "|" in line or "," in line]
    return any(sum(label in line for label in labels) >= _MOST_LABELS for line in lines)
