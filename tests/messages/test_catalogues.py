"""Both languages say the same things about the same parameters."""

import re
import string
from importlib import import_module

import pytest

from govredact.entities import ENTITIES
from govredact.messages import CATALOGUES, Texts, language


def texts_of(lang, catalogue):
    return import_module(f"govredact.messages.{lang}.{catalogue}").TEXTS


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_both_languages_have_the_same_keys(catalogue):
    assert set(texts_of("zh", catalogue)) == set(texts_of("en", catalogue))


@pytest.mark.parametrize("catalogue", CATALOGUES)
def test_both_languages_have_the_same_placeholders(catalogue):
    zh, en = texts_of("zh", catalogue), texts_of("en", catalogue)
    assert {key: placeholders(text) for key, text in zh.items()} == {key: placeholders(text) for key, text in en.items()}


def test_every_entity_type_has_a_name_in_both_languages():
    assert set(texts_of("en", "entities")) == set(ENTITIES)
    assert Texts("zh").entity("CN_MOBILE") == "手机号码"
    assert Texts("en").entity("CN_MOBILE") == "mobile telephone number"
    assert Texts("en").entity("MY_NUMBER") == "MY_NUMBER"


@pytest.mark.parametrize(
    ("option", "environ", "expected"),
    [
        (None, {}, "zh"),
        (None, {"LANG": "C"}, "zh"),
        (None, {"LANG": "C.UTF-8"}, "zh"),
        (None, {"LC_ALL": "POSIX"}, "zh"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "zh_CN.UTF-8"}, "zh"),
        (None, {"LANG": "de_DE.UTF-8"}, "zh"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"}, "en"),
        (None, {"LANG": "en_US", "GOVREDACT_LANG": "zh"}, "zh"),
        (None, {"LANG": "zh_CN", "GOVREDACT_LANG": "en"}, "en"),
        (None, {"LANG": "en_US", "GOVREDACT_LANG": "klingon"}, "en"),
        ("zh", {"LANG": "en_US", "GOVREDACT_LANG": "en"}, "zh"),
    ],
)
def test_language_is_option_then_environment_then_locale_then_chinese(option, environ, expected):
    assert language(option, environ) == expected


def test_error_without_words_keeps_its_english_message():
    assert Texts("zh").error("no_such_code", "what happened", {}) == "what happened"
    assert Texts("zh").error("usage", "what happened", {"kind": "choice"}) == "what happened"


def test_error_text_is_filled_from_parameters():
    line = Texts("zh").error("usage", "--all takes no value", {"kind": "no_value", "option": "--all"})
    assert line == "--all 不带值。"


def test_reason_without_words_is_shown_as_it_is():
    assert Texts("zh").reason("some_new_reason:x") == "some_new_reason:x"


def test_every_reason_of_the_detectors_has_words():
    from govredact.detectors import all_detectors
    from govredact.engine import Engine

    engine = Engine("strict")
    texts = "\n\n".join(text for detector in all_detectors() for text in (*(example.text for example in detector.found), *detector.clean))
    report = engine.scan_file(texts.encode("utf-8", "surrogatepass"), "examples.txt")
    reasons = {reason for finding in (*report.findings, *report.filtered) for reason in finding.reasons}
    assert len(reasons) > 30
    for lang in ("zh", "en"):
        assert [reason for reason in sorted(reasons) if Texts(lang).reason(reason) == reason] == []


def test_every_gap_of_the_readers_has_words():
    from pathlib import Path

    import govredact.documents

    sources = Path(govredact.documents.__file__).parent.rglob("*.py")
    text = "\n".join(path.read_text("utf-8") for path in sources)
    named = set(re.findall(r'(?:Gap\([^"\n]*|_gap\(number, )(?:"[a-z]+", )?(?:f"[^"]*", )?"([a-z_]+)"', text))
    assert {"unknown_part", "zero_character"} <= named
    assert named <= set(texts_of("zh", "gaps"))
