"""Synthetic values: each is well formed, checked where the format has a check digit, and belongs to nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.accuracy import check_digits as check
from benchmarks.accuracy import vocabulary as words

if TYPE_CHECKING:
    from random import Random

DIGITS = "0123456789"
PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
AREA_CODES = (
    "010",
    "021",
    "023",
    "025",
    "027",
    "028",
    "029",
    "0571",
    "0572",
    "0753",
    "0816",
    "0951",
    "0775",
    "0371",
    "0531",
    "0731",
    "0871",
)


def digits(rng: Random, count: int) -> str:
    """`count` random digits."""
    return "".join(rng.choices(DIGITS, k=count))


def birth_date(rng: Random, first: int = 1932, last: int = 2019) -> tuple[int, int, int]:
    """A year, month and day that every month has."""
    return rng.randint(first, last), rng.randint(1, 12), rng.randint(1, 28)


def compact(date: tuple[int, int, int]) -> str:
    """A date as YYYYMMDD."""
    return f"{date[0]:04d}{date[1]:02d}{date[2]:02d}"


def resident_id(rng: Random, birth: tuple[int, int, int], region: str = "", *, ending: str = "") -> str:
    """An 18-character resident ID; with `ending`, one whose check character is that."""
    region = region or rng.choice(words.REGIONS)
    while True:
        first17 = region + compact(birth) + digits(rng, 3)
        number = first17 + check.resident_id(first17)
        if not ending or number.endswith(ending):
            return number


def mistyped_id(rng: Random, birth: tuple[int, int, int]) -> str:
    """A resident ID with a typing error: a digit doubled, dropped or replaced."""
    number = resident_id(rng, birth)
    at = rng.randint(7, 16)
    kind = rng.choice(("double", "drop", "replace"))
    if kind == "double":
        return number[:at] + number[at] + number[at:]
    if kind == "drop":
        return number[:at] + number[at + 1 :]
    return number[:17] + rng.choice([c for c in DIGITS if c != number[17]])


def old_id(rng: Random, birth: tuple[int, int, int]) -> str:
    """A 15-digit resident ID (19xx births, no check digit)."""
    return rng.choice(words.REGIONS) + compact((birth[0] % 100 + 1900, birth[1], birth[2]))[2:] + digits(rng, 3)


def residence_permit(rng: Random, birth: tuple[int, int, int]) -> str:
    """A residence permit for people of Hong Kong, Macao or Taiwan."""
    return resident_id(rng, birth, rng.choice(("810000", "820000", "830000")))


def foreigner_id(rng: Random, birth: tuple[int, int, int]) -> str:
    """A permanent residence card of a foreigner, new (18 digits) or old (3 letters, 12 digits)."""
    if rng.random() < 0.25:
        return (
            rng.choice(("USA", "CAN", "GBR", "DEU", "JPN", "KOR", "FRA"))
            + rng.choice(words.REGIONS)[:4]
            + compact(birth)[2:]
            + digits(rng, 2)
        )
    first17 = (
        "9"
        + rng.choice(words.REGIONS)[:2]
        + rng.choice(("124", "840", "392", "410", "826", "276", "250"))
        + compact(birth)
        + digits(rng, 3)
    )
    return first17 + check.resident_id(first17)


def disability_id(rng: Random, resident: str) -> str:
    """A disability certificate: the resident ID, kind and grade, at times a reissue suffix."""
    return resident + str(rng.randint(1, 7)) + str(rng.randint(1, 4)) + rng.choice(("", "", "", "B1"))


def student_id(rng: Random, resident: str) -> str:
    """A national student number: G and the resident ID, or a temporary one."""
    if rng.random() < 0.8:
        return "G" + resident
    return "L" + rng.choice(words.REGIONS) + compact(birth_date(rng, 2005, 2018)) + digits(rng, 4)


def mobile(rng: Random) -> str:
    """An 11-digit mobile number."""
    return rng.choice(words.MOBILE_PREFIXES) + digits(rng, 8)


def landline(rng: Random) -> str:
    """A landline with area code and hyphen."""
    area = rng.choice(AREA_CODES)
    return area + "-" + rng.choice("2345678") + digits(rng, 7 if len(area) == 3 or rng.random() < 0.4 else 6)


def bank_card(rng: Random) -> str:
    """A card number that passes Luhn: UnionPay of 16, 18 or 19 digits, or one of an international scheme."""
    if rng.random() < 0.9:
        prefix = rng.choice(
            ("621700", "622848", "621226", "622202", "623052", "621799", "622588", "621661", "625965", "622700", "620522", "621098")
        )
        body = prefix + digits(rng, rng.choice((9, 12, 12, 12)))
    else:
        body = rng.choice(("4563", "4392", "5200", "5187")) + digits(rng, 11)
    return body + check.luhn(body)


def bank_account(rng: Random) -> str:
    """An account number of 10 to 21 digits, without a check digit."""
    return rng.choice("123456789") + digits(rng, rng.choice((9, 11, 13, 14, 15, 16, 17, 18, 19, 20)))


def passport(rng: Random) -> str:
    """A Chinese passport."""
    kind = rng.randint(0, 5)
    if kind <= 2:
        return "E" + digits(rng, 8)
    if kind == 3:
        return "E" + rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ") + digits(rng, 7)
    return rng.choice(("G", "DE", "SE", "PE", "D")).ljust(2, rng.choice(DIGITS)) + digits(rng, 7)


def home_return_permit(rng: Random) -> str:
    """港澳居民来往内地通行证."""
    return rng.choice("HM") + digits(rng, rng.choice((8, 8, 8, 10)))


def hkm_exit_permit(rng: Random) -> str:
    """往来港澳通行证."""
    return "C" + rng.choice((digits(rng, 8), rng.choice("ABCDEFGHJKLM") + digits(rng, 7)))


def taiwan_permit(rng: Random) -> str:
    """台湾居民来往大陆通行证, new or old."""
    return digits(rng, 8) if rng.random() < 0.7 else "0" + digits(rng, 9) + "(" + rng.choice("ABCD") + ")"


def taiwan_exit_permit(rng: Random) -> str:
    """往来台湾通行证."""
    return rng.choice("LT") + digits(rng, 8)


def military_id(rng: Random) -> str:
    """An officer's or soldier's card."""
    return rng.choice("军兵士文") + rng.choice(("字第", "")) + digits(rng, rng.choice((7, 8))) + rng.choice(("号", ""))


def plate(rng: Random) -> str:
    """A vehicle plate: usual, new energy, or special."""
    head = rng.choice(words.PROVINCE_SIGNS) + rng.choice("ABCDEFGHJK")
    sep = rng.choice(("", "", "·", "-", " "))
    kind = rng.random()
    if kind < 0.25:
        return head + sep + rng.choice("DF") + rng.choice(PLATE_LETTERS + DIGITS) + digits(rng, 4)
    tail = _serial(rng)
    return head + sep + (tail[:4] + rng.choice("学警挂") if kind > 0.92 else tail)


def _serial(rng: Random) -> str:
    """Five characters of a plate, of which at most two are letters."""
    places = rng.sample(range(5), k=rng.choice((0, 0, 1, 1, 2)))
    return "".join(rng.choice(PLATE_LETTERS if i in places else DIGITS) for i in range(5))


def email(rng: Random) -> str:
    """A private mailbox."""
    if rng.random() < 0.2:
        return qq(rng) + rng.choice(("@qq.com", "@vip.qq.com", "@163.com"))
    user = (
        rng.choice(words.PINYIN)
        + rng.choice(("", ".", "_", "-"))
        + rng.choice(words.PINYIN)
        + rng.choice(("", digits(rng, 2), digits(rng, 4)))
    )
    return user + "@" + rng.choice(words.MAIL_HOSTS)


def qq(rng: Random) -> str:
    """A QQ number."""
    return rng.choice("123456789") + digits(rng, rng.choice((6, 7, 8, 9, 9)))


def wechat(rng: Random) -> str:
    """A WeChat ID: a letter and 5 to 19 more characters."""
    if rng.random() < 0.2:
        return "wxid_" + "".join(rng.choices("abcdefghijkmnpqrstuvwxyz" + DIGITS, k=14))
    if rng.random() < 0.2:
        return "wxid_" + "".join(rng.choices("abcdefghijkmnpqrstuvwxyz" + DIGITS, k=14))
    return rng.choice(words.PINYIN) + rng.choice(("_", "-", "")) + digits(rng, rng.choice((4, 5, 6)))


def vin(rng: Random) -> str:
    """A vehicle identification number with its check character."""
    first = "L" + "".join(rng.choices(check.VIN_ALPHABET, k=7))
    last = rng.choice("ABCDEFGHJKLMNPR") + rng.choice(PLATE_LETTERS.replace("Q", "")) + digits(rng, 6)
    return first + check.vin(first, last) + last


def credit_code(rng: Random) -> str:
    """A unified social credit code; a third of them in digits only, as many real ones."""
    kind = rng.choice(("91", "91", "92", "11", "12", "51", "52", "93"))
    alphabet = DIGITS if rng.random() < 0.35 else check.USCC_ALPHABET
    first17 = kind + rng.choice(words.REGIONS) + "".join(rng.choices(alphabet, k=9))
    return first17 + check.credit_code(first17)


def password(rng: Random) -> str:
    """A password as a careless notice prints it."""
    return rng.choice(
        (
            rng.choice(words.PINYIN).title() + "@" + digits(rng, 4),
            "Abc" + digits(rng, 5) + "!",
            digits(rng, 6),
            rng.choice(words.PINYIN) + "#" + digits(rng, 3),
            "Zw" + digits(rng, 8),
        )
    )
