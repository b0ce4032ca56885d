"""大小写金额不一致: an amount written in characters (壹万贰仟元整) beside figures that say something else."""

from __future__ import annotations

from govredact.detectors.base import Detector, Example
from govredact.models import Candidate
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from govredact.context.scan import Scan

_DIGITS = {char: value for value, chars in enumerate(("零〇", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖")) for char in chars}
_UNITS = {"拾": 10, "佰": 100, "仟": 1000}
_WORDS = "零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿"
_INTEGER = lazy.compile(f"[{_WORDS}]{{1,30}}$")
_REST = lazy.compile(f"[元圆](?:整|正|([{_WORDS[2:11]}])角(?:整|正|([{_WORDS[2:11]}])分)?|零?([{_WORDS[2:11]}])分)")
_FIGURES = lazy.compile("[¥￥]?\\s?([0-9]{1,3}(?:[,，][0-9]{3}){1,4}|[0-9]{1,14})(\\.[0-9]{1,6})?\\s?(万元|亿元|元|万|亿)?")
# How far from the words the figures may stand: in brackets behind them, or before them.
_NEAR = 24
_SCALE = {"万元": 10_000, "亿元": 100_000_000, "万": 10_000, "亿": 100_000_000}


def find(scan: Scan, start: int, _end: int) -> Iterable[Candidate]:
    """The amount in words around the anchor, its 元, if figures stand beside it and none of them agrees."""
    text = scan.text
    words = _INTEGER.search(text, max(0, start - 30), start)
    rest = _REST.match(text, start)
    if not words or not rest:
        return
    cents = value_of(words[0]) * 100 + _cents(rest)
    line = scan.line(start)
    before = [f for f in _FIGURES.finditer(text, max(line[0], words.start() - _NEAR), words.start()) if _is_amount(f)]
    behind = [f for f in _FIGURES.finditer(text, rest.end(), min(line[1], rest.end() + _NEAR)) if _is_amount(f)]
    beside = [*before[-1:], *behind[:1]]
    if beside and all(_figure_cents(f) != cents for f in beside):
        yield Candidate(words.start(), rest.end(), "NUMBER_MISMATCH", 0.85, ("amount_in_words",), "amount_in_words")


def value_of(words: str) -> int:
    """The whole number that capital numerals state: 壹万贰仟零伍拾 is 12,050."""
    total = section = digit = 0
    for char in words:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _UNITS:
            section += (digit or 1) * _UNITS[char]
            digit = 0
        else:
            section, digit = section + digit, 0
            if char == "亿":
                total = (total + section) * 100_000_000
            else:
                total += section * 10_000
            section = 0
    return total + section + digit


def _cents(rest: re.Match[str]) -> int:
    tenths, hundredths, alone = rest.groups()
    return _DIGITS.get(tenths, 0) * 10 + _DIGITS.get(hundredths or alone, 0)


def _is_amount(figures: re.Match[str]) -> bool:
    """Whether the figures are marked as money: by a sign or a unit, or by cents."""
    match = figures[0]
    return match[0] in "¥￥" or match.endswith(("元", "万", "亿")) or match[-3:-2] == "."


def _figure_cents(figures: re.Match[str]) -> int:
    whole, fraction, unit = figures.groups()
    number = int(whole.replace(",", "").replace("，", "")) * 100
    scaled = number * _SCALE.get(unit, 1)
    digits = (fraction or ".")[1:]
    return int(scaled + (int(digits) * 100 * _SCALE.get(unit, 1) // 10 ** len(digits) if digits else 0))


DETECTOR = Detector(
    name="amount_in_words",
    entities=("NUMBER_MISMATCH",),
    source="支付结算办法 annex 1 (正确填写票据和结算凭证的基本规定)",
    anchors=("元整", "圆整", "元正", "圆正", "元壹角", "元贰角", "元叁角", "元肆角", "元伍角", "元陆角", "元柒角", "元捌角", "元玖角"),
    on_anchor=find,
    found=(
        Example("处罚款人民币壹万贰仟元整（¥13,000.00）", "壹万贰仟元整"),
        Example("中标金额：12500元（大写：壹万贰仟元整）", "壹万贰仟元整"),
    ),
    clean=(
        "处罚款人民币壹万贰仟元整（¥12,000.00）",
        "合同价为1.2万元（大写：壹万贰仟元整）",
        "处罚款贰万元整，限15日内缴纳",
        "人民币叁佰肆拾伍元陆角柒分（345.67元）",
    ),
)
