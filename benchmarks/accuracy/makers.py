"""What stands behind the placeholders of the templates that are private: `{id}`, `{mobile/cn}`, `{home}` …

A maker takes the random source, the person of the line and the wanted form ("" for any) and returns a piece of text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.accuracy import subject, surface, values
from benchmarks.accuracy import vocabulary as words
from benchmarks.accuracy.draft import Piece

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    Maker = Callable[[Random, subject.Subject, str], Piece]


def _written(kind: str, mix: str, pick: Callable[[Random, subject.Subject], str], grouping: str = "", action: str = "mask") -> Maker:
    """A maker that writes a value in one of the forms of `mix`."""

    def make(rng: Random, who: subject.Subject, form: str) -> Piece:
        text, used = surface.write(rng, pick(rng, who), mix, form, grouping)
        return Piece(text, kind, action, form=used)

    return make


def _lower_x(rng: Random, who: subject.Subject, _form: str) -> Piece:
    return Piece(values.resident_id(rng, who.birth, ending="X").lower(), "ID_CARD", form="lower")


def _id_cross(rng: Random, who: subject.Subject, _form: str) -> Piece:
    text, used = surface.write(rng, values.resident_id(rng, who.birth, ending="X"), "id", "cross")
    return Piece(text, "ID_CARD", form=used)


def _home_phone(rng: Random, _who: subject.Subject, form: str) -> Piece:
    area, rest = values.landline(rng).split("-")
    if form == "local":
        return Piece(rest, "LANDLINE", form=form)
    text = rng.choice(
        (f"{area}-{rest}", f"{area}-{rest}", f"{area} {rest}", f"({area}){rest}", f"（{area}）{rest}", f"{area}{rest}", f"{area}－{rest}")
    )
    return Piece(text, "LANDLINE", form="landline")


def birth_text(rng: Random, birth: tuple[int, int, int]) -> str:
    """A birth date in one of the usual spellings."""
    year, month, day = birth
    return rng.choice(
        (
            f"{year}年{month}月{day}日",
            f"{year}年{month:02d}月{day:02d}日",
            f"{year}-{month:02d}-{day:02d}",
            f"{year}.{month}.{day}",
            f"{year}/{month}/{day}",
            f"{year}{month:02d}{day:02d}",
            f"{year} 年 {month} 月 {day} 日",
            f"{year}年{month}月{day}日".translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}),
        )
    )


def _spelt(rng: Random, who: subject.Subject, form: str) -> Piece:
    """In Chinese numerals, or with two digits of the year, or the month alone: only where 出生 or 生 stands beside it."""
    year, month, day = who.birth
    numerals = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")

    def small(number: int) -> str:
        tens, ones = divmod(number, 10)
        return numerals[number] if number <= 10 else ("" if tens == 1 else numerals[tens]) + "十" + numerals[ones]

    spelt = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    forms = {
        "han": f"{spelt}年{small(month)}月{small(day)}日",
        "month": rng.choice((f"{year}年{month}月", f"{year}.{month:02d}", f"{year}-{month:02d}")),
        "monthword": f"{year}年{month}月",
        "short": f"{year % 100:02d}年{month}月",
    }
    return Piece(forms[form], "BIRTH", form=form)


def _fact(kind: str, pick: Callable[[Random], str]) -> Maker:
    return lambda rng, _who, _form: Piece(pick(rng), kind, "review")


def _pupil_age(rng: Random, _who: subject.Subject, _form: str) -> Piece:
    return Piece(f"{rng.randint(3, 15)}{rng.choice(('岁', '周岁'))}", "MINOR_DATA", "review")


def _pupil_class(rng: Random, _who: subject.Subject, _form: str) -> Piece:
    text = f"{rng.choice('一二三四五六')}年级{rng.choice((f'{rng.randint(1, 9)}班', f'（{rng.randint(1, 9)}）班', ''))}"
    return Piece(text, "MINOR_DATA", "review")


def _birth(rng: Random, who: subject.Subject, _form: str) -> Piece:
    return Piece(birth_text(rng, who.birth), "BIRTH")


def _name(rng: Random, who: subject.Subject, _form: str) -> Piece:
    text = who.name
    if len(text) == 2 and rng.random() < 0.1:
        text = text[0] + "　" + text[1]
    return Piece(text, "PERSON", "review")


def _student_name(_rng: Random, who: subject.Subject, _form: str) -> Piece:
    # A student list may show names; which of them are flagged depends on policies that come later.
    return Piece(who.name, "PERSON", "review", tolerated=True)


def _official(rng: Random, _who: subject.Subject, _form: str) -> Piece:
    return Piece(subject.person_name(rng), "PERSON", "allow", tolerated=True)


def _weak_id(rng: Random, who: subject.Subject, _form: str) -> Piece:
    # Region and last four (the custom), all but the last four, all but month and day, all but the last one.
    number, star = who.resident_id, rng.choice("**＊X")
    first, last = rng.choice(((6, 14), (6, 14), (14, 18), (10, 14), (17, 18)))
    return Piece(number[:first] + star * (last - first) + number[last:], "WEAK_MASK")


def _weak_mobile(rng: Random, who: subject.Subject, _form: str) -> Piece:
    at, count = rng.randint(3, 8), rng.choice((2, 3))
    return Piece(who.mobile[:at] + "*" * count + who.mobile[at + count :], "WEAK_MASK")


def _secret(rng: Random, _who: subject.Subject, _form: str) -> Piece:
    return Piece("".join(rng.choices("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789", k=rng.choice((24, 32, 40)))), "CREDENTIAL")


def _half_masked_card(rng: Random, who: subject.Subject, _form: str) -> Piece:
    number, at = who.card, rng.randint(6, 10)
    return Piece(number[:at] + rng.choice("*＊") * 3 + number[at + 3 :], "WEAK_MASK")


def _rounded_id(_rng: Random, who: subject.Subject, _form: str) -> Piece:
    number = who.resident_id
    return Piece(f"{number[0]}.{number[1:15]}E+17", "ID_ROUNDED")


def _float_mobile(_rng: Random, who: subject.Subject, _form: str) -> Piece:
    return Piece(who.mobile + ".0", "MOBILE", form="float")


def _login_address(rng: Random, _who: subject.Subject, _form: str) -> Piece:
    text = f"http://10.{rng.randint(1, 200)}.{rng.randint(0, 255)}.{rng.randint(2, 250)}:{rng.choice((80, 8080, 8443))}/login"
    return Piece(text, "CREDENTIAL", tolerated=True)


def _user_name(rng: Random, _who: subject.Subject, _form: str) -> Piece:
    return Piece(rng.choice(("admin", "gov", "user", "oa")) + values.digits(rng, 3), "CREDENTIAL", tolerated=True)


def _passport_like(kind: str, pick: Callable[[Random], str]) -> Maker:
    return _written(kind, "letters", lambda rng, _who: pick(rng))


def _exact(kind: str, pick: Callable[[Random], str]) -> Maker:
    return lambda rng, _who, _form: Piece(pick(rng), kind)


MAKERS: dict[str, Maker] = {
    "name": _name,
    "student_name": _student_name,
    "official": _official,
    "id": _written("ID_CARD", "id", lambda _rng, who: who.resident_id),
    "id_cell": _written("ID_CARD", "cell", lambda _rng, who: who.resident_id, "id"),
    "id_x": _lower_x,
    "id_cross": _id_cross,
    "id_typo": _written("ID_CARD", "account", lambda rng, who: values.mistyped_id(rng, who.birth), "id"),
    "id15": _written("ID_CARD", "account", lambda rng, who: values.old_id(rng, who.birth), "id"),
    "residence_permit": _written("ID_CARD", "id", lambda rng, who: values.residence_permit(rng, who.birth)),
    "foreigner_id": _written("ID_CARD", "letters", lambda rng, who: values.foreigner_id(rng, who.birth), "id"),
    "weak_id": _weak_id,
    "weak_mobile": _weak_mobile,
    "secret": _secret,
    "weak_card": _half_masked_card,
    "rounded_id": _rounded_id,
    "mobile": _written("MOBILE", "mobile", lambda _rng, who: who.mobile),
    "mobile_cell": _written("MOBILE", "cell", lambda _rng, who: who.mobile, "mobile"),
    "office_mobile": _written("MOBILE", "cell", lambda rng, _who: values.mobile(rng), "mobile", "review"),
    "satellite": _exact("MOBILE", lambda rng: rng.choice(("1349", "1740", "1741")) + values.digits(rng, 7)),
    "iot": _exact("MOBILE", lambda rng: rng.choice(("140", "141", "144")) + values.digits(rng, 10)),
    "float_mobile": _float_mobile,
    "home_phone": _home_phone,
    "card": _written("BANK_CARD", "card", lambda _rng, who: who.card),
    "card_cell": _written("BANK_CARD", "cell", lambda _rng, who: who.card, "card"),
    "account": _written("BANK_ACCOUNT", "account", lambda _rng, who: who.account),
    "account_cell": _written("BANK_ACCOUNT", "cell", lambda _rng, who: who.account, "account"),
    "passport": _passport_like("PASSPORT", values.passport),
    "hkm": _passport_like("HKMO_PERMIT", values.home_return_permit),
    "hkm_go": _passport_like("HKMO_PERMIT", values.hkm_exit_permit),
    "tw": _exact("TW_PERMIT", values.taiwan_permit),
    "tw_go": _passport_like("TW_PERMIT", values.taiwan_exit_permit),
    "military": _exact("MILITARY_ID", values.military_id),
    "disability": lambda rng, who, _form: Piece(values.disability_id(rng, who.resident_id), "DISABILITY_ID"),
    "student": lambda rng, who, _form: Piece(values.student_id(rng, who.resident_id), "STUDENT_ID"),
    "driver": _exact("DRIVER_LICENCE", lambda rng: rng.choice(words.REGIONS)[:4] + values.digits(rng, 8)),
    "social": _exact("SOCIAL_CARD", lambda rng: rng.choice("ABCDEFGH") + values.digits(rng, 8)),
    "hospital": _exact("MEDICAL_RECORD", lambda rng: rng.choice(("", "ZY", "00")) + values.digits(rng, 8)),
    "exam": _exact("EXAM_NO", lambda rng: rng.choice(("2023", "2024", "1133")) + values.digits(rng, 8)),
    "household": _exact("HOUSEHOLD_NO", lambda rng: values.digits(rng, 9)),
    "vin": _exact("VIN", values.vin),
    "plate": _exact("PLATE", values.plate),
    "email": _written("EMAIL", "email", lambda rng, _who: values.email(rng)),
    "qq": _exact("QQ", values.qq),
    "wechat": _exact("WECHAT", values.wechat),
    "password": _exact("CREDENTIAL", values.password),
    "intranet": _login_address,
    "user": _user_name,
    "home": lambda _rng, who, _form: Piece(who.home, "HOME_ADDR"),
    "home_group": lambda _rng, who, _form: Piece(who.group, "HOME_ADDR"),
    "birth": _birth,
    "birth_in": _spelt,
    "illness": _fact("HEALTH_FACT", lambda rng: rng.choice(words.DISEASES)),
    "disabled": _fact("HEALTH_FACT", lambda rng: rng.choice(words.DISABILITIES)),
    "kind_grade": _fact("HEALTH_FACT", lambda rng: rng.choice(("肢体", "视力", "听力")) + rng.choice("一二三四") + "级"),
    "kind": _fact("HEALTH_FACT", lambda rng: rng.choice(("听力", "肢体")) + "残疾"),
    "grade_cell": _fact("HEALTH_FACT", lambda rng: rng.choice("一二三四") + "级"),
    "status": _fact("SPECIAL_STATUS", lambda rng: rng.choice(words.STATUSES)),
    "pupil_age": _pupil_age,
    "pupil_class": _pupil_class,
}
