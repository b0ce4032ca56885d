"""车牌号, the registration number of a vehicle (GA 36-2018), without the dot that plates and documents put in it.

Province, letter of the issuing office, five of 0-9 and A-Z without I and O, the last possibly 学 警 挂 港 澳 领 使 试 超;
new-energy vehicles have six: a letter first (D or F and those that followed, A–K) or last, the rest digits, for small
ones the second may be a letter. Embassies: 使 + 6 digits. Armed police: WJ, perhaps a province, 4 digits, a digit or letter. Military: two
letters, five digits.

>>> kind("浙A12345"), kind("浙AD12345"), kind("浙A1234学"), kind("浙I12345")
('ordinary', 'new_energy', 'special', '')
"""

from __future__ import annotations

PROVINCES = frozenset("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")
_LETTERS = frozenset("ABCDEFGHJKLMNPQRSTUVWXYZ")
_DIGITS = frozenset("0123456789")
_SERIAL = _LETTERS | _DIGITS
_LAST = frozenset("学警挂港澳领使试超")
_ENERGY = frozenset("ABCDEFGHJK")
_MILITARY = frozenset("VKHBSLJNGCZEF")


def kind(value: str) -> str:
    """``ordinary``, ``new_energy``, ``special`` (a Han suffix), ``embassy``, ``police`` (WJ), ``military``, or ``""`` for no plate.

    A military plate is two letters and five digits, which many other numbers are too: believe it only beside a label.
    """
    first = value[:1]
    if first in PROVINCES and value[1:2] in _LETTERS:
        return _civil(value[2:])
    if first == "使":
        return "embassy" if len(value) == 7 and _DIGITS.issuperset(value[1:]) else ""
    if value.startswith("WJ"):
        serial = value[3:] if value[2:3] in PROVINCES else value[2:]
        return "police" if len(serial) == 5 and _DIGITS.issuperset(serial[:4]) and serial[4] in _SERIAL else ""
    military = len(value) == 7 and first in _MILITARY and value[1] in _LETTERS and _DIGITS.issuperset(value[2:])
    return "military" if military else ""


def _civil(serial: str) -> str:
    if len(serial) == 5 and _SERIAL.issuperset(serial[:4]):
        if serial[4] in _LAST:
            return "special"
        return "ordinary" if serial[4] in _SERIAL and not _DIGITS.isdisjoint(serial) else ""
    return "new_energy" if len(serial) == 6 and _is_new_energy(serial) else ""


def _is_new_energy(serial: str) -> bool:
    small = serial[0] in _ENERGY and serial[1] in _SERIAL and _DIGITS.issuperset(serial[2:])
    return small or (serial[5] in _ENERGY and _DIGITS.issuperset(serial[:5]))
