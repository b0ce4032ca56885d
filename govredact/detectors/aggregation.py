"""数据汇聚: a list whose rows bring together several identifying values of one person each (name, ID, telephone, account, address).

One finding a list, not one a row: the reasons say how many persons and which kinds of values. It stands on the most telling cell of the
header (身份证号 before 电话, never 序号), or on the first value where there is no header; the role ``header`` says which: a header is
nobody's and may be shown. How many kinds and persons it takes is the policy's (``aggregation``).
"""

from __future__ import annotations

from govredact.context.people import LISTS, People
from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govredact.context.scan import Scan
    from govredact.lexicon import Hit

# Which values say the same of a person: two telephones are one kind.
_SAME = {"CN_LANDLINE": "CN_MOBILE", "BANK_ACCOUNT": "BANK_CARD", "CN_HMT_RESIDENCE_PERMIT": "CN_RESIDENT_ID"}
_KINDS = frozenset(
    {
        *(
            "PERSON",
            "CN_RESIDENT_ID",
            "CN_FOREIGNER_ID",
            "CN_HKM_PERMIT",
            "CN_TW_PERMIT",
            "CN_PASSPORT",
            "CN_MILITARY_ID",
            "CN_DISABILITY_ID",
        ),
        *("CN_STUDENT_ID", "CN_SOCIAL_SECURITY_CARD", "CN_DRIVER_LICENCE", "CN_MOBILE", "BANK_CARD", "HOME_ADDRESS", "BIRTH_DATE", "EMAIL"),
        *("QQ", "WECHAT", "CN_VEHICLE_PLATE", "MEDICAL_RECORD_NO", "HOUSEHOLD_NO", "PROPERTY_NO", "HEALTH_FACT", "SPECIAL_STATUS"),
    }
)
# Fields of header cells, the most telling first: an editor who sees 身份证号 marked knows why.
_TELLING = ("RESIDENT_ID", "ID_ANY", "BANK_CARD", "BANK_ACCOUNT", "MOBILE", "PHONE", "ADDRESS_HOME", "BIRTH_DATE", "HEALTH", "DISABILITY")
HEADER = "header"
_PUBLIC_ROLES = frozenset({"office", "official", "reporter", "contact", "results"})


class _List(NamedTuple):
    """The records of one list: where it begins, and the kinds of values in each record that has enough of them."""

    first: Candidate
    records: list[frozenset[str]]


def find(scan: Scan, settled: Sequence[Candidate]) -> Iterator[Candidate]:
    """One candidate for each list with enough persons."""
    for start, found in _lists(scan, settled).items():
        if len(found.records) < scan.settings.persons:
            continue
        common = frozenset.intersection(*found.records)
        kinds = sorted(common if len(common) >= scan.settings.kinds else found.records[0])
        why = (f"persons:{len(found.records)}", f"kinds:{'+'.join(kinds)}")
        label = _label(scan, start)
        place = (label.start, label.end) if label else (found.first.start, found.first.end)
        yield Candidate(*place, "AGGREGATION", 0.8, why, "aggregation", role=HEADER if label else "")


def _lists(scan: Scan, settled: Sequence[Candidate]) -> dict[int, _List]:
    """By the line of their header: each table, and as one more (-1) the records that have none."""
    values = [c for c in settled if _SAME.get(c.entity, c.entity) in _KINDS and c.action != "allow" and c.role not in _PUBLIC_ROLES]
    lists: dict[int, _List] = {}
    if len(values) + 1 < scan.settings.kinds:
        return lists
    people = People(scan, settled)
    reach, record = -1, list[Candidate]()
    for c in values:
        if c.start >= reach:
            _close(scan, people, record, lists)
            reach, record = people.record(c.start)[1], []
        record.append(c)
    _close(scan, people, record, lists)
    return lists


def _close(scan: Scan, people: People, record: Sequence[Candidate], lists: dict[int, _List]) -> None:
    """Puts the record into its list if it holds enough kinds of values; a name that only the header tells of counts too."""
    if len(record) + 1 < scan.settings.kinds:
        return
    kinds = {_SAME.get(c.entity, c.entity) for c in record}
    if "PERSON" not in kinds and people.in_list(record[0].start):
        kinds.add("PERSON")
    if len(kinds) < scan.settings.kinds:
        return
    lists.setdefault(people.header(record[0].start), _List(record[0], [])).records.append(frozenset(kinds))


def _label(scan: Scan, header: int) -> Hit | None:
    """The most telling label of the header line, else the first of a person, else the first; None where the list has no header."""
    if header < 0:
        return None
    return min(scan.labels_between(header, scan.line(header)[1]), key=_rank, default=None)


def _rank(label: Hit) -> int:
    field = label.entry.field
    if field in _TELLING:
        return _TELLING.index(field)
    return len(_TELLING) + (field not in LISTS)


DETECTOR = Detector(
    name="aggregation",
    entities=("AGGREGATION",),
    source="保守国家秘密法 (2024) art. 36 (数据汇聚、关联); GB/T 35273-2020; DOMAIN section 1",
    needs=_KINDS | frozenset(_SAME),
    on_settled=find,
    found=(
        Example(
            "姓名\t身份证号\t电话\n张三\t330106199003072415\t13800138000\n李四\t330106198503126382\t13900139000\n",
            "身份证号",
        ),
        Example(
            "户主：张三，身份证号330106199003072415，电话13800138000，账号150887460995180。\n"
            "户主：李四，身份证号330106198503126382，电话13900139000，账号165983916508135。\n",
            "张三",
        ),
    ),
    clean=(
        "姓名\t金额\n张三\t620\n李四\t500\n",
        "联系人：张三，电话138****8000，账号（略）",
        "姓名\t身份证号\t电话\n张三\t64*************326\t138****8000\n李四\t33*************382\t139****9000\n",
    ),
)
