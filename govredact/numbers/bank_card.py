"""银行卡号, the number on a bank card (ISO/IEC 7812).

Thirteen to nineteen digits, the last a Luhn check digit: from the right every second digit is doubled (9 subtracted
above 9) and the sum of all is a multiple of ten. UnionPay cards begin with 62 and have 16–19 digits. One random number
in ten passes, so the prefix (the bank identification number) is a second hint, never a proof; cards of before 2015 carry
prefixes outside 62.

>>> is_valid("6222021234567890128"), network("6222021234567890128")
(True, 'unionpay')
>>> is_valid("6222021234567890127")
False
"""

from __future__ import annotations

_PLAIN = bytes((char - 48) % 10 for char in range(256))
_DOUBLED = bytes((0, 2, 4, 6, 8, 1, 3, 5, 7, 9)[(char - 48) % 10] for char in range(256))

# (first digits from, to, lengths, network); the prefixes of one row are equally long. ISO/IEC 7812 and the networks' own pages.
_RANGES = (
    ("62", "62", (16, 17, 18, 19), "unionpay"),
    ("81", "81", (16, 17, 18, 19), "unionpay"),
    ("34", "34", (15,), "amex"),
    ("37", "37", (15,), "amex"),
    ("300", "305", (14, 16), "diners"),
    ("36", "36", (14, 16, 19), "diners"),
    ("3528", "3589", (16, 17, 18, 19), "jcb"),
    ("4", "4", (13, 16, 19), "visa"),
    ("51", "55", (16,), "mastercard"),
    ("2221", "2720", (16,), "mastercard"),
    # Debit cards that Chinese banks issued before the 62 prefixes (工行 9558, 农行 103 and 95599, 中行 6013, 邮储 95510 …).
    ("103", "103", (19,), "domestic"),
    ("60", "60", (16, 17, 18, 19), "domestic"),
    ("68", "69", (16, 17, 18, 19), "domestic"),
    ("90", "90", (16, 17, 18, 19), "domestic"),
    ("94", "96", (16, 17, 18, 19), "domestic"),
    ("98", "99", (16, 17, 18, 19), "domestic"),
)


def luhn_holds(digits: str) -> bool:
    """Whether a string of ASCII digits satisfies the Luhn formula; ``False`` for anything else and for the empty string."""
    if not (digits.isdecimal() and digits.isascii()):
        return False
    data = digits.encode()
    return (sum(data[-1::-2].translate(_PLAIN)) + sum(data[-2::-2].translate(_DOUBLED))) % 10 == 0


def check_digit(body: str) -> str:
    """The Luhn digit that completes ``body``; ValueError when that is not a string of ASCII digits."""
    if not (body.isdecimal() and body.isascii()):
        raise ValueError("a Luhn digit is made from digits")
    data = body.encode()
    return str(-(sum(data[-1::-2].translate(_DOUBLED)) + sum(data[-2::-2].translate(_PLAIN))) % 10)


def is_valid(value: str) -> bool:
    """Whether ``value`` can be a card number: 13–19 digits, the first not 0, Luhn digit."""
    return 13 <= len(value) <= 19 and value[0] != "0" and luhn_holds(value)


def network(value: str) -> str:
    """The network whose prefix and length ``value`` has (``unionpay``, ``visa`` …, ``domestic``); ``""`` for none. A hint only."""
    for first, last, lengths, name in _RANGES:
        if first <= value[: len(first)] <= last and len(value) in lengths:
            return name
    return ""
