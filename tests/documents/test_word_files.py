import io
import zipfile
from pathlib import Path

import docx
import pytest

from govredact.documents import DEFAULT_LIMITS, open_document
from govredact.errors import CorruptDocumentError, EncryptedDocumentError, LimitExceededError

PHONE = "13800138000"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
PART = "word/document.xml"


def package(parts, comment=b"", compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        archive.writestr("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>')
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = comment
    return stream.getvalue()


def word(body, **parts):
    return package({PART: f"<?xml version='1.0'?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>", **parts})


def passages(data):
    document = open_document(data, "a.docx")
    return {passage.place: passage for passage in document.passages()}, document


def body_text(body):
    return passages(word(body))[0][PART].text


def run(text, properties="", tag="t"):
    return f"<w:r>{properties}<w:{tag} xml:space='preserve'>{text}</w:{tag}></w:r>"


def test_runs_split_by_formatting_are_one_number():
    read, _ = passages(word(f"<w:p>{run('电话138')}<w:proofErr w:type='a'/>{run('0013', '<w:rPr><w:b/></w:rPr>')}{run('8000')}</w:p>"))
    passage = read[PART]
    assert passage.text == f"电话{PHONE}"
    assert [(start, end) for _, start, end in passage.leaves(2, 13)] == [(2, 5), (0, 4), (0, 4)]
    assert len({leaf for leaf, _, _ in passage.leaves(2, 13)}) == 3
    assert passage.locate(2, 13).paragraph == 1


def test_what_has_no_width_disappears_and_tabs_separate():
    assert (
        body_text(
            "<w:p><w:r><w:t>138</w:t><w:softHyphen/><w:lastRenderedPageBreak/><w:t>0</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r></w:p>"
        )
        == "1380\t1-2"
    )


def test_tab_stops_of_a_style_are_no_text():
    assert body_text("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>x</w:t></w:r></w:p>") == "x"


def test_tracked_changes_read_both_ways_over_the_same_leaves():
    changed = f"<w:del>{run('013', tag='delText')}</w:del><w:ins>{run('0138')}</w:ins>"
    read, _ = passages(word(f"<w:p>{run('电话1380')}{changed}{run('000')}</w:p><w:p>{run('别的')}</w:p>"))
    after, before = read[PART], read[f"{PART} (before changes)"]
    assert after.text == f"电话{PHONE}\n别的"
    assert before.text == "电话1380013000"
    assert before.traits(6) == {"deleted"}
    assert after.traits(6) == {"inserted"}
    assert after.leaves(0, 6) == before.leaves(0, 6)


def test_a_cell_knows_its_row_and_its_headers():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in enumerate([("姓名", "身份证号", "电话"), ("张三", "640102199001011234", PHONE), ("李四", "", "13900139000")]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    stream = io.BytesIO()
    document.save(stream)
    passage = passages(stream.getvalue())[0][PART]
    assert passage.text == f"姓名\t身份证号\t电话\n张三\t640102199001011234\t{PHONE}\n李四\t\t13900139000"
    position = passage.text.index("13900139000")
    assert passage.context(position) == ("李四", ("电话",), ("李四", ""))
    place = passage.locate(position, position + 11)
    assert (place.table, place.cell, place.part) == (1, "C3", PART)
    assert passage.context(0).headers == ()


def test_merged_header_cells_cover_their_columns():
    def row(*cells):
        return (
            "<w:tr>"
            + "".join(f"<w:tc><w:tcPr><w:gridSpan w:val='{span}'/></w:tcPr><w:p>{run(text)}</w:p></w:tc>" for text, span in cells)
            + "</w:tr>"
        )

    read, _ = passages(
        word(
            "<w:tbl>"
            + row(("序号", 1), ("本人信息", 2))
            + row(("", 1), ("姓名", 1), ("电话", 1))
            + row(("1", 1), ("张三", 1), (PHONE, 1))
            + "</w:tbl>"
        )
    )
    passage = read[PART]
    context = passage.context(passage.text.index(PHONE))
    assert context.headers == ("本人信息", "电话")
    assert context.before == "张三"


def test_a_text_box_does_not_cut_the_paragraph_it_hangs_on():
    box = f"<w:txbxContent><w:p>{run('框内')}</w:p></w:txbxContent>"
    choice, fallback = f"<wp:posOffset>1143000</wp:posOffset>{box}", box
    alternate = f"<mc:AlternateContent><mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    text = body_text(f"<w:p>{run('电话138')}<w:r>{alternate}</w:r>{run('00138000')}</w:p>")
    assert text.split("\n") == [f"电话{PHONE}", "框内", "框内"]


def test_field_instructions_are_joined_apart_from_the_text():
    read, _ = passages(
        word(f"<w:p>{run('见')}{run('HYPERLINK tel:138', tag='instrText')}{run('00138000', tag='instrText')}{run('附件')}</w:p>")
    )
    passage = read[PART]
    assert passage.text == "见附件\nHYPERLINK tel:13800138000"
    assert passage.traits(passage.text.index("138")) == {"field"}


def test_hidden_text_is_read_and_marked():
    hidden, shown = "<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:vanish w:val='0'/></w:rPr>"
    passage = passages(word(f"<w:p>{run('显')}{run(PHONE, hidden)}{run('现', shown)}</w:p>"))[0][PART]
    assert [passage.traits(position) for position in (0, 1, 12)] == [frozenset(), {"hidden"}, frozenset()]


def test_every_part_is_swept_and_says_what_it_is():
    w = NAMESPACES
    planted = {
        "word/comments.xml": f"<w:comments {w}><w:comment w:author='批注人甲'><w:p>{run('13800138001')}</w:p></w:comment></w:comments>",
        "word/header1.xml": f"<w:hdr {w}><w:p>{run('13800138002')}</w:p></w:hdr>",
        "word/footnotes.xml": f"<w:footnotes {w}><w:p>{run('13800138003')}</w:p></w:footnotes>",
        "docProps/core.xml": "<p><creator>张三13800138004</creator></p>",
        "docProps/custom.xml": "<p name='电话'><v>13800138005</v></p>",
        "customXml/item1.xml": "<a><b>13800138006</b>13800138007<c d='13800138008'/><!-- 13800138009 --></a>",
        "word/_rels/document.xml.rels": "<Relationships><Relationship Type='http://schemas.x' Target='tel:13800138010'/></Relationships>",
        "word/settings.xml": f"<w:settings {w}><w:docVars><w:docVar w:name='v' w:val='13800138011'/></w:docVars></w:settings>",
        "word/charts/chart1.xml": "<c><v>13800138012</v></c>",
        "word/media/图13800138013.png": b"\x89PNG",
        "word/glossary/document.xml": f"<w:glossaryDocument {w}><w:p>{run('13800138014')}</w:p></w:glossaryDocument>",
    }
    paragraph = f"<w:p><w:bookmarkStart w:name='p13800138015'/>{run('x')}<v:textpath string='13800138016'/></w:p>"
    body = f"{paragraph}<!--13800138017--><?pi 13800138018?>"
    content = f"<!--13800138019--><w:document {w}><w:body>{body}</w:body></w:document>"
    data = package({PART: content, **planted}, comment=b"13800138020")
    found = {}
    for passage in open_document(data, "").passages():
        for number in range(13800138001, 13800138021):
            position = passage.text.find(str(number))
            if position >= 0:
                found[number - 13800138000] = passage.traits(position) | {passage.locate(position, position + 1).attribute or ""}
    assert sorted(found) == list(range(1, 21))
    assert "comment" in found[1]
    assert "property" in found[4]
    assert {"link_target", "Target"} <= found[10]
    assert {"attribute", "val"} <= found[11]
    assert "part_name" in found[13]


def test_author_of_a_comment_is_an_attribute():
    read, _ = passages(word("<w:p/>", **{"word/comments.xml": f"<w:comments {NAMESPACES}><w:comment w:author='批注人甲'/></w:comments>"}))
    passage = read["word/comments.xml (attributes)"]
    assert passage.text == "批注人甲"
    assert passage.traits(0) == {"attribute", "comment"}


def test_parts_that_are_no_text_are_listed():
    names = {"word/media/a.png": False, "word/fonts/f.odttf": False, "word/vbaProject.bin": True, "word/unknown.bin": True}
    _, document = passages(word(f"<w:p>{run('正文')}</w:p>", **dict.fromkeys(names, b"\x00\x01\x02")))
    assert {gap.place: gap.blocking for gap in document.coverage.gaps} == names
    assert document.coverage.places == 2


def test_pictures_without_any_text_are_a_scan_that_nobody_read():
    _, document = passages(word("<w:p/>", **{"word/media/a.png": b"\x89PNG"}))
    assert [gap.blocking for gap in document.coverage.gaps] == [True]


def test_embedded_documents_are_members():
    inner = word(f"<w:p>{run(PHONE)}</w:p>")
    document = open_document(word("<w:p/>", **{"word/embeddings/a.docx": inner, "word/afchunk1.htm": b"<p>x"}), "")
    members = {member.name: member.read() for member in document.members()}
    assert members == {"word/embeddings/a.docx": inner, "word/afchunk1.htm": b"<p>x"}


def test_bytes_before_the_package_are_a_gap():
    data = b"PK\x03\x04 13800138000 hidden before the package" + word(f"<w:p>{run('正文')}</w:p>")
    assert ("package", "unlisted_bytes", True) in passages(data)[1].coverage.gaps


def test_a_member_that_no_directory_lists_is_a_gap():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("secret.txt", PHONE * 9)
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(PART, f"<w:document {NAMESPACES}><w:p>{run('正文')}</w:p></w:document>")
        del archive.NameToInfo["secret.txt"]
        archive.filelist.pop(0)
    _, document = passages(stream.getvalue())
    assert ("package", "unlisted_bytes", True) in document.coverage.gaps


def test_a_bomb_is_refused_before_it_unpacks():
    bomb = package({PART: b" " * (64 * 1024 * 1024)})
    with pytest.raises(LimitExceededError):
        open_document(bomb, "a.docx")


def test_a_part_that_lies_about_its_size_is_refused():
    data = bytearray(package({PART: b" " * 4_000_000}))
    at = data.rindex(PART.encode()) - 46
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    with pytest.raises((LimitExceededError, CorruptDocumentError)):
        list(open_document(bytes(data), "a.docx", DEFAULT_LIMITS._replace(max_unpacked=1_000_000)).passages())


def test_too_many_parts_and_too_much_time_are_refused():
    data = word("<w:p/>", **{f"customXml/item{number}.xml": "<a/>" for number in range(20)})
    with pytest.raises(LimitExceededError):
        open_document(data, "", DEFAULT_LIMITS._replace(max_parts=10))
    with pytest.raises(LimitExceededError):
        list(open_document(data, "", DEFAULT_LIMITS._replace(seconds=-1)).passages())


@pytest.mark.parametrize("name", ["../../etc/x.xml", "/abs.xml", "word/../../x.xml", "C:/x.xml"])
def test_a_part_name_that_points_outside_is_damage(name):
    with pytest.raises(CorruptDocumentError):
        open_document(word("<w:p/>", **{name: "<a/>"}), "")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_damage():
    stream = io.BytesIO(word("<w:p/>"))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("WORD/document.xml", "<a/>")
    with pytest.raises(CorruptDocumentError):
        open_document(stream.getvalue(), "a.docx")


def test_entities_are_damage_and_not_expanded():
    bomb = "<!DOCTYPE a [<!ENTITY x '1'><!ENTITY y '&x;&x;&x;'>]>" + f"<w:document {NAMESPACES}><w:p>{run('&y;')}</w:p></w:document>"
    with pytest.raises(CorruptDocumentError):
        list(open_document(package({PART: bomb}), "").passages())


def test_broken_xml_is_damage():
    with pytest.raises(CorruptDocumentError):
        list(open_document(package({PART: "<w:document>"}), "").passages())


def test_a_password_flag_is_encryption():
    data = bytearray(word("<w:p/>"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(EncryptedDocumentError):
        open_document(bytes(data), "a.docx")


def test_a_file_of_python_docx_is_read_without_blocking_gaps(tmp_path):
    path = tmp_path / "公示.docx"
    document = docx.Document()
    document.add_heading("公示", 1)
    document.sections[0].header.paragraphs[0].text = "机密★1年"
    document.save(str(path))
    read, opened = passages(Path(path).read_bytes())
    assert read[PART].text == "公示"
    assert read["word/header1.xml"].text == "机密★1年"
    assert not any(gap.blocking for gap in opened.coverage.gaps)
