"""The same notice as different writers print it: ReportLab (TrueType subset, STSong-Light), LibreOffice, simple encodings."""

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


def truetype():
    pdfmetrics.registerFont(TTFont("DejaVu", DEJAVU))
    return reportlab_pdf(LATIN, "DejaVu")


def cid():
    return reportlab_pdf(CHINESE, "STSong-Light")


def standard():
    return reportlab_pdf(LATIN, "Helvetica")


def libreoffice(folder):
    """A file printed by LibreOffice, which must be installed where the tests run."""
    office = shutil.which("soffice")
    assert office, "install libreoffice-writer"
    (folder / "notice.txt").write_text("\n".join(CHINESE), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "notice.txt")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "notice.pdf").read_bytes()
