"""姓名 behind a label (申请人：…) or under the header of a column."""

from __future__ import annotations

from functools import partial

from govredact.detectors.base import LABEL, Detector, Example
from govredact.detectors.person_rows import is_label, is_word_for_name
from govredact.detectors.persons import FIELDS, layer, person, role_of_label
from govredact.names import free, values
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govredact.context.scan import Scan, Value
    from govredact.models import Candidate

# What a label without a colon adds to a name that begins right behind it: 投诉人胡晓明反映….
_DIRECT = 30
# The ends of labels that can only name persons, directly behind which also an unusual name is one.
_OF_PERSONS = ("人", "者", "户", "户主", "员", "生", "原告", "被告", "对象", "儿童", "配偶", "妻子", "丈夫")
_OFFICE = frozenset({"OFFICIAL", "LEGAL_REP", "CONTACT_PERSON"})
# How sure a column of names makes a cell that is a frequent word: a person looks at it.
_WORD = 0.6
_CLOSES = frozenset("】]）)》")
# Posts of firms, which are published with a bid only: in prose, as in a report of an accident, their bearers are private.
_OF_FIRMS = ("项目经理",)


def find(scan: Scan, value: Value) -> Iterable[Candidate]:
    """The names that stand where the label says."""
    field, label, via = value.evidence
    text = scan.text
    if via != "column" and "\u4e00" <= text[value.start - 1 : value.start] <= "\u9fff":
        yield from _direct(scan, value)
        return
    if via == "column" and _is_governed(scan, value):
        return
    if text[value.start : value.start + 1] in _CLOSES:
        value = value._replace(start=value.start + 1)  # 【姓名】张三
    names = list(values.read(text, value.start, value.end, column=via == "column", label=label))
    if not names and (is_word_for_name(scan, value) if via == "column" else values.is_called(text, value.start, value.end, label)):
        names.append(values.Read(value.start, value.end, _WORD, "unusual"))
    for number, found in enumerate(names):
        if number and text[found.end : found.end + 1] in (":", "："):
            break  # 业主：张三，房号：…: the next label
        if (found.form == "foreign" and label.isascii()) or is_label(scan, found.start, found.end):
            continue  # Name: Internet Explorer; 当事人 above 原告：…
        role = role_of_label(scan, field, label, found.start, found.end, via)
        why = layer("column" if via == "column" else "label", *([found.form] if found.form else []), label=label, via=via)
        yield person(found.start, found.end, found.score, why, "person_label", role, LABEL)


def _is_governed(scan: Scan, value: Value) -> bool:
    """Whether the cell to the left is a label of persons: in a form, 承办人｜张三 below 姓名 is what its own label says."""
    block = scan.tables.block(value.start)
    if block is None:
        return False
    column = scan.tables.column(block, value.start)
    cell = scan.tables.cell(block, scan.line(value.start)[0], column - 1) if column else None
    if cell is None:
        return False
    start, end = cell
    return any(hit.start == start and hit.end == end and hit.entry.field in _OFFICE for hit in scan.labels_between(start, start + 1))


def _direct(scan: Scan, value: Value) -> Iterable[Candidate]:
    if value.evidence.label.startswith(_OF_FIRMS):
        value = value._replace(evidence=value.evidence._replace(field="PERSON_OR_ORG"))
    role_at = partial(role_of_label, scan, value.evidence.field, value.evidence.label)
    why = layer("label", label=value.evidence.label, via="before")
    drawn = values.drawn_apart(scan.text, value.start)
    if drawn:
        yield person(value.start, drawn, 0.8, (*why, "apart"), "person_label", role_at(value.start, drawn), LABEL)
        return
    guess = free.at(scan.text, value.start, _DIRECT)
    if guess is None and value.evidence.label.endswith(_OF_PERSONS):
        end = values.unusual(scan.text, value.start)
        if end:
            yield person(value.start, end, 0.5, (*why, "unusual"), "person_label", role_at(value.start, end), LABEL)
        return
    if guess is None or guess.evidence.after in ("place", "org", "emblem", "polite", "official_after"):
        return
    score = 0.8 if guess.margin >= _DIRECT else 0.5
    yield person(guess.start, guess.end, score, why, "person_label", role_at(guess.start, guess.end), LABEL)


DETECTOR = Detector(
    name="person_label",
    entities=("PERSON", "PUBLIC_OFFICIAL"),
    source="个人信息保护法 art. 4; 政府信息公开条例 arts. 15, 20",
    fields=FIELDS,
    on_value=find,
    found=(
        Example("姓名：欧阳文慧", "欧阳文慧"),
        Example("申请人王秀兰，身份证号码另附", "王秀兰"),
        Example("投诉人胡晓明反映小区噪音扰民", "胡晓明"),
        Example("户主：买买提·艾力", "买买提·艾力"),
        Example("姓名\t性别\n林 芳\t女\n才让卓玛\t女", "林 芳"),
        Example("姓名\t性别\n阳光\t女\n", "阳光"),
        Example("责任编辑：周文静", "周文静", "PUBLIC_OFFICIAL"),
    ),
    clean=(
        "姓名：张*",
        "姓名\t电话\n王某某\t0571-********\n",
        "姓名：李某某",
        "姓名：如实填写",
        "申请人应当提交材料",
        "当事人：某某科技有限公司",
        "联系人：王主任",
        "户主变更登记",
    ),
)
