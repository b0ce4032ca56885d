"""``pseudonymize``: 人员甲, 人员乙 …: the same value gets the same pseudonym within one run, so that a reader can tell people apart.

Pseudonyms hold no digits, which might join those beside them. With the office's key they depend on the value alone and stay
the same over runs and processes; without one they are numbered in order of first use.
"""

from __future__ import annotations

from govredact.errors import ConfigError
from govredact.operators.base import significant
from govredact.operators.telephone import prefix_length
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govredact.operators.base import OperatorContext

STEMS = "甲乙丙丁戊己庚辛壬癸"
_SIGNS = STEMS + "子丑寅卯辰巳午未申酉戌亥"
_KEYED_LENGTH = 8  # 22 signs: one collision among a million values is unlikely
_NOUNS = {
    "PERSON": "人员",
    "HOME_ADDRESS": "地址",
    "CN_MOBILE": "电话",
    "CN_LANDLINE": "电话",
    "EMAIL": "邮箱",
    "BANK_CARD": "账户",
    "BANK_ACCOUNT": "账户",
    "CN_VEHICLE_PLATE": "车辆",
    "VIN": "车辆",
    "BIRTH_DATE": "日期",
    "QQ": "账号",
    "WECHAT": "账号",
}
_ID_NOUN, _OTHER_NOUN = "证件", "信息"
# Every pseudonym that this operator writes: eight signs with a key, else a count.
WRITTEN = lazy.compile(
    f"(?:{'|'.join(sorted({*_NOUNS.values(), _ID_NOUN, _OTHER_NOUN}))})(?:[{_SIGNS}]{{{_KEYED_LENGTH}}}|[{STEMS}]{{1,4}}(?![{_SIGNS}]))"
)


def apply(value: str, args: Sequence[str], context: OperatorContext) -> str:  # noqa: ARG001 - every operator has this form
    """The pseudonym of ``value``; ConfigError where there is neither a key nor a table for the run."""
    noun = _noun(context.entity)
    if value.startswith(noun) and value[len(noun) :] and not value[len(noun) :].strip(_SIGNS):
        return value
    read = _read(value, context.entity)
    if context.key:
        return noun + _keyed(f"{noun}\0{read}", context.key)
    if context.pseudonyms is None:
        raise ConfigError("pseudonymize needs a key or a table of the run's pseudonyms", kind="pseudonym_key", operator="pseudonymize")
    return noun + _ordinal(context.pseudonyms.number(noun, read))


def _noun(entity: str) -> str:
    return _NOUNS.get(entity, _ID_NOUN if entity.startswith("CN_") else _OTHER_NOUN)


def _read(value: str, entity: str) -> str:
    """What makes two writings one value: separators, case and +86 do not count."""
    start = prefix_length(value) if entity in ("CN_MOBILE", "CN_LANDLINE") else 0
    return "".join([value[position] for position in significant(value) if position >= start]).upper()


def _ordinal(number: int) -> str:
    """甲 … 癸, 甲甲, 甲乙 …: counting with ten signs and no zero."""
    signs = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, len(STEMS))
        signs = STEMS[digit] + signs
    return signs


def _keyed(text: str, key: bytes) -> str:
    import hmac  # only with a key

    number = int.from_bytes(hmac.digest(key, f"pseudonym\0{text}".encode("utf-8", "surrogatepass"), "sha256"), "big")
    signs = []
    for _ in range(_KEYED_LENGTH):
        number, digit = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[digit])
    return "".join(signs)
