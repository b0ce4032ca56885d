"""A list full of numbers, as it comes out of a workbook: TSV with a header."""

from __future__ import annotations

from random import Random

from govredact.numbers import bank_card, resident_id

HEADER = "序号\t户名\t身份证号\t手机号码\t银行卡号\t银行账号\t补贴金额\t发放日期\t文号\n"
REGIONS = ("330106", "330108", "510104", "420106", "110108", "440106", "320102", "610113")


def generate(megabytes: float, seed: int = 1) -> str:
    """About `megabytes` MB (UTF-8) of rows: serial, name, resident ID, mobile, card, 13-digit account, amount, date, document number."""
    rng = Random(f"table/{seed}")
    rows, size, number = [HEADER], 0, 0
    while size < megabytes * 1_000_000:
        number += 1
        rows.append(_row(rng, number))
        size += len(rows[-1]) + 14  # most of the Chinese characters of a row count three bytes
    return "".join(rows)


def _row(rng: Random, number: int) -> str:
    first17 = f"{rng.choice(REGIONS)}{rng.randint(1940, 2010)}{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}{rng.randrange(1000):03d}"
    body = f"621700{rng.randrange(10**12):012d}"
    cells = (
        str(number),
        rng.choice("王李张刘陈杨黄赵") + rng.choice("伟芳娜敏静丽强磊") + rng.choice("军洋勇艳杰娟涛明"),
        first17 + resident_id.check_char(first17),
        f"{rng.choice(('138', '159', '186', '177', '191'))}{rng.randrange(10**8):08d}",
        body + bank_card.check_digit(body),
        f"2{rng.randrange(10**12):012d}",
        f"{rng.randint(100, 99999)}.{rng.randrange(100):02d}",
        f"2024-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
        f"民发〔2024〕{rng.randint(1, 99)}号",
    )
    return "\t".join(cells) + "\n"
