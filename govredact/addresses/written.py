"""An address as it is written, read once: what lies below the town, whether there is anything to hide, whether it is one at all."""

from __future__ import annotations

from govredact.addresses.elements import DIVISION, ESTATE, NUMBER, ROAD, STOP, VILLAGE, ZONE, tokens
from govredact.addresses.town import town_end
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from govredact.addresses.elements import Token

ELEMENTS = frozenset({NUMBER, DIVISION, ZONE, VILLAGE, ROAD, ESTATE})
# A number that is no token, behind a name: a typing error (金昌8FC1221室).
_SPELT = lazy.compile("[\u4e00-\u9fff]{2,20}[0-9A-Za-z]{1,10}+(?![元块个件次台辆套亩万亿吨米岁年月日项条])[0-9\u4e00-\u9fff]")
_FEWEST = 4
_BELOW_TOWN = frozenset({VILLAGE, ROAD, ESTATE})
_MASKED = lazy.compile(
    "[*＊×XxＸ■●□○某/—\\-_.…?？、，。 （）()]{1,30}"
    "|(?:同上|同前|无|暂无|不详|未知|未填|略|[（(]略[）)]|空|保密|从略|省略|不便公开|不公开|已[隐略删脱遮去屏提填报][\u4e00-\u9fff]{0,3}|见附件|见附表|/|详见.{0,10}|未[\u4e00-\u9fff]{1,3}|[本我外][省市县区镇乡村地]|城镇|农村)[。.]?"
)
# A form to fill in: 省 市 县 乡（镇） 村.
_FORM = lazy.compile("(?:省|市|县|区|旗|州|镇|乡|村|社区|街道|路|巷|组|社|号|楼|栋|幢|单元|室|小区|[（）()/、·_— \u3000])++")
_HIDDEN = lazy.compile("[*＊×Ｘ■●□○]|[Xx]{2,}|某")
_WORDY = lazy.compile(
    "须|应当|不得|可以|必须|填写|证明|信息|变更|制度|管理|登记|公开|隐私"
    "|是否|需要|要求|是指|一致|不符|派出所|改革|政策|人口|迁移|办理|材料|的"
)


class Written:
    """One address; what was read of it is kept."""

    __slots__ = ("_tokens", "_town", "value")

    def __init__(self, value: str) -> None:
        self.value = value
        self._town = -1
        self._tokens: tuple[Token, ...] | None = None

    @property
    def town(self) -> int:
        """The offset behind the town, or the next higher unit that is named; 0 where no unit is recognised."""
        if self._town < 0:
            self._town = town_end(self.value)
        return self._town

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its elements, from left to right."""
        if self._tokens is None:
            self._tokens = tuple(tokens(self.value, 0, len(self.value)))
        return self._tokens

    def is_wordy(self) -> bool:
        """Whether it is made of words of a rule and holds neither a number nor a division."""
        return _WORDY.search(self.value) is not None and not any(char.isdigit() for char in self.value) and not self.town

    def is_hidden(self) -> bool:
        """Whether nothing is left to hide: masked already, empty words, or no more than a town, also one that no list knows."""
        value = self.value
        return _MASKED.fullmatch(value) is not None or _FORM.fullmatch(value) is not None or not _is_open(value[self.town :])

    def has_detail(self) -> bool:
        """Whether it says something in the form of an address that is finer than a town: a number, or a road in a known city."""
        if len(self.value) < _FEWEST or _WORDY.search(self.value):
            return False  # 住在二楼
        end = self.town
        kinds = {token.kind for token in self.tokens if token.start > end or (token.start == end and token.kind == NUMBER)}
        return NUMBER in kinds or _SPELT.match(self.value) is not None or (end > 0 and not kinds.isdisjoint(_BELOW_TOWN))

    def has_form(self) -> bool:
        """Whether it reads as an address: an element with a name or a number before it, and no words of a rule."""
        if _WORDY.search(self.value):
            return False
        if self.town:
            return True
        for token in self.tokens:
            if token.kind == STOP:
                return False
            if token.kind in ELEMENTS and (token.start > 0 or token.kind == NUMBER):
                return True
        return False


def _is_open(rest: str) -> bool:
    """Whether ``rest``, what stands behind the town, shows more than masks and remarks."""
    if not rest.strip("，,。；;、 \u3000*＊×-—") or _MASKED.fullmatch(rest):
        return False
    return not _HIDDEN.search(rest) or any(char.isdigit() for char in rest)
