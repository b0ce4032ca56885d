"""The same notice as different writers print it."""

from __future__ import annotations

import io
import shutil
import subprocess

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

# Checksum-valid and belonging to nobody.
PHONE, IDENTITY = "13800138000", "11010519491231002X"
DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
CHINESE_FONT = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"
CHINESE = ["公示名单", f"姓名：张三　身份证号：{IDENTITY}", f"联系电话：{PHONE}，办公电话另见附件。", "第二段保持不变"]
LATIN = ["Public notice", f"ID card: {IDENTITY}", f"Mobile: {PHONE} or by mail", "The second paragraph stays"]

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def reportlab_pdf(lines, font, pages=1):
    stream = io.BytesIO()
    page = canvas.Canvas(stream, invariant=True)
    for _ in range(pages):
        page.setFont(font, 14)
        for number, line in enumerate(lines):
            page.drawString(72, 760 - 30 * number, line)
        page.rect(60, 500, 300, 80)
        page.showPage()
    page.save()
    return stream.getvalue()


def truetype(_folder=None):
    pdfmetrics.registerFont(TTFont("DejaVu", DEJAVU))
    return reportlab_pdf(LATIN, "DejaVu")


def chinese_truetype(_folder=None):
    pdfmetrics.registerFont(TTFont("ZenHei", CHINESE_FONT))
    return reportlab_pdf(CHINESE, "ZenHei")


def cid(_folder=None):
    return reportlab_pdf(CHINESE, "STSong-Light")


def standard(_folder=None):
    return reportlab_pdf(LATIN, "Helvetica")


def gbk(_folder=None):
    """GBK-EUC-H without ToUnicode and without an embedded font, as official typesetting writes it."""
    import pikepdf
    from pikepdf import Array, Dictionary, Name, String

    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/SimSun"), DW=1000, W=Array([814, 939, 500]),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("GB1"), Supplement=2),
        FontDescriptor=Dictionary(Type=Name.FontDescriptor, FontName=Name("/SimSun"), Flags=4, FontBBox=Array([0, -200, 1000, 900]),
                                  ItalicAngle=0, Ascent=859, Descent=-141, CapHeight=700, StemV=80),
    )  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/SimSun"), Encoding=Name("/GBK-EUC-H"), DescendantFonts=Array([inner])
    )
    shown = [f"BT /F 14 Tf 72 {760 - 30 * number} Td <{line.encode('gbk').hex()}> Tj ET" for number, line in enumerate(CHINESE)]
    return _page(pikepdf.new(), font, "\n".join(shown))


def word(_folder=None):
    """As Word writes it: Identity-H, an embedded TrueType subset that keeps its glyph numbers, ToUnicode, one piece a word, marked."""
    import pikepdf
    from fontTools import subset, ttLib
    from pikepdf import Array, Dictionary, Name, String

    from govredact.documents.pdf.prune import to_unicode

    options = subset.Options(
        retain_gids=True, notdef_outline=True, hinting=False, drop_tables=["GSUB", "GPOS", "GDEF", "post", "name", "OS/2"]
    )
    program = ttLib.TTFont(CHINESE_FONT, fontNumber=0)
    glyphs, metrics, scale = program.getBestCmap(), program["hmtx"], 1000 / program["head"].unitsPerEm
    number = {character: program.getGlyphID(glyphs[ord(character)]) for character in set("".join(CHINESE))}
    width = {character: round(metrics[glyphs[ord(character)]][0] * scale) for character in number}
    chosen = subset.Subsetter(options)
    chosen.populate(text="".join(CHINESE))
    chosen.subset(program)
    stream = io.BytesIO()
    program.save(stream)
    pdf = pikepdf.new()
    name = Name("/BCDEEE+SimSun")
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=32, FontBBox=Array([-8, -145, 1000, 859]), ItalicAngle=0, Ascent=859, Descent=-141,
        CapHeight=683, StemV=50, FontFile2=pdf.make_stream(stream.getvalue(), Length1=len(stream.getvalue())),
    )  # fmt: skip
    widths = [item for character in sorted(number, key=number.get) for item in (number[character], Array([width[character]]))]
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=name, CIDToGIDMap=Name.Identity, DW=1000, W=Array(widths),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0), FontDescriptor=descriptor,
    )  # fmt: skip
    codes = {character: number[character].to_bytes(2, "big") for character in number}
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name("/Identity-H"), DescendantFonts=Array([inner]),
        ToUnicode=pdf.make_stream(to_unicode({code: character for character, code in codes.items()})),
    )  # fmt: skip
    shown = []
    for row, line in enumerate(CHINESE):
        x = 72.0
        for start in range(0, len(line), 4):
            piece = line[start : start + 4]
            hexadecimal = "".join(codes[character].hex() for character in piece)
            shown.append(
                f"/P <</MCID {row * 50 + start}>> BDC BT /F 14.04 Tf 1 0 0 1 {x:.2f} {760 - 30 * row} Tm [<{hexadecimal}>] TJ ET EMC"
            )
            x += sum(width[character] for character in piece) * 14.04 / 1000
    return _page(pdf, font, "\n".join(shown))


def _page(pdf, font, content):
    import pikepdf

    pdf.add_blank_page(page_size=(595.32, 841.92))
    page = pdf.pages[0].obj
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(content.encode())
    stream = io.BytesIO()
    pdf.save(stream, static_id=True)
    return stream.getvalue()


def html(body, style=""):
    return f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>'


def chromium(folder, page=None):
    """``page`` (HTML, the notice by default) printed by Chromium, which must be installed where the tests run."""
    browser = shutil.which("chromium")
    assert browser, "install chromium"
    (folder / "page.html").write_text(page or html("".join(f"<p>{line}</p>" for line in CHINESE)), encoding="utf-8")
    options = (
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update"
        " --disable-sync --no-pdf-header-footer"
    )
    command = [
        browser,
        *options.split(),
        f"--user-data-dir={folder}/profile",
        f"--print-to-pdf={folder}/page.pdf",
        str(folder / "page.html"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "page.pdf").read_bytes()


def ghostscript(folder, data=None):
    """``data`` (by default what Chromium prints) distilled by Ghostscript."""
    assert shutil.which("gs"), "install ghostscript"
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile=-", "-"]
    return subprocess.run(command, input=data or chromium(folder), capture_output=True, check=True, timeout=120).stdout


def cairo(folder, data=None):
    """``data`` (by default what LibreOffice prints) drawn by Cairo."""
    assert shutil.which("pdftocairo"), "install poppler-utils"
    (folder / "in.pdf").write_bytes(data or libreoffice(folder))
    subprocess.run(["pdftocairo", "-pdf", str(folder / "in.pdf"), str(folder / "out.pdf")], check=True, capture_output=True, timeout=120)
    return (folder / "out.pdf").read_bytes()


def libreoffice(folder, name="notice.txt", data=None):
    """``data`` (the notice by default) printed by LibreOffice, which must be installed; the ending of ``name`` says what it is."""
    office = shutil.which("soffice")
    assert office, "install libreoffice-writer and libreoffice-calc"
    (folder / name).write_bytes(data or "\n".join(CHINESE).encode())
    profile = f"-env:UserInstallation=file://{folder}/office"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / name)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (folder / name).with_suffix(".pdf").read_bytes()


WRITERS = {
    "truetype": truetype,
    "chinese truetype": chinese_truetype,
    "cid": cid,
    "standard": standard,
    "gbk": gbk,
    "word": word,
    "libreoffice": libreoffice,
    "chromium": chromium,
    "ghostscript": ghostscript,
    "cairo": cairo,
}
