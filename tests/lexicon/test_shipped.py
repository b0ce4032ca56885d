"""The lists that come with the program: where they are found, that they are sound, and what they find."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from govredact.errors import LexiconError
from govredact.lexicon import FIELDS, NOT_PERSONAL, SHIPPED, Matcher, check, load, shipped
from govredact.lexicon.places import folder, shipped_file

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "lexicons").glob("*.tsv"))


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.build(shipped(), (), date(2026, 11, 22))


def test_each_file_is_known_and_says_whence_it_comes() -> None:
    assert {path.stem for path in FILES} == {*SHIPPED, "t2s"}
    for path in FILES:
        lines = path.read_text(encoding="utf-8").splitlines()
        header = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# ") and ": " in line)
        assert {"name", "purpose", "source", "licence", "date"} <= header.keys(), path
        assert header["name"] == path.stem
        assert header["licence"] == "Apache-2.0"
        date.fromisoformat(header["date"])


@pytest.mark.parametrize("name", SHIPPED)
def test_the_check_finds_nothing_to_say(name: str) -> None:
    assert check(shipped_file(f"{name}.tsv")) == []


def test_labels_use_the_fields_of_the_registry_and_each_of_them() -> None:
    assert {entry.field for entry in shipped("labels")[0].entries} == set(FIELDS)
    assert set(FIELDS) > NOT_PERSONAL
    assert all(FIELDS.values())


def test_lists_are_modest_and_hold_allow_entries() -> None:
    for lexicon in shipped("fraud", "gambling", "obscene"):
        assert 100 <= len(lexicon.entries) <= 400
        assert any(entry.allow for entry in lexicon.entries)
        assert all(entry.layer == "shipped" and entry.lexicon == lexicon.name for entry in lexicon.entries)


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(LexiconError, match="did you mean gambling"):
        shipped("gamblin")


LABELS = [
    ("身份证号：", "RESIDENT_ID"),
    ("公民身份号码:", "RESIDENT_ID"),
    ("Citizen ID: ", "RESIDENT_ID"),
    ("ID No.", "RESIDENT_ID"),
    ("证件号码：", "ID_ANY"),
    ("护照号码", "PASSPORT"),
    ("残疾人证号", "DISABILITY_ID"),
    ("姓 名：", "PERSON"),
    ("姓　名", "PERSON"),
    ("电　　话：", "PHONE"),
    ("联 系 电 话：", "PHONE"),
    ("联系人：", "CONTACT_PERSON"),
    ("家庭电话", "HOME_PHONE"),
    ("监督举报电话：", "OFFICE_PHONE"),
    ("传 真：", "OFFICE_PHONE"),
    ("Tel: ", "PHONE"),
    ("MOBILE:", "MOBILE"),
    ("惠农一卡通账号", "BANK_ACCOUNT"),
    ("卡号：", "BANK_CARD"),
    ("开户行：", "BANK_NAME"),
    ("初始密码：", "PASSWORD"),
    ("api_key=", "SECRET_KEY"),
    ("AccessKeySecret: ", "SECRET_KEY"),
    ("出生年月", "BIRTH_MONTH"),
    ("现住址：", "ADDRESS_HOME"),
    ("办公地址：", "ADDRESS_OFFICE"),
    ("學籍號：", "STUDENT_ID"),
    ("身份證號碼：", "RESIDENT_ID"),
    ("統一社會信用代碼：", "USCC"),
    ("纳税人识别号：", "USCC"),
    ("订单号：", "OTHER_NO"),
    ("图斑编号", "OTHER_NO"),
    ("索引号：", "DOC_NO"),
    ("金额（元）：", "AMOUNT"),
    ("访问量", "COUNT"),
    ("邮政编码：", "POSTCODE"),
    ("举报人：", "PERSON_PROTECTED"),
    ("学生姓名", "PERSON_MINOR"),
]


@pytest.mark.parametrize(("text", "field"), LABELS)
def test_labels_as_people_write_them(matcher: Matcher, text: str, field: str) -> None:
    hits = matcher.find(text).labels
    assert max(hits, key=lambda hit: (hit.end, -hit.start)).entry.field == field


PROSE = """各部门、各单位要认真落实主体责任，企业、学校、医院和社区要加强管理，年度内容和其他事项按规定办理。
前方路口交通管制，请绕行；不动产办证大厅迁址，现金网点照常营业。药品：三黄片、牛黄解毒片。妇女优先，模特码头夜景开放。
公安机关提醒：警惕刷单返利类诈骗，防范裸聊敲诈。人口交流与进出口交易持续增长，大保健康产业发展。"""


def test_common_prose_holds_few_labels_and_no_keyword(matcher: Matcher) -> None:
    hits = matcher.find(PROSE)
    assert hits.labels == []
    keywords = [hit.entry for hit in hits.keywords if hit.entry.entity != "PAGE_HIJACK"]  # evidence, no finding by itself
    assert [entry.text for entry in keywords if entry.boundary == "none"] == []


SPAM = [
    "2023年工作总结澳门新葡京官网",
    "今晚一肖一码必中",
    "六*合*彩特码资料",
    "专业代开发票加微信",
    "同城空降快餐品茶工作室",
    "国产精品自拍_亚洲无码_成人网站",
    "BET365体育",
    "線上賭場",
    "刻 章 办 证",
]


@pytest.mark.parametrize("text", SPAM)
def test_phrases_of_hijacked_pages_are_found(matcher: Matcher, text: str) -> None:
    hits = matcher.find(text).keywords
    assert hits
    assert all(hit.entry.action == "review" and hit.entry.category == "sensitive" for hit in hits)


def test_the_folder_of_a_checkout_and_of_an_installed_package(tmp_path: Path) -> None:
    assert Path(folder()) in (ROOT / "lexicons", ROOT / "govredact" / "_lexicons")
    package = tmp_path / "site-packages" / "govredact"
    for place in (package / "_lexicons", package.parent / "lexicons"):
        place.mkdir(parents=True)
    with pytest.raises(LexiconError, match="install govredact again"):
        folder(str(package))
    (package.parent / "lexicons" / "labels.tsv").write_text("", encoding="utf-8")
    assert folder(str(package)) == str(package.parent / "lexicons")
    (package / "_lexicons" / "labels.tsv").write_text("", encoding="utf-8")
    assert folder(str(package)) == str(package / "_lexicons")


def test_a_package_laid_out_as_in_the_wheel_finds_its_lists(tmp_path: Path) -> None:
    """The wheel's layout, unpacked elsewhere: govredact/_lexicons and no lexicons folder beside it."""
    site = tmp_path / "site"
    needed = {"lexicon", "errors.py", "models.py", "entities.py", "__init__.py", "_version.py", "typed.py", "late.py"}
    for path in (ROOT / "govredact").rglob("*.py"):
        if path.relative_to(ROOT / "govredact").parts[0] in needed:
            target = site / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    (site / "govredact" / "_lexicons").mkdir()
    for path in FILES:
        (site / "govredact" / "_lexicons" / path.name).write_bytes(path.read_bytes())
    program = "from govredact.lexicon import Matcher, shipped; print(len(Matcher.build(shipped()).find('身份證號：1').labels))"
    done = subprocess.run([sys.executable, "-c", program], cwd=site, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "1", "")


def test_the_script_table_is_what_its_tool_makes() -> None:
    lines = [line for line in Path(shipped_file("t2s.tsv")).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pairs = [tuple(line.split("\t")) for line in lines]
    assert len(pairs) > 2500
    assert all(len(pair) == 2 and len(pair[0]) == len(pair[1]) == 1 for pair in pairs)
    assert ("發", "发") in pairs
    assert ("系", "系") in pairs


def test_no_shipped_word_is_also_a_label() -> None:
    labels = {entry.text for entry in shipped("labels")[0].entries}
    assert labels.isdisjoint(entry.text for lexicon in shipped("fraud", "gambling", "obscene") for entry in lexicon.entries)


def test_the_lists_load_as_the_user_would_load_them() -> None:
    for name in SHIPPED:
        assert load(shipped_file(f"{name}.tsv"), layer="national").entries
