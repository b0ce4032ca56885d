"""姓名 in running text, by its form, the words around it and the title beside it."""

from __future__ import annotations

from bisect import bisect_right

from govredact.detectors.base import FORM, Detector, Example
from govredact.detectors.persons import FIELDS, FIGURE, OFFICIAL, layer, person, role_of_word
from govredact.names import free, known, minority, values
from govredact.names.evidence import holds_office, title_before
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govredact.context.scan import Scan
    from govredact.lexicon import Hit
    from govredact.models import Candidate
    from govredact.names.free import Guess

# Margins from which a name counts as sure: with a title beside it, of three characters, of two.
_SURE_TITLE, _SURE, _SURE_SHORT = 35, 45, 65
_ARTICLE = lazy.compile("\n[ \u3000]{0,8}第[一二三四五六七八九十百]{1,5}[条章]")
_ARTICLES = 3
_OFFICIAL_TITLES = frozenset({"official", "press"})
_COLON = lazy.compile("[:：](?<=[人者属户口].)[ \u3000]?(?=[\u4e00-\u9fff])")
_LABEL = lazy.compile("(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,8}(?:[人者]|[家亲遗眷]属|(?<![用账帐客门开])户|户口)$")
_CLERK = lazy.compile("审|核|经办|签发|承办|发布|主持|发言|主讲|负责|责任|编|校|录入|管理|制表|填报|统计|联络|值班|公证|鉴定")
_REACH, _LONGEST_LABEL = 8, 10


def find(scan: Scan) -> Iterable[Candidate]:
    """The names of a passage that no label points at."""
    yield from _by_form(scan.text)
    yield from _behind_label(scan)
    doubt = 0.5 if _is_rule(scan.text) else 1.0
    brands = [hit for hit in scan.keywords if hit.entry.lexicon == "hijack"]
    for guess in free.find(scan.text):
        if _is_of_place(guess) or known.is_nobody(scan.text[guess.start : guess.end]):
            continue
        if _is_brand(scan.text, brands, guess.start, guess.end) or _TERM.match(scan.text, max(0, guess.start - 1), guess.end + 1):
            continue
        score = _score(guess)
        role, why = _role(guess, scan.text)
        yield person(guess.start, guess.end, score if score >= 0.6 else score * doubt, why, "person_text", role, 0)


def _is_of_place(guess: Guess) -> bool:
    """Whether a place or an institution follows, as part of its name; behind somebody's daughter it is where she is: 女儿王小丽大学在读."""
    seen = guess.evidence
    return seen.after == "place" or (seen.after == "org" and not (seen.before == "kin" and guess.end - guess.start > 2))


def _is_brand(text: str, brands: Sequence[Hit], start: int, end: int) -> bool:
    """Whether the characters are those of a brand: inside a longer one (美高梅), or one of them in quotes (“万博”)."""
    quoted = text[start - 1 : start] in _QUOTES and text[end : end + 1] in _QUOTES
    for index in range(bisect_right(brands, start, key=_start) - 1, -1, -1):
        hit = brands[index]
        if start - hit.start > _LONGEST_BRAND:
            return False
        if end <= hit.end and (quoted or hit.end - hit.start > end - start):
            return True
    return False


def _start(hit: Hit) -> int:
    return hit.start


_LONGEST_BRAND = 12
# Behind the first character of a short term in quotes (“放管服”) no name begins.
_TERM = lazy.compile("(?<=[“‘])[\u4e00-\u9fff]{3,5}[”’]")
_QUOTES = frozenset("“”‘’「」『』\"'")


def _by_form(text: str) -> Iterable[Candidate]:
    """Names of minorities (买买提·艾力) and names drawn apart (林　芳); foreign names (约翰·史密斯) are left alone."""
    for start, end in minority.names(text):
        official = title_before(text, start)[0] in _OFFICIAL_TITLES or holds_office(text, end)
        yield person(start, end, 0.8, layer("free", "minority"), "person_text", OFFICIAL if official else "", FORM)
    for start, end, behind in values.apart(text):
        if behind == "office":
            yield person(start, end, 0.8, layer("title", "apart", "title_after"), "person_text", OFFICIAL, 0)
        else:
            why = layer("free", "apart", *(["person_data_beside"] if behind else []))
            yield person(start, end, 0.8 if behind else 0.45, why, "person_text", "", 0)


def _behind_label(scan: Scan) -> Iterable[Candidate]:
    """Names behind what the list of labels does not hold but is one by its form: 立遗嘱人：…."""
    text = scan.text
    for colon in _COLON.finditer(text):
        label = _LABEL.search(text, max(0, colon.start() - _LONGEST_LABEL), colon.start())
        hits = scan.labels_between(label.start(), label.end()) if label else ()
        if label is None or any(hit.end == label.end() and hit.entry.field in FIELDS for hit in hits):
            continue
        found = values.one(text, colon.end(), min(len(text), colon.end() + _REACH))
        if found and found.form in ("", "minority"):
            role = OFFICIAL if _CLERK.search(label[0]) else role_of_word(label[0])
            why = layer("context", "label_by_form")
            yield person(found.start, found.end, min(found.score, 0.7), why, "person_text", role, 0)


def _is_rule(text: str) -> bool:
    """Whether the text is a rule (第一条 …): whoever is named there by chance is hardly a private person."""
    position = 0
    for _ in range(_ARTICLES):
        found = _ARTICLE.search(text, position)
        if found is None:
            return False
        position = found.end()
    return True


def _score(guess: Guess) -> float:
    titled = guess.evidence.title or guess.evidence.after in ("polite", "official_after")
    sure = _SURE_TITLE if titled else _SURE if guess.end - guess.start > 2 else _SURE_SHORT
    if guess.margin >= sure:
        return min(0.95, 0.65 + (guess.margin - sure) / 250)
    return 0.4 + 0.18 * (guess.margin - free.LEAST) / (sure - free.LEAST)


def _role(guess: Guess, text: str) -> tuple[str, tuple[str, ...]]:
    seen, name = guess.evidence, text[guess.start : guess.end]
    if seen.before in _OFFICIAL_TITLES or seen.after == "official_after":
        return OFFICIAL, layer("title", *(["title:" + seen.title] if seen.title else ["title_after"]))
    if seen.after == "emblem" or (seen.after != "person" and known.is_famous(text, guess.start, guess.end)):
        return FIGURE, layer("free", "emblem")
    if seen.title:
        role = role_of_word(seen.title) or (FIGURE if seen.before == "figure" else "")
        return role, layer("title", "title:" + seen.title)
    if seen.after != "person" and known.is_public(name):
        return FIGURE, layer("free", "public_name")
    if seen.after == "polite":
        return "", layer("context", "form_of_address")
    return "", layer("free", *(["said"] if seen.after == "say" else []))


DETECTOR = Detector(
    name="person_text",
    entities=("PERSON", "PUBLIC_OFFICIAL"),
    source="个人信息保护法 art. 4; 政府信息公开条例 arts. 15, 20",
    on_passage=find,
    found=(
        Example("村民陈秀芳因病致贫，李建国同志帮助其申请救助。", "陈秀芳"),
        Example("事故发生后，赵国强将伤者送往医院。", "赵国强"),
        Example("副区长王志杰出席并讲话", "王志杰", "PUBLIC_OFFICIAL"),
        Example("市长刘晓燕会见了代表团", "刘晓燕", "PUBLIC_OFFICIAL"),
    ),
    clean=(
        "持续深化“放管服”改革",
        "游客来到张家界，黄金周期间收入三百万元。",
        "县人大常委会高兴地宣布",
        "学习雷锋精神，弘扬焦裕禄作风",
        "任务、程序、时间、方面、温度、路口、白天",
        "江苏成都市周边包括安全马上严重毛病",
    ),
)
