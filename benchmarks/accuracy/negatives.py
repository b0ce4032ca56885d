"""What stands behind the placeholders that are public: look-alikes of private values, office data, masked values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.accuracy import check_digits as check
from benchmarks.accuracy import subject, values
from benchmarks.accuracy import vocabulary as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def _date(rng: Random) -> tuple[int, int, int]:
    return values.birth_date(rng, 2012, 2025)


def _date_text(rng: Random) -> str:
    year, month, day = _date(rng)
    return rng.choice(
        (f"{year}年{month}月{day}日", f"{year}-{month:02d}-{day:02d}", f"{year}.{month:02d}.{day:02d}", f"{year}年{month:02d}月")
    )


def _document_number(rng: Random) -> str:
    year, number = rng.randint(2008, 2025), rng.randint(1, 399)
    head = rng.choice(("政办发", "民发", "环罚", "市监处罚", "教函", "人社规", "府办字", "财采", "建许", "司救"))
    left, right = rng.choice(("〔〕", "[]", "（）", "【】", "()", "﹝﹞"))
    return (
        rng.choice(("", rng.choice(words.PROVINCE_SIGNS), "渝", "浙"))
        + head
        + left
        + str(year)
        + right
        + rng.choice(("第", ""))
        + str(number)
        + "号"
    )


def _index_number(rng: Random) -> str:
    head = rng.choice(
        (
            values.credit_code(rng),
            "0" + values.digits(rng, 8),
            "K" + values.digits(rng, 8),
            "11" + rng.choice(words.REGIONS) + values.digits(rng, 10),
        )
    )
    year = rng.randint(2010, 2025)
    return f"{head}/{year}{rng.choice(('', f'{rng.randint(1, 12):02d}'))}-{rng.randint(1, 99999):05d}"


def _project_code(rng: Random) -> str:
    parts = (
        str(rng.randint(2016, 2025)),
        rng.choice(words.REGIONS),
        f"{rng.randint(1, 89):02d}",
        f"{rng.randint(1, 5):02d}",
        values.digits(rng, 6),
    )
    return "-".join(parts)


def _serial(rng: Random) -> str:
    # Region, date and serial: the shape that passes an ID check now and then.
    return rng.choice(words.REGIONS) + values.compact(_date(rng)) + values.digits(rng, 4)


def _order(rng: Random) -> str:
    return rng.choice(("", "D", "SF", "YT", "HT", "PO", "ZB")) + values.digits(rng, rng.choice((12, 13, 15, 16, 18, 18, 19)))


def _isbn(rng: Random) -> str:
    body = "9787" + values.digits(rng, 8)
    whole = body + check.isbn13(body)
    return rng.choice((whole, f"978-7-{whole[4:7]}-{whole[7:12]}-{whole[12]}"))


def _amount(rng: Random) -> str:
    number = rng.randint(10**4, 10**10)
    return rng.choice(
        (f"{number}元", f"{number:,}.{values.digits(rng, 2)}元", f"{number / 10000:.2f}万元", f"¥{number:,}.00", f"{number}.00")
    )


def _big_count(rng: Random) -> str:
    return values.mobile(rng) if rng.random() < 0.7 else str(rng.randint(10**6, 10**12))


def _land_parcel(rng: Random) -> str:
    year, number = rng.randint(2015, 2025), rng.randint(1, 160)
    region = rng.choice(words.REGIONS)
    return rng.choice(
        (
            f"G({year}){number:03d}",
            f"{region}{values.digits(rng, 6)}GB{values.digits(rng, 5)}",
            f"{year}-{number:02d}号地块",
            f"{region}{values.digits(rng, 12)}",
            f"XC{year}{values.digits(rng, 6)}",
        )
    )


def _case_number(rng: Random) -> str:
    year = rng.randint(2014, 2025)
    court = rng.choice(words.PROVINCE_SIGNS) + rng.choice(("", "01", "0106", "0227"))
    return f"（{year}）{court}{rng.choice(('民初', '行终', '执', '刑初', '破申'))}{rng.randint(1, 19999)}号"


def _page_id(rng: Random) -> str:
    day = values.compact(_date(rng))
    return rng.choice(
        (
            f"t{day}_{values.digits(rng, 7)}.html",
            f"art_{values.digits(rng, 10)}_{values.digits(rng, 8)}.html",
            f"content_{values.digits(rng, 13)}.htm",
            f"id={values.digits(rng, 11)}",
            f"{day}/{_hash(rng, 32)}.shtml",
        )
    )


def _hash(rng: Random, size: int = 0) -> str:
    return "".join(rng.choices("0123456789abcdef", k=size or rng.choice((24, 32, 40, 64))))


def _hotline(rng: Random) -> str:
    return rng.choice(
        (
            "12345",
            "12388",
            "12333",
            "12315",
            "12337",
            "12369",
            "110",
            "119",
            "120",
            "96110",
            "95598",
            "95588",
            "400-" + values.digits(rng, 3) + "-" + values.digits(rng, 4),
            "800" + values.digits(rng, 7),
        )
    )


def _office_phone(rng: Random) -> str:
    number = values.landline(rng)
    area, rest = number.split("-")
    last = int(rest[-2:])
    return rng.choice(
        (
            number,
            number,
            f"{area} {rest}",
            f"（{area}）{rest}",
            f"{area}－{rest}",
            f"{number}转{rng.randint(1, 9)}0{rng.randint(1, 9)}",
            f"{number}、{rest[:-2]}{(last + 1) % 100:02d}",
            rest,
            f"{number}（传真）",
        )
    )


def _office_address(rng: Random) -> str:
    head = rng.choice(("", rng.choice(words.CITIES))) + rng.choice(words.DISTRICTS)
    return (
        head
        + rng.choice(words.ROADS)
        + f"{rng.randint(1, 400)}号"
        + rng.choice(
            (
                "",
                f"{rng.randint(1, 9)}楼",
                f"行政中心{rng.choice('ABC')}座{rng.randint(2, 19)}0{rng.randint(1, 9)}室",
                "政务服务中心二楼12号窗口",
            )
        )
    )


def _masked(rng: Random) -> str:
    phone, area = values.mobile(rng), rng.choice(values.AREA_CODES)
    return rng.choice(
        (
            f"{phone[:3]}****{phone[7:]}",
            f"{phone[:3]}＊＊＊＊{phone[7:]}",
            f"{area}-****{values.digits(rng, 3)}",
            "****-*******",
            f"{phone[:3]}xxxxxxxx",
            "XXX",
            "×××××××××××",
            "（略）",
        )
    )


def _masked_id(rng: Random) -> str:
    number = values.resident_id(rng, values.birth_date(rng))
    return rng.choice(
        (
            f"{number[:2]}*************{number[15:]}",
            "*" * 18,
            "XXXXXXXXXXXXXXXXXX",
            f"{number[:1]}****************{number[17]}",
            "（已隐去）",
            "略",
            f"{number[:10]}********",
            f"{number[:6]}************",
        )
    )


def _masked_card(rng: Random) -> str:
    number = values.bank_card(rng)
    return rng.choice(
        (f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}", f"{'*' * (len(number) - 4)}{number[-4:]}", f"尾号{number[-4:]}")
    )


def _masked_name(rng: Random) -> str:
    surname = rng.choice(words.SURNAMES)
    return surname + rng.choice(("某", "某某", "*", "**", "XX", "××"))


def _standard(rng: Random) -> str:
    return rng.choice(
        (
            f"GB {rng.randint(1000, 45999)}-{rng.randint(1995, 2024)}",
            f"GB/T {rng.randint(1000, 45999)}.{rng.randint(1, 9)}-20{rng.randint(10, 24)}",
            f"HJ{rng.randint(100, 999)}-2017",
            f"DB33/T {rng.randint(100, 2999)}—2022",
        )
    )


def _licence(rng: Random) -> str:
    return rng.choice(
        (
            f"JY{values.digits(rng, 14)}",
            f"国药准字H{values.digits(rng, 8)}",
            f"SC{values.digits(rng, 14)}",
            f"京网文〔2021〕{values.digits(rng, 4)}-{values.digits(rng, 3)}号",
            f"浙食药监械经营许{values.digits(rng, 8)}号",
            f"{values.credit_code(rng)}001X",
            f"({rng.choice(words.PROVINCE_SIGNS)})JZ安许证字[2019]{values.digits(rng, 6)}",
        )
    )


def _site_code(rng: Random) -> str:
    return rng.choice(
        (
            f"{rng.choice(words.PROVINCE_SIGNS)}ICP备{values.digits(rng, 8)}号-1",
            f"{rng.choice(words.PROVINCE_SIGNS)}公网安备{rng.choice(words.REGIONS)}02{values.digits(rng, 6)}号",
            f"网站标识码：{rng.choice(words.REGIONS)}{values.digits(rng, 4)}",
        )
    )


def _version(rng: Random) -> str:
    return f"V{rng.randint(1, 12)}.{rng.randint(0, 20)}.{rng.randint(0, 20)}.{rng.randint(1000, 99999)}"


def _service_code(rng: Random) -> str:
    return rng.choice(
        (
            "11" + rng.choice(words.REGIONS) + values.digits(rng, 8) + rng.choice("0123456789X") + "3" + values.digits(rng, 12),
            f"{rng.choice(words.REGIONS)}{values.digits(rng, 2)}-{values.digits(rng, 5)}-{values.digits(rng, 3)}",
        )
    )


def _timestamp(rng: Random) -> str:
    return (
        values.compact(_date(rng))
        + f"{rng.randint(0, 23):02d}{rng.randint(0, 59):02d}{rng.randint(0, 59):02d}"
        + rng.choice(("", values.digits(rng, 3)))
    )


PUBLIC: dict[str, Callable[[Random], str]] = {
    "docno": _document_number,
    "indexno": _index_number,
    "projectcode": _project_code,
    "serial": _serial,
    "order": _order,
    "isbn": _isbn,
    "amount": _amount,
    "bigcount": _big_count,
    "parcel": _land_parcel,
    "caseno": _case_number,
    "pageid": _page_id,
    "hash": _hash,
    "hotline": _hotline,
    "officephone": _office_phone,
    "officeaddress": _office_address,
    "masked": _masked,
    "maskedid": _masked_id,
    "maskedcard": _masked_card,
    "maskedname": _masked_name,
    "standard": _standard,
    "licence": _licence,
    "sitecode": _site_code,
    "version": _version,
    "servicecode": _service_code,
    "timestamp": _timestamp,
    "date": _date_text,
    "uscc": values.credit_code,
    "year": lambda rng: str(rng.randint(2016, 2025)),
    "n1": lambda rng: str(rng.randint(1, 9)),
    "n2": lambda rng: str(rng.randint(10, 99)),
    "n3": lambda rng: str(rng.randint(100, 999)),
    "n4": lambda rng: str(rng.randint(1000, 9999)),
    "n6": lambda rng: str(rng.randint(10**5, 10**6 - 1)),
    "n8": lambda rng: str(rng.randint(10**7, 10**8 - 1)),
    "n11": lambda rng: "2" + values.digits(rng, 10),
    "n14": lambda rng: "3" + values.digits(rng, 13),
    "n16": lambda rng: "3" + values.digits(rng, 15),
    "n20": lambda rng: "8" + values.digits(rng, 19),
    "money": lambda rng: f"{rng.randint(100, 99999)}.{values.digits(rng, 2)}",
    "area": lambda rng: f"{rng.randint(1, 99999)}.{values.digits(rng, 2)}",
    "percent": lambda rng: f"{rng.randint(1, 99)}.{rng.randint(0, 9)}%",
    "office": lambda rng: rng.choice(words.DISTRICTS) + rng.choice(words.OFFICES),
    "company": lambda rng: rng.choice(words.CITIES) + rng.choice(words.COMPANIES),
    "bank": lambda rng: rng.choice(words.BANKS),
    "school": lambda rng: rng.choice(words.CITIES) + rng.choice(words.SCHOOLS),
    "disease": lambda rng: rng.choice(words.DISEASES),
    "city": lambda rng: rng.choice(words.CITIES),
    "district": lambda rng: rng.choice(words.DISTRICTS),
    "town": lambda rng: rng.choice(words.TOWNS),
    "village": lambda rng: rng.choice(words.VILLAGES),
    "road": lambda rng: rng.choice(words.ROADS),
    "estate": lambda rng: rng.choice(words.ESTATES),
    "sexword": lambda rng: rng.choice("男女"),
    "age": lambda rng: str(rng.randint(18, 92)),
    "postcode": lambda rng: values.digits(rng, 6),
    "somebody": subject.person_name,
    "grade": lambda rng: rng.choice("一二三四"),
    "clock": lambda rng: f"{rng.randint(8, 17)}:{rng.choice(('00', '30'))}",
}
