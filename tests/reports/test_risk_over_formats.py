"""The same person in a Word file, a workbook, a PDF and a text: masks that complete each other, masked names, namesakes."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from openpyxl import Workbook
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from govredact.cli import main
from govredact.numbers import candidates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Table = list[tuple[str, ...]]

ID, NAMESAKE = "330122197903093562", "330122196803066095"
ENDS, BIRTH = f"{ID[:6]}********{ID[-4:]}", f"{ID[:14]}****"
HEADER = ("姓名", "身份证号")


def text(table: Table) -> bytes:
    return "".join("\t".join(row) + "\n" for row in table).encode()


def word(table: Table) -> bytes:
    document = Document()
    grid = document.add_table(rows=len(table), cols=len(table[0]))
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            grid.cell(row, column).text = cell
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def workbook(table: Table) -> bytes:
    book = Workbook()
    for row in table:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def pdf(table: Table) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    page = canvas.Canvas(stream, invariant=True)
    page.setFont("STSong-Light", 12)
    for number, row in enumerate(table):
        line = "，".join(f"{head}：{cell}" for head, cell in zip(table[0], row, strict=True)) if number else "公示"
        page.drawString(72, 760 - 30 * number, line)
    page.showPage()
    page.save()
    return stream.getvalue()


MAKERS: dict[str, Callable[[Table], bytes]] = {"txt": text, "docx": word, "xlsx": workbook, "pdf": pdf}


@pytest.fixture
def risk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., dict[str, Any]]:
    def run(**files: tuple[str, Table]) -> dict[str, Any]:
        for name, (kind, table) in files.items():
            (tmp_path / f"{name}.{kind}").write_bytes(MAKERS[kind](table))
        main(["scan", str(tmp_path), "--risk", "--format", "json", "--as-of", "2026-11-22"])
        found: dict[str, Any] = json.loads(capsys.readouterr().out)["risk"]
        return found

    return run


def files(records: list[dict[str, Any]]) -> list[str]:
    return [record["path"].rpartition("/")[2][0] for record in records]


def pairs(found: dict[str, Any]) -> list[tuple[list[str], int, bool]]:
    return [
        ([record["path"].rpartition("/")[2][0] for record in pair["records"]], pair["candidates"], pair["sure"]) for pair in found["masks"]
    ]


def groups(found: dict[str, Any]) -> list[tuple[str, list[str], bool]]:
    return [("".join(files(person["records"])), person["linked_by"], person["sure"]) for person in found["persons"]]


@pytest.mark.parametrize("first", MAKERS)
@pytest.mark.parametrize("second", MAKERS)
def test_masks_in_two_documents_complete_each_other_whatever_their_format(first: str, second: str, risk: Any) -> None:
    found = risk(a=(first, [HEADER, ("黎素珍", ENDS)]), b=(second, [HEADER, ("覃志远", NAMESAKE), ("黎素珍", BIRTH)]))
    assert pairs(found) == [(["a", "b"], 1, False)]


def test_the_rows_are_named(risk: Any) -> None:
    found = risk(a=("xlsx", [HEADER, ("覃志远", NAMESAKE), ("黎素珍", ENDS)]), b=("docx", [HEADER, ("黎素珍", BIRTH)]))
    cells = [record["location"]["cell"] for record in found["masks"][0]["records"]]
    assert [cell.rpartition("!")[2][1:] for cell in cells] == ["3", "2"]


@pytest.mark.parametrize("masked", ["黎*珍", "黎某珍", "黎＊珍"])
def test_a_name_that_shows_its_last_character_meets_the_whole_one(masked: str, risk: Any) -> None:
    found = risk(a=("docx", [HEADER, (masked, ENDS)]), b=("xlsx", [HEADER, ("黎素珍", BIRTH)]))
    assert pairs(found) == [(["a", "b"], 1, False)]


@pytest.mark.parametrize("masked", ["黎某", "黎*", "黎**", "黎某某"])
def test_a_surname_alone_needs_the_village_as_well(masked: str, risk: Any) -> None:
    header = (*HEADER, "家庭住址")
    home, elsewhere = "七塘镇望山村2社", "七塘镇云栖村1社"
    assert pairs(risk(a=("txt", [HEADER, (masked, ENDS)]), b=("txt", [HEADER, ("黎素珍", BIRTH)]))) == []
    assert pairs(risk(a=("txt", [header, (masked, ENDS, home)]), b=("txt", [header, ("黎素珍", BIRTH, elsewhere)]))) == []
    found = risk(a=("txt", [header, (masked, ENDS, home)]), b=("txt", [header, ("黎素珍", BIRTH, home)]))
    assert pairs(found) == [(["a", "b"], 1, False)]


def test_two_people_of_one_name_whose_numbers_contradict_are_two(risk: Any) -> None:
    header = (*HEADER, "家庭住址")
    found = risk(
        a=("txt", [header, ("黎素珍", ID, "七塘镇望山村2社")]),
        b=("xlsx", [header, ("黎素珍", NAMESAKE, "七塘镇望山村2社")]),
        c=("docx", [HEADER, ("黎素珍", f"{NAMESAKE[:14]}****")]),
    )
    assert groups(found) == []
    assert pairs(found) == [(["b", "c"], 1, True)]


def test_a_name_and_a_village_are_not_sure(risk: Any) -> None:
    header = ("姓名", "家庭住址")
    found = risk(a=("txt", [header, ("黎素珍", "七塘镇望山村2社")]), b=("docx", [header, ("黎素珍", "璧山区七塘镇望山村5社")]))
    assert groups(found) == [("ab", ["HOME_ADDRESS", "PERSON"], False)]


def test_a_number_of_ones_own_is_sure_and_a_village_adds_who_is_likely(risk: Any) -> None:
    found = risk(
        a=("txt", [HEADER, ("黎素珍", ID)]),
        b=("xlsx", [(*HEADER, "家庭住址"), ("黎素珍", ID, "七塘镇望山村2社")]),
        c=("docx", [("姓名", "家庭住址"), ("黎素珍", "七塘镇望山村2社")]),
    )
    assert groups(found) == [
        ("ab", ["CN_RESIDENT_ID", "PERSON"], True),
        ("abc", ["CN_RESIDENT_ID", "HOME_ADDRESS", "PERSON"], False),
    ]


def test_a_birth_date_completes_a_mask_that_hides_it(risk: Any) -> None:
    found = risk(a=("txt", [HEADER, ("黎素珍", ENDS)]), b=("docx", [("姓名", "出生日期"), ("黎素珍", "1979-03-09")]))
    assert pairs(found) == [(["a", "b"], 1, False)]


def test_masks_that_no_number_fits_are_no_pair(risk: Any) -> None:
    wrong = f"{ID[:13]}{(int(ID[13]) + 1) % 10}****"
    assert candidates.resident_id_candidates(candidates.combine(ENDS, wrong) or "", as_of_year=2026) == 0
    assert pairs(risk(a=("txt", [HEADER, ("黎素珍", ENDS)]), b=("txt", [HEADER, ("黎素珍", wrong)]))) == []


def test_many_namesakes_in_one_file_do_not_hide_the_pair(risk: Any) -> None:
    many = [("黎素珍", f"{ID[:6]}********{number:04d}") for number in range(100)]
    found = risk(a=("txt", [HEADER, *many, ("黎素珍", ENDS)]), b=("txt", [HEADER, ("黎素珍", BIRTH)]))
    assert (["a", "b"], 1, False) in pairs(found)


def test_each_number_is_the_nearest_names(risk: Any) -> None:
    line = f"黎素珍，身份证号{ENDS}；覃志远，身份证号{NAMESAKE}。\n"
    found = risk(a=("txt", [(line.strip(),)]), b=("txt", [HEADER, ("覃志远", f"{ID[:14]}****")]))
    assert pairs(found) == []
