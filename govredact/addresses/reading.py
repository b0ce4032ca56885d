"""Addresses in running text: tokens that stand close together are one address if there is enough among them that only addresses have."""

from __future__ import annotations

from govredact.addresses import divisions
from govredact.addresses.bounds import name_start, splits
from govredact.addresses.elements import (
    BUILDING,
    DIVISION,
    ESTATE,
    NUMBER,
    ORGAN,
    ROAD,
    STOP,
    VILLAGE,
    ZONE,
    Token,
    tokens,
)
from govredact.addresses.town import town_end
from govredact.addresses.words import NAME_ENDS
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS = "号栋幢座室单弄楼层组社屯户巷街院#队区期厢铺门房"
_ENDS = f"路街道巷村镇乡区市县苑厦厂场寓楼心院地{NAME_ENDS}"
_HAN = "\u4e00-\u9fff"
_PLACE_ENDS = "".join(sorted({*_UNITS, *_ENDS}))
_GROUP_SIGNS = "组屯队"
# A number with a unit, a number behind the end of a name, two numbers with a hyphen behind a name, a named group of a village.
# It begins with one set of characters, which is looked for several times faster than several alternatives are.
_ANCHOR = lazy.compile(
    f"[{_PLACE_ENDS}－—-](?:(?<=[0-9A-Za-z一二三四五六七八九十百][{_UNITS}])|(?=[ ]?[0-9A-Z])(?:(?<=[{_PLACE_ENDS}])|(?=[0-9])(?:"
    + "|".join(f"(?<=[{_HAN}]{'[0-9]' * n}.)" for n in range(1, 5))
    + f"))|(?<=[{_GROUP_SIGNS}])(?![织成长])(?:"
    + "|".join(f"(?<=[村场查]{'.' * n}.)" for n in range(1, 5))
    + "))"
)
# Numbers of documents and cases (〔2025〕55号, 第3号): what stands before their digits.
_NO_HOUSE_BEFORE = frozenset("第〔〕]字初终执监")
_HARD = frozenset('，。；：！？\n\t|,;:!“”"<>《》')
_HARD_STOP = lazy.compile('[，。；：！？\n\t|,;:!“”"<>《》]')
_BEFORE, _AFTER = 48, 80
# Characters between two tokens of one address: the longest name.
_FARTHEST = 10
_STRONG = lazy.compile("[号栋幢弄室]|单元|[0-9][-－—–~～][0-9A-Za-z]")
_STRONG_OR_FLOOR = lazy.compile("[号栋幢弄室楼层座区期]|单元|[0-9][-－—–~～][0-9A-Za-z]")
_PLACES = (ROAD, ESTATE, VILLAGE, BUILDING, ZONE)
# Characters of a name that may stand between a place and the number.
_NAME = 6
# Division or village, and group.
_FEWEST = 2
_HOUSE = lazy.compile("附?[0-9一二三四五六七八九十百].*(?:[号弄巷院#]|[-－—–][0-9]{1,4}|[0-9]{2,5}[A-Za-z]?$)")
_VILLAGE_UNIT = lazy.compile("[组社队屯号]")
_GROUP = lazy.compile("[组社队屯]$")
_ROOM = lazy.compile("[栋幢室弄]|单元|[0-9][-－—–~～][0-9A-Za-z]")
_DOOR = lazy.compile("[0-9]{2,5}[A-Za-z]?|[0-9一二三四五六七八九十]{1,3}[楼层座]|[A-Z][座楼馆区]")
_DIGIT_END = lazy.compile("[0-9]$")
_MEASURE = lazy.compile("[ ]?[元万亿千百人名个件次户岁年月日时分秒点天周起级届种项条款多余近余倍%％℃./:：]")
_CLOSING = ("）", ")")
_OPEN = lazy.compile("[（(][^（()）]*\\Z")
_REMARK = lazy.compile("[（(][^（()）\n]{1,20}[）)]")


class Address(NamedTuple):
    """[start, end) in code points, and the tokens in it."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    def has(self, *kinds: str) -> bool:
        """Whether a token of one of these kinds is among them."""
        return any(token.kind in kinds for token in self.tokens)


def find(text: str) -> Iterator[Address]:
    """The addresses of a text, from left to right. Time is linear: only what stands around a number in place is read."""
    done = 0
    for anchor in _ANCHOR.finditer(text):
        if anchor.start() < done or (anchor[0] == "号" and not _is_house(text, anchor.start())):
            continue
        first, group = _group_at(text, done, anchor.start())
        done = anchor.end()
        if group:
            done = max(done, group[-1].end)
            address = _address(text, first, group)
            if _is_address(text, address):
                yield address
                done = max(done, address.end)


def _is_house(text: str, sign: int) -> bool:
    """Whether the 号 at ``sign`` may be that of a house: no sign of a document's or a case's number stands before its digits."""
    begin = sign - 1
    while begin >= 0 and text[begin].isdigit():
        begin -= 1
    return begin < 0 or text[begin] not in _NO_HOUSE_BEFORE


def _group_at(text: str, done: int, anchor: int) -> tuple[int, list[Token]]:
    """The first group of tokens that reaches beyond ``anchor`` and holds a number, or a village and its group; else an empty one."""
    for first, group in _groups(text, *_window(text, done, anchor)):
        if group[-1].end > anchor and (any(token.kind == NUMBER for token in group) or _names_group(text, group)):
            return first, group
    return anchor, []


def _names_group(text: str, group: list[Token]) -> bool:
    """Whether it ends with a group of a village by its name (望山村河湾组)."""
    if len(group) < _FEWEST or group[-1].kind != VILLAGE or text[group[-1].end - 1] not in _GROUP_SIGNS:
        return False
    above = group[-2]
    return above.kind in (VILLAGE, ZONE, DIVISION) and above.end < group[-1].start + 1 <= above.end + _NAME


def _window(text: str, done: int, anchor: int) -> tuple[int, int]:
    """What can belong to an address around ``anchor``: the clause, at most ``_BEFORE`` and ``_AFTER`` characters."""
    first = max(done, anchor - _BEFORE)
    begins = next((at + 1 for at in range(anchor - 1, first - 1, -1) if text[at] in _HARD), first)
    ends = _HARD_STOP.search(text, anchor, anchor + _AFTER)
    return begins, ends.start() if ends else min(len(text), anchor + _AFTER)


def _groups(text: str, start: int, end: int) -> Iterator[tuple[int, list[Token]]]:
    """Tokens that belong together, each group with the first offset that its first name may reach back to."""
    group: list[Token] = []
    first = reach = start
    for token in tokens(text, start, end):
        begins = splits(text, reach, token.start, group[-1].kind in (ORGAN, BUILDING)) if group else -1
        if group and (token.kind == STOP or token.start - reach > _FARTHEST or begins >= 0 or _is_apart(text, reach, token)):
            yield first, group
            group, first = [], max(reach, begins)
        if token.kind == STOP:
            first = token.end
        else:
            group.append(token)
        reach = token.end
    if group:
        yield first, group


def _is_apart(text: str, reach: int, token: Token) -> bool:
    """Whether a plain number stands behind a space after what ended at ``reach``: another cell, not a room."""
    return token.kind == NUMBER and text[reach : token.start].isspace() and text[token.start : token.end].isdigit()


def _address(text: str, first: int, group: list[Token]) -> Address:
    start = name_start(text, first, group[0].start, group[0].end)
    end = group[-1].end
    if text[end : end + 1] in _CLOSING and _OPEN.search(text, start, end):
        end += 1
    remark = _REMARK.match(text, end)
    if remark and any(token.kind in (NUMBER, ROAD, ESTATE, VILLAGE) for token in tokens(text, remark.start() + 1, remark.end() - 1)):
        end = remark.end()
    return Address(start, end, tuple(group))


def _is_address(text: str, address: Address) -> bool:
    """Whether a number stands where only addresses have one, or a named group of a village in a known county or town."""
    if _names_group(text, list(address.tokens)) and town_end(text[address.start : address.end]):
        return True
    seen = _Seen(_begins_short(text, address))
    for token in address.tokens:
        if token.kind == NUMBER and (_counts(text, seen, token) or _counts_in(text, seen, token)):
            return True
        seen.add(text, token, address.start)
    return False


class _Seen:
    """What stands before a number in its address."""

    __slots__ = ("before", "divisions", "kind", "places", "short")

    def __init__(self, short: bool) -> None:
        self.before: Token | None = None
        self.short = short
        self.divisions = 0
        self.kind = ""
        self.places: set[str] = set()

    def add(self, text: str, token: Token, first: int) -> None:
        """Takes note of ``token``; a division counts where its name is that of a real one."""
        if token.kind == DIVISION:
            reach = max(self.before.end if self.before else first, token.start - divisions.LONGEST)
            self.divisions += any(divisions.level(text[start : token.end]) for start in range(reach, token.start))
        if token.kind in _PLACES and (token.kind != ESTATE or token.end - token.start > 1):
            self.places.add(token.kind)  # 港 in 巢县港1065 is too little beside a number that may be anything
        if token.kind != NUMBER:
            self.kind = token.kind
        self.before = token


def _counts(text: str, seen: _Seen, number: Token) -> bool:
    """Whether the number belongs to what stands before it: road and house, estate and building, building and room."""
    before = seen.before
    if before is None:
        return False
    written, gap = text[number.start : number.end], number.start - before.end
    strong = _STRONG.search(written) is not None
    if before.kind == NUMBER and gap <= 1 and text[before.end] != "、" and (strong or (seen.kind in _PLACES and _DOOR.fullmatch(written))):
        above = _STRONG_OR_FLOOR if seen.kind in _PLACES else _STRONG
        return above.search(text, before.start, before.end) is not None
    if before.kind == ROAD and gap <= 1 and _HOUSE.match(written):
        return True
    if before.kind == VILLAGE and gap <= _NAME and _VILLAGE_UNIT.search(written):
        return True
    if VILLAGE in seen.places and gap <= _NAME and _GROUP.search(written):
        return True  # 望山村肖庄7组
    return strong and gap <= _NAME and seen.kind in _PLACES and before.kind != DIVISION


def _counts_in(text: str, seen: _Seen, number: Token) -> bool:
    """Whether the number belongs to the names of real divisions, or to a road and a building, before it."""
    known = seen.divisions + seen.short
    if _DIGIT_END.search(text, number.start, number.end) and _MEASURE.match(text, number.end):
        return False
    if known and _ROOM.search(text, number.start, number.end):
        return True
    if seen.divisions and _STRONG.search(text, number.start, number.end):
        return True
    if not _DOOR.fullmatch(text, number.start, number.end):
        return False
    adjoins = seen.before is not None and seen.before.end == number.start
    places = len(seen.places)
    return known > 1 or (known == 1 and places > 0 and adjoins) or (places > 1 and adjoins and ROAD in seen.places)


def _begins_short(text: str, address: Address) -> bool:
    """Whether the address begins with the everyday name of a division (宁波朝晖路)."""
    start = address.start
    return not divisions.level(text[start : address.tokens[0].end]) and any(
        divisions.is_short(text[start:stop]) for stop in range(start + 2, min(start + 5, address.tokens[0].end))
    )
