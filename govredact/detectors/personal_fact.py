"""健康状况 and 特定身份 of a particular person: disease, disability, treatment; correction, faith, orphanhood …

The words come from the lists health and status; a cell under 病种, 残疾类别, 致贫原因 or 宗教信仰 counts whatever it says. Either is a
finding only where a person stands in the same record (``context.people``): a rule, a statistic, a hospital or a programme may say the
same words about nobody.
"""

from __future__ import annotations

from govredact.context.cells import labelled
from govredact.context.people import People
from govredact.context.standing import cell_at
from govredact.detectors.base import LABEL, Detector, Example, reasons
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.context.runs import Evidence
    from govredact.context.scan import Scan
    from govredact.lexicon import Hit

FACTS = frozenset({"HEALTH_FACT", "SPECIAL_STATUS"})
FIELDS = frozenset({"HEALTH", "DISABILITY", "POVERTY_REASON", "RELIGION"})
_LONGEST = 40  # a longer cell is prose: its words decide
# What such a column says of people who have nothing, and what operators write in place of what stood there.
_NOTHING = lazy.compile(
    "(?:无|没有|否|不是|非|未患病|健康|良好|较好|一般|正常|完好|未见异常|未见明显异常|阴性|合格|自理|完全自理|有|普通劳动力|技能劳动力"
    "|无残疾|无病史|无宗教信仰|不信教|不详|同上|\\\\|/|-|—|[*＊×█■●]|[0-9.,]){1,40}"
    "|[（(【\\[]?(?:略|已?隐去|已?删除|不公开|保密|已?脱敏|已?遮盖|[Xx]{2,})[）)】\\]]?"
    "|信息[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥]+|[A-Za-z]{24}"
)
_GRADE = lazy.compile("[1-4一二三四壹贰叁肆]级?")
_GRADE_CELL = lazy.compile('(?<=[\t|, "])(?:肢体|视力|听力|言语|智力|精神|多重)?[1-4一二三四壹贰叁肆]级(?=[\t|, "\n]|$)')
_REASON = lazy.compile("原因|理由|病|残|灾")
_ILL = lazy.compile("病|残|癌|瘤|症|手术|住院|医|伤|孕|失能|瘫|盲|聋")
_ILL_FIRST = lazy.compile("[一二三四壹贰叁肆1-4]级|肢体|视力|听力|言语|智力|精神|多重")
# 因患肺癌晚期 is one fact.
_BEFORE = lazy.compile(
    "(?:(?:身|罹|因|曾|现|已)?患有?|因|确诊(?:为|患)?|诊断(?:为|出)|查出|感染|突发|系|属于?)?"
    "(?:先天性?|急性|慢性|原发性?|转移性|双侧|左侧?|右侧?){0,2}"
    "(?:乳腺|胸腺|卵巢|子宫|宫颈|甲状腺|前列腺|胰腺|食[管道]|直?结?肠|胃部?|肝[脏部]?|肺部?|肾[脏部]?|脑[部干]?|颅脑|颅内|膀胱|胆[管囊]|鼻咽|口腔|喉部?|舌部?|皮肤|骨骼?|脊[柱髓]"
    "|腮腺|支气管|淋巴|血液|眼部?|心脏?|下肢|上肢)?$"
)
_AFTER = lazy.compile(
    "(?:早期|中期|晚期|后期|术后|手术|住院|前科|携带者?|感染者?|致贫|致困|返贫|治疗|综合[征症]|并发症|[（(]?[一二三四1234]级[）)]?|残疾(?:人)?|患者|人员)"
)
# Such a word names one who is like that: 艾滋病患者王某某.
_ONE = lazy.compile("(?:者|人员|对象|儿童|孤儿|老人|妇|人)$")
# 因颅脑外伤申请救助的范小龙.
_WHOSE = lazy.compile("[^，,。；;、：:\n\t|（）()]{0,8}的(?=[\u4e00-\u9fff])")
# In prose a name and the word must be tied: 张某患…, 李某因…, 王某系….
_TIE = lazy.compile("术后|致|后遗|患|因|确诊|诊断|[查检]出|发现|感染|突发|系|属|残|得了|病史|曾|被|吸食|怀|[是为有][^，。；]{0,6}$")
_DENIED = lazy.compile(
    "(?:未|无|没有|不是|并非|否认|排除|参加|举办|学习|研究|从事|主治|擅长|负责|预防|防治|防控|关于|开展|加强|包括|如|等)[^，。；\n]{0,4}$"
)
_GENDER = lazy.compile("[ \u3000][男女][ \u3000]")
# The word belongs to a programme, an office, a rule or a place.
_PROGRAMME = lazy.compile(
    "[^，。；、：:\n\t|]{0,6}(?:疫苗|防治|预防|防控|筛查|救助金|补贴|补助|管控|管理|工作|政策|办法|条例|制度|中心|医院|门诊|科(?![0-9])|机构|协会|联合会|专项|行动|知识|宣传|基金"
    "|保险|服务|家庭经济|数据|人数|率|例|标准|待遇|讲座|培训|会议|会诊|项目|评定|鉴定机构|学校|康复站|所)"
)


def find(scan: Scan, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """The facts of a passage that are tied to a person."""
    words = [hit for hit in scan.keywords if hit.entry.entity in FACTS]
    graded = list(_graded(scan, settled))
    if not words and not graded and not any(hit.entry.field in FIELDS for hit in scan.labels):
        return
    people = People(scan, settled)
    facts = sorted([*_labelled(scan, people), *_worded(scan, people, words), *graded], key=lambda c: (c.start, -c.end))
    reach = -1
    for fact in facts:  # a word inside a cell or a longer word says nothing more
        if fact.end > reach:
            reach = fact.end
            yield fact


def _graded(scan: Scan, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """The grade in the row of a disability number, whatever its column is called (等级)."""
    for c in settled:
        grade = _GRADE_CELL.search(scan.text, c.end, scan.line(c.end)[1]) if c.entity == "CN_DISABILITY_ID" else None
        if grade and grade.start() - c.end <= _LONGEST:
            yield Candidate(grade.start(), grade.end(), "HEALTH_FACT", 0.85, ("beside_identifier",), "personal_fact")


def _labelled(scan: Scan, people: People) -> Iterator[Candidate]:
    """What stands under or after a label of health, disability, hardship or faith."""
    for start, end, evidence in labelled(scan, FIELDS):
        start = people.behind(start, end)  # 救助原因：本人邓有福患直肠癌: the name is no part of the fact
        if start == end or not _is_set_off(scan.text, start, end, evidence):
            continue
        if _says_something(scan.text[start:end], evidence) and _is_somebodys(people, start, end, evidence):
            why = reasons(label=evidence.label, via=evidence.via)
            entity = _entity(scan.text[start:end], evidence.field)
            if scan.text.endswith(evidence.label, 0, start) and evidence.via == "before":
                start -= len(evidence.label)  # 残疾等级二级 is one fact
            yield Candidate(start, end, entity, 0.9, why, "personal_fact", LABEL)
            if evidence.field == "DISABILITY" and evidence.via == "column":
                yield from _grade_beside(scan, end)


def _grade_beside(scan: Scan, end: int) -> Iterator[Candidate]:
    """The grade in the row of a kind of disability, whatever its column is called (等级)."""
    grade = _GRADE_CELL.search(scan.text, end, min(scan.line(end)[1] + 1, end + _LONGEST))
    if grade:
        yield Candidate(*grade.span(), "HEALTH_FACT", 0.85, ("in_list",), "personal_fact")


def _is_set_off(text: str, start: int, end: int, evidence: Evidence) -> bool:
    """Whether the value is one: in a cell, or behind a colon; 病种质量 is a word that begins with a label, 残疾等级二级 is not."""
    return evidence.via != "before" or text[start - 1] in "：:为是 \u3000\t（(" or _ILL_FIRST.match(text, start, end) is not None


def _says_something(text: str, evidence: Evidence) -> bool:
    if len(text) > _LONGEST or _NOTHING.fullmatch(text):
        return evidence.field == "DISABILITY" and _GRADE.fullmatch(text) is not None
    if evidence.field == "POVERTY_REASON":
        # 困难类型, 救助类别: what kind of aid it is, unless the cell says more.
        return _REASON.search(evidence.label) is not None or _ILL.search(text) is not None
    return True


def _entity(text: str, field: str) -> str:
    if field == "RELIGION" or (field == "POVERTY_REASON" and not _ILL.search(text)):
        return "SPECIAL_STATUS"
    return "HEALTH_FACT"


def _is_somebodys(people: People, start: int, end: int, evidence: Evidence) -> bool:
    if evidence.via == "column" and people.in_list(start):
        return True
    first, last = people.before(start) if evidence.via == "column" else people.around(start, end)
    return people.named(first, last)


def _worded(scan: Scan, people: People, words: Sequence[Hit]) -> Iterator[Candidate]:
    """Words of the lists in a record of a person."""
    for hit in words:
        start, end = _whole(scan.text, hit.start, hit.end)
        start = people.behind(start, hit.start + 1)
        if _DENIED.search(scan.text, max(0, start - 12), start) or _PROGRAMME.match(scan.text, end) or _is_vaccine(scan, start):
            continue
        tied = _tied(scan, people, start, end)
        if tied:
            score = 0.85 if tied in ("list", "identified") else 0.65
            yield Candidate(start, end, hit.entry.entity, score, (f"lexicon:{hit.entry.lexicon}", _TIES[tied]), "personal_fact")


def _is_vaccine(scan: Scan, start: int) -> bool:
    """Whether the word stands under a header of vaccines, which are called after diseases (乙肝, 麻疹)."""
    cell = cell_at(scan, start) if "疫苗" in scan.text else None
    return cell is not None and any("疫苗" in header or "苗" in header[-2:] for header in cell.headers)


_TIES = {"list": "in_list", "identified": "beside_identifier", "named": "beside_name"}


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The fact with the words that belong to it: 因患 before it, 晚期 after it."""
    before = _BEFORE.search(text, max(0, start - 9), start)
    after = _AFTER.match(text, end)
    return before.start() if before else start, after.end() if after else end


def _tied(scan: Scan, people: People, start: int, end: int) -> str:
    """How a person stands in the record: "list", "identified", "named"; "" where none does."""
    first, last = people.record(start)
    row = scan.tables.block(start) is not None or "\t" in scan.text[first:last]
    if row:
        if people.in_list(start):
            return "list"
        return "identified" if people.identified(first, last) else "named" if people.named(first, last) else ""
    first = people.before(start)[0]
    if people.identified(first, last):
        return "identified"
    # In prose somebody is named who speaks about a disease: the word must be said of the person before or behind it.
    if _ONE.search(scan.text, start, end) and people.named(end, min(last, end + 5)):
        return "named"
    whose = _WHOSE.match(scan.text, end, last)
    if whose and people.named(whose.end(), min(last, whose.end() + 1)):
        return "named"
    tie = _TIE.search(scan.text, max(first, start - 8), end) or _is_clause(scan.text, start, end) or _ends_row(scan.text, first, start, end)
    return "named" if tie and people.named(first, start) else ""


def _is_clause(text: str, start: int, end: int) -> bool:
    """Whether the fact stands alone in a row of attributes: 李某，男，45岁，刑满释放人员，…"""
    return text[start - 1 : start] in tuple("，,、（(") and text[end : end + 1] in ("", *"，,、。；\n）)")


def _ends_row(text: str, first: int, start: int, end: int) -> bool:
    """Whether the fact stands apart in a row that blanks part and that tells a gender: 李某　男　56　糖尿病."""
    return (
        text[start - 1 : start] in tuple(" \u3000")
        and text[end : end + 1] in ("", *" \u3000\n")
        and _GENDER.search(text, first, start) is not None
    )


DETECTOR = Detector(
    name="personal_fact",
    entities=("HEALTH_FACT", "SPECIAL_STATUS"),
    source="GB/T 45574-2025 (sensitive personal information); 个人信息保护法 art. 28",
    on_settled=find,
    found=(
        Example("张某某，男，52岁，因患肺癌晚期住院", "因患肺癌晚期"),
        Example("李某，身份证号330122197903093562，精神残疾二级", "精神残疾二级"),
        Example("姓名\t残疾类别\t残疾等级\n张某\t肢体\t二级\n李某\t听力\t三级\n", "肢体"),
        Example("姓名\t致贫原因\n张某\t因病\n李某\t缺劳力\n", "因病"),
        Example("姓名\t致贫原因\n张某\t因病\n李某\t缺劳力\n", "缺劳力", "SPECIAL_STATUS"),
        Example("姓名\t金额\t备注\n张某\t620\t尿毒症\n李某\t500\t\n", "尿毒症"),
        Example("王某某，女，15岁，系孤儿", "系孤儿", "SPECIAL_STATUS"),
        Example("姓名：张某；诊断结果：高血压、糖尿病", "高血压、糖尿病"),
        Example("吸毒人员李某某，身份证号330122197903093562", "吸毒人员", "SPECIAL_STATUS"),
    ),
    clean=(
        "残疾人两项补贴发放公示",
        "开展高血压、糖尿病防治知识讲座",
        "加强吸毒人员管控工作，王某某，男，45岁任组长",
        "病种\t就诊人次\n肺癌\t120\n糖尿病\t300\n",
        "姓名\t健康状况\n张某\t良好\n李某\t健康\n",
        "重度残疾人护理补贴标准为每人每月80元",
        "孤儿基本生活保障制度",
        "张某某医生介绍，糖尿病患者要控制饮食",
        "致贫原因\t户数\n因病\t120\n因残\t80\n",
    ),
)
