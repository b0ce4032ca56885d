# ruff: noqa: E501 - records are easier to read in one line
"""MHTML and mail: parts are decoded, found in, masked and put back; what does not change stays byte for byte."""

from __future__ import annotations

import base64
import quopri
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

import govredact

PHONE = "13800138000"
MASKED = "138****8000"
HEAD = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.example.gov.cn/a.html\r\nSubject: =?utf-8?B?%s?=\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----x"\r\n\r\n\r\n'
)


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


def part(kind: str, encoding: str, body: bytes, location: str = "https://www.example.gov.cn/a.html") -> bytes:
    header = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Location: {location}\r\n\r\n"
    return b"------x\r\n" + header.encode() + body + b"\r\n"


def quoted(text: str, charset: str = "utf-8") -> bytes:
    return quopri.encodestring(text.encode(charset)).replace(b"\n", b"\r\n")


def page(*parts: bytes, subject: str = "公示") -> bytes:
    return HEAD % base64.b64encode(subject.encode()) + b"".join(parts) + b"------x--\r\n"


def content(data: bytes, number: int = 0) -> str:
    parts = [p for p in message_from_bytes(data, policy=policy.default).walk() if not p.is_multipart()]
    return parts[number].get_content()


def test_a_number_split_by_tags_and_soft_line_ends_is_masked(engine: govredact.Engine) -> None:
    html = "<p>" + "救助对象名单" * 12 + f"，联系电话<b>138</b>{PHONE[3:]}</p>"
    data = page(part("text/html; charset=utf-8", "quoted-printable", quoted(html)))
    assert PHONE[3:].encode() not in data or b"=\r\n" in data
    report = engine.scan_file(data, "a.mht")
    assert [(f.entity, f.value, f.member) for f in report.findings] == [("CN_MOBILE", "138</b>00138000", "1-a.html")]
    assert content(engine.mask_file(data, "a.mht").data) == html.replace(PHONE[3:], MASKED[3:])


def test_only_the_part_that_changes_is_written_anew(engine: govredact.Engine) -> None:
    odd = part("text/css", "quoted-printable", b".a=7B =\r\n color:=20red }=0D=0A", "https://x/a.css")
    picture = part("image/png", "base64", base64.b64encode(b"\x89PNG" * 9), "https://x/a.png")
    html = part("text/html; charset=utf-8", "base64", base64.encodebytes(f"<p>电话{PHONE}</p>".encode()).replace(b"\n", b"\r\n"))
    data = page(odd, html, picture)
    copy = engine.mask_file(data, "a.mhtml").data
    assert odd in copy
    assert picture in copy
    assert content(copy, 1) == f"<p>电话{MASKED}</p>"
    report = engine.scan_file(data, "a.mhtml")
    assert [(gap.place, gap.reason, gap.blocking) for gap in report.gaps] == [("3-a.png", "picture", False)]


def test_a_page_without_findings_is_unchanged(engine: govredact.Engine) -> None:
    data = page(part("text/html; charset=gb2312", "8bit", "<p>公示</p>".encode("gb2312")))
    assert engine.mask_file(data, "a.mht").data == data


def test_a_part_in_another_encoding_keeps_it(engine: govredact.Engine) -> None:
    html = f"<p>救助对象公示名单，联系电话：{PHONE}</p>"
    data = page(part("text/html; charset=gb2312", "8bit", html.encode("gb2312")))
    assert engine.mask_file(data, "a.mht").data == page(part("text/html; charset=gb2312", "8bit", html.replace(PHONE, MASKED).encode("gb2312")))


def test_headers_are_masked_in_words_and_in_the_open(engine: govredact.Engine) -> None:
    data = page(part("text/html", "8bit", b"<p>1</p>", f"https://x/?tel={PHONE}"), subject=f"关于{PHONE}的公示")
    copy = engine.mask_file(data, "a.mht").data
    assert message_from_bytes(copy, policy=policy.default)["Subject"] == f"关于{MASKED}的公示"
    assert f"https://x/?tel={MASKED}".encode() in copy


def test_headers_in_an_old_encoding_keep_their_bytes(engine: govredact.Engine) -> None:
    data = page(part("text/html", "8bit", b"<p>1</p>")).replace(b"Subject:", f"X-Note: 电话{PHONE}\r\nSubject:".encode("gbk"))
    assert engine.mask_file(data, "a.mht").data == data.replace(PHONE.encode(), MASKED.encode())


def test_a_mail_with_attachments_is_read_and_masked(engine: govredact.Engine) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "名单", "a@example.com", "b@example.com"
    mail.set_content(f"电话{PHONE}\n", charset="utf-8")
    mail.add_alternative(f"<p>电话<i>{PHONE}</i></p>", subtype="html")
    mail.add_attachment(f"姓名,电话\n张某,{PHONE}\n".encode(), maintype="text", subtype="csv", filename="名单.csv")
    data = mail.as_bytes()
    found = [f.member for f in engine.scan_file(data, "a.eml").findings if f.entity == "CN_MOBILE"]
    assert len(found) == 3
    copy = message_from_bytes(engine.mask_file(data, "a.eml").data, policy=policy.default)
    texts = [p.get_content() for p in copy.walk() if not p.is_multipart()]
    assert all(MASKED in (t if isinstance(t, str) else t.decode()) for t in texts)
    assert len(texts) == 3


def test_content_decides_before_the_name(engine: govredact.Engine) -> None:
    data = page(part("text/html", "base64", base64.b64encode(f"<p>{PHONE}".encode())))
    for name in ("a.mht", "a.txt", "a.html", "a"):
        assert engine.scan_file(data, name).format == "mhtml"


@pytest.mark.parametrize(
    ("data", "reasons"),
    [
        (HEAD % b"" + part("text/html", "base64", b"%%%") + b"------x--", ["corrupt"]),
        (HEAD % b"", ["corrupt"]),
        ((HEAD % b"//").replace(b"utf-8", b"ut\xff-8") + part("text/html", "base64", b"%%%") + b"------x--", ["corrupt"]),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n" + b"--y\r\nContent-Type: multipart/mixed; boundary=y\r\n\r\n" * 99, ["corrupt"]),
    ],
)
def test_damage_is_listed_and_blocks(engine: govredact.Engine, data: bytes, reasons: list[str]) -> None:
    report = engine.scan_file(data, "a.mht")
    assert report.status == "unreadable" or ([gap.reason for gap in report.gaps] == reasons and report.blocking_gaps)


def test_what_is_no_message_is_refused(engine: govredact.Engine) -> None:
    assert engine.scan_file(b"<p>13800138000</p>", "a.mht").error.code == "corrupt"
    assert engine.scan_file(b"", "a.eml").error.code == "corrupt"


def test_a_part_without_an_end_is_read_to_the_end(engine: govredact.Engine) -> None:
    data = page(part("text/html", "8bit", f"<p>{PHONE}".encode())).removesuffix(b"------x--\r\n")
    assert [f.value for f in engine.scan_file(data, "a.mht").findings] == [PHONE]
