"""Inputs that make a careless pattern quadratic: long runs of one thing. Time must grow as the input does."""

from __future__ import annotations

import time

from benchmarks.speed.result import Row, Section
from govredact import Engine

# name -> the unit that is repeated
UNITS = {
    "digits": "1",
    "digits of an ID": "33010619900307",
    "spaced digits": "1 ",
    "hyphenated digits": "1-",
    "dotted digits": "1.",
    "grouped cards": "6222 ",
    "mobiles without gaps": "13800138000",
    "mobiles": "13800138000，",
    "full-width digits": "１",
    "Chinese numerals": "一三八",
    "circled digits": "①",
    "zeros": "0",
    "zero-width characters": "\u200b",
    "digits and zero-width": "1\u200b",
    "stars": "*",
    "full-width stars": "＊",
    "masked runs": "1*",
    "spaces": " ",
    "ideographic spaces": "　",
    "tabs": "\t",
    "line ends": "\n",
    "digits and line ends": "1\n",
    "at signs": "@",
    "mail tries": "a@",
    "dots after at": "a@b.",
    "letters": "a",
    "mixed letters": "aB1",
    "brackets": "(",
    "plus signs": "+86",
    "colons": "：",
    "labels": "身份证号：",
    "labels and line ends": "账号\n",
    "short labels": "密码",
    "credentials": "用户名a密码b",
    "pipes": "|",
    "commas": ",",
    "table rows": "1\t2\n",
    "markdown rows": "| 1 |\n",
    "quotes": '"',
    "apostrophes": "'",
    "back slashes": "\\",
    "escapes": "\\u0031",
    "character references": "&#49;",
    "open references": "&#",
    "plates": "京A",
    "passports": "E1",
    "addresses": "10.",
    "roads and numbers": "路1",
    "houses": "望山路1号，",
    "divisions": "浙江省",
    "hex": "a:",
    "han": "的",
    "credit codes": "91330106MA2",
    "coordinates": "120.1234,",
    "stars of marks": "秘密★",
    "allow comments": "govredact:allow ",
    "certificates": "证件号码：12345678 ",
    "bare certificate labels": "证件号码：",
    "exam numbers": "准考证号：123456789 ",
    "property numbers": "房权证第 ",
    "officers": "军字第1",
    "vehicles": "车架号A1B2C3D4 ",
    "mail without at": "zhang # 163.",
    "degrees": "1°1′1″",
    "passwords": "密码：a1",
    "accounts": "账号：aaaa ",
    "weak masks": "330106********2415 ",
    "masked names": "李*明",
    "addresses with passwords": "x://a:b@",
    "tokens": "eyJaaaaaaaaa.",
    "private keys": "-----BEGIN PRIVATE KEY-----\n",
    "connection strings": "jdbc:mysql:",
    "IPv6": "fe80:",
    "gaps of keywords": "赌* ",
}
# How much more than four times as long a fourfold input may take; small times are noisy.
SLACK = 2.0
TOO_SLOW = 20.0


def worst_section(characters: int = 50_000) -> Section:
    """Each unit repeated to `characters` and to four times that; linear means about four times the time."""
    engine = Engine()
    engine.scan_text("预热 13800138000 330106199003070000")
    rows = [_row(engine, name, unit, characters) for name, unit in UNITS.items()]
    rows.sort(key=lambda row: -float(row.ratio or 0))
    notes = (
        f"Each unit repeated to {characters:,} and {4 * characters:,} characters, `scan_text`.",
        "The ratio is the second time over four times the first.",
    )
    return Section("Worst cases", "python -m benchmarks.speed --only worst", notes, tuple(rows))


def _row(engine: Engine, name: str, unit: str, characters: int) -> Row:
    small = min(_seconds(engine, unit * (characters // len(unit))) for _ in range(2))
    if small > TOO_SLOW:
        return Row(name, f"{small:.1f} s for {characters:,} characters, larger input not tried", "99", f"≤ {SLACK:g}", reached=False)
    large = min(_seconds(engine, unit * (4 * characters // len(unit))) for _ in range(2))
    # Below twenty milliseconds the clock decides, not the program.
    ratio = large / 4 / max(small, 0.02)
    return Row(
        name, f"{large * 1000:.0f} ms, {large / characters / 4 * 1e6:.2f} µs a character", f"{ratio:.2f}", f"≤ {SLACK:g}", ratio <= SLACK
    )


def _seconds(engine: Engine, text: str) -> float:
    started = time.process_time()
    engine.scan_text(text)
    return time.process_time() - started
