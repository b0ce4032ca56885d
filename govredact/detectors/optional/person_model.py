"""姓名 by a model (``names/model.py``), together with the rules: where both agree an uncertain name becomes a sure one, and what only the
model names goes to a person.

A model takes nothing away: what the rules find is found with and without it. No detector by itself: ``detector`` makes one for a model.
"""

from __future__ import annotations

from bisect import bisect_right

from govredact.detectors.base import Detector
from govredact.detectors.persons import FIGURE, OFFICIAL, layer, person, role_of_word
from govredact.entities import ENTITIES
from govredact.errors import PluginError
from govredact.lexicon.script import to_simplified
from govredact.names import known, store
from govredact.names.evidence import holds_office, title_before
from govredact.text import lazy
from govredact.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govredact.context.whole import Page, Whole
    from govredact.models import Candidate
    from govredact.names.model import NameModel, NameSpan

NAMES = ("PERSON", "PUBLIC_OFFICIAL")
# What a model says counts from this probability on; below the policy's ``act`` a name of the rules is uncertain.
_LEAST, _UNCERTAIN = 0.5, 0.6
# The score of a name that both find, and the scores of one that only the model finds: below what the rules call uncertain.
_AGREED, _ALONE, _MOST_ALONE = 0.7, 0.3, 0.15
# A sentence, line or cell; what is longer is cut behind a comma.
_INSIDE = "[^。！？!?；;\n\r\t|]"
_SENTENCE = lazy.compile(f"{_INSIDE}{{1,200}}(?:[。！？!?；;]|(?!{_INSIDE})|(?<=[，,、：: ]))|{_INSIDE}{{1,200}}")
# Measured: 93 to 99 % of prose stands in sentences with a surname, so asking only there spares nothing; asking only where the rules see
# a place for a name spares half and loses up to 3 % of all names (cluener; news 0.7 %).
_WORTH_ASKING = lazy.compile("[\u4e00-\u9fff]{2}")
_NAME = lazy.compile("[\u4e00-\u9fff]{1,2}")
_VALUES = frozenset(name for name, row in ENTITIES.items() if row.category in ("private", "public"))
_TITLES = frozenset({"official", "press"})
# Alone behind a surname they are a form of address or a family: 王总, 吕老, 李家.
_ADDRESS = frozenset("总老哥姐叔嫂董工氏家")
_HIDDEN = "某"
# What bears somebody's name: 邓小平理论.
_BORNE = lazy.compile("[\u4e00-\u9fff]{0,8}?(?:思想|理论|主义|精神|路线)")
# A document's number: 苏财〔2024〕176号.
_NUMBERED = lazy.compile("[\u4e00-\u9fff]{0,2}[〔﹝（(\\[［【](?:19|20)[0-9]{2}[〕﹞）)\\]］】]")
_LONGEST_CUE = 4
# Settled values hardly overlap: one of the next few behind a position is the one that touches it.
_MOST_BESIDE = 3


def detector(model: NameModel) -> Detector:
    """The detector that asks ``model``. It goes before those that say whose name it is (``person_repeat``)."""
    return Detector("person_model", NAMES, "个人信息保护法 art. 4", (), (), on_document=lambda whole: find(model, whole))


def find(model: NameModel, whole: Whole) -> Iterator[tuple[Page, Candidate]]:
    """Uncertain names of the rules that ``model`` confirms, and names that only the model finds."""
    answers: dict[str, tuple[NameSpan, ...]] = {}
    for page in whole.pages:
        found = _asked(model, page, answers)
        if found:
            yield from ((page, candidate) for candidate in _judged(model.name, page, found))


def _asked(model: NameModel, page: Page, answers: dict[str, tuple[NameSpan, ...]]) -> dict[tuple[int, int], float]:
    """What the model calls persons in the sentences of a page, with its probability; several views of a page hold the same ones."""
    text = page.scan.text
    if text.isascii():
        return {}
    places = [(match.start(), match[0]) for match in _SENTENCE.finditer(text) if _WORTH_ASKING.search(match[0])]
    unknown = list(dict.fromkeys(sentence for _, sentence in places if sentence not in answers))
    answers.update(zip(unknown, _checked(model, unknown), strict=True))
    return {
        (start + one.start, start + one.end): one.score for start, sentence in places for one in answers[sentence] if one.score >= _LEAST
    }


def _checked(model: NameModel, sentences: list[str]) -> list[tuple[NameSpan, ...]]:
    """The model's answers; PluginError for what is none."""
    found = [tuple(persons) for persons in model.persons(sentences)] if sentences else []
    spans = (one for sentence, persons in zip(sentences, found, strict=False) for one in persons if not _may_be(one, sentence))
    if len(found) != len(sentences) or next(spans, None):
        message = f"the name model {model.name!r} gave no proper answer; use another one, or none"
        raise PluginError(message, kind="name_model", model=model.name)
    return found


def _may_be(one: NameSpan, sentence: str) -> bool:
    return 0 <= one.start < one.end <= len(sentence) and 0 <= one.score <= 1


def _judged(model: str, page: Page, found: dict[tuple[int, int], float]) -> Iterator[Candidate]:
    """What the answers ``found`` change in a page."""
    text, why = page.scan.text, f"model:{model}"
    taken = sorted((c.end, c.start) for c in page.candidates if c.entity in _VALUES)
    for candidate in page.candidates:
        uncertain = candidate.entity in NAMES and candidate.score < _UNCERTAIN
        if uncertain and candidate[:2] in found and not _is_address(text[candidate.start : candidate.end]):
            yield candidate._replace(score=_AGREED, reasons=(*candidate.reasons, why))
    for (start, end), score in found.items():
        if _is_free(taken, start, end) and _is_shaped(text[start:end]) and not _NUMBERED.match(text, end):
            yield from _alone(text, start, end, score, why)


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether none of the settled values, of which (end, start) are given in order, touches ``[start, end)``."""
    behind = bisect_right(taken, (start, end))
    return all(other >= end for _, other in taken[behind : behind + _MOST_BESIDE])


def _is_shaped(name: str) -> bool:
    """Whether ``name`` is a surname with one or two characters behind it that are no form of address, and somebody's."""
    size = _surname(name)
    return bool(size) and _NAME.fullmatch(name, size) is not None and not _is_address(name) and not known.is_nobody(name)


def _is_address(name: str) -> bool:
    """Whether ``name`` is a surname with a form of address (王先生, 唐外长, 张奶奶), or a masked name (李某): it shows no given name."""
    given = name[_surname(name) :]
    return given in _ADDRESS or _HIDDEN in given or given in store.titles() or store.behind().get(given) in ("polite", "official_after")


def _surname(name: str) -> int:
    """How many characters of ``name`` are a surname; 0 where it begins with none."""
    data = store.names()
    plain = name[:2].translate(to_simplified())
    return 2 if plain in data.compound and len(name) > len(plain) else int(plain[:1] in data.surnames)


def _alone(text: str, start: int, end: int, score: float, why: str) -> Iterator[Candidate]:
    """A name that only the model finds, with the role that the words beside it give."""
    behind = {store.behind().get(text[end : end + length]) for length in range(2, _LONGEST_CUE + 1)}
    if "org" in behind:
        return
    kind, title = title_before(text, start)
    role = role_of_word(title)
    if kind in _TITLES or "official_after" in behind or holds_office(text, end):
        role = OFFICIAL
    elif kind == "figure" or "emblem" in behind or _is_figure(text, start, end):
        role = FIGURE
    yield person(start, end, round(_ALONE + _MOST_ALONE * score, 2), layer("model", why), "person_model", role, 0)


def _is_figure(text: str, start: int, end: int) -> bool:
    return known.is_famous(text, start, end) or known.is_public(text[start:end]) or _BORNE.match(text, end) is not None
