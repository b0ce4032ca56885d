# ruff: noqa: E501 - records are easier to read in one line
"""WARC: every record is read, packed or not; damage is listed; nothing is masked."""

from __future__ import annotations

import gzip
import re
import zlib

import pytest

import govredact
from govredact.documents import Limits, open_document
from govredact.errors import LimitExceededError, MaskingUnsupportedError

PHONE = "13800138000"


@pytest.fixture(scope="module")
def engine() -> govredact.Engine:
    return govredact.Engine()


def record(content: bytes, kind: str = "response", uri: str = "http://www.example.gov.cn/a.html", media: str = "application/http; msgtype=response") -> bytes:
    header = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nContent-Type: {media}\r\nContent-Length: {len(content)}\r\n\r\n"
    return header.encode() + content + b"\r\n\r\n"


def answer(body: bytes, media: str = "text/html; charset=utf-8", *more: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", f"Content-Type: {media}", *more, "", ""]).encode() + body


def info() -> bytes:
    return record(b"software: x\r\n", "warcinfo", "", "application/warc-fields")


def found(engine: govredact.Engine, data: bytes, name: str = "a.warc") -> list[tuple[str, str | None]]:
    return [(f.value, f.member) for f in engine.scan_file(data, name).findings if f.entity == "CN_MOBILE"]


PAGE = record(answer(f"<p>电话<b>138</b>{PHONE[3:]}</p>".encode()))


@pytest.mark.parametrize(
    ("data", "name"),
    [(info() + PAGE, "a.warc"), (gzip.compress(info()) + gzip.compress(PAGE), "a.warc.gz"), (gzip.compress(info() + PAGE), "dump"), (info() + PAGE, "a.txt")],
)
def test_pages_in_a_crawl_are_read(engine: govredact.Engine, data: bytes, name: str) -> None:
    assert found(engine, data, name) == [("138</b>00138000", "2-a.html")]
    assert engine.scan_file(data, name).format == "warc"


def test_bodies_are_read_as_servers_meant_them(engine: govredact.Engine) -> None:
    body = f"<p>{PHONE}</p>".encode()
    chunked = b"%x\r\n" % 6 + body[:6] + b"\r\n" + b"%x;x=y\r\n" % (len(body) - 6) + body[6:] + b"\r\n0\r\n\r\n"
    records = [
        record(answer(gzip.compress(body), "text/html", "Content-Encoding: gzip")),
        record(answer(zlib.compress(body), "text/html", "Content-Encoding: deflate")),
        record(answer(chunked, "text/html", "Transfer-Encoding: chunked")),
        record(b"POST / HTTP/1.1\r\nHost: x\r\n\r\ntel=" + PHONE.encode(), "request", media="application/http; msgtype=request"),
        record(body, "resource", "file:///a.html", "text/html"),
    ]
    assert [value for value, _ in found(engine, b"".join(records))] == [PHONE] * 5


def test_addresses_and_headers_are_read(engine: govredact.Engine) -> None:
    data = record(answer(b"<p>1</p>", "text/html", f"X-Tel: {PHONE}"), uri="http://x/?tel=13900139000")
    assert {value for value, _ in found(engine, data)} == {PHONE, "13900139000"}


def test_pictures_are_listed(engine: govredact.Engine) -> None:
    report = engine.scan_file(record(answer(b"\x89PNG", "image/png")) + PAGE, "a.warc")
    assert [(gap.place, gap.reason, gap.blocking) for gap in report.gaps] == [("record 1", "picture", False)]
    assert len(report.findings) == 1


@pytest.mark.parametrize(
    "damaged",
    [
        PAGE.replace(b"Content-Length: ", b"Content-Length: 9"),
        PAGE.replace(b"Content-Length: ", b"Content-Length: x"),
        re.sub(b"Content-Length: [0-9]", b"Content-Length: ", PAGE),
        PAGE[:90],
        PAGE + b"\x00\x01garbage\r\n",
    ],
)
def test_damaged_records_are_listed_and_the_others_read(engine: govredact.Engine, damaged: bytes) -> None:
    last = record(answer(b"<p>13900139000</p>"))
    report = engine.scan_file(info() + damaged + last, "a.warc")
    assert report.blocking_gaps
    assert "13900139000" in {finding.value for finding in report.findings}


def test_a_damaged_member_of_a_packed_crawl_is_skipped(engine: govredact.Engine) -> None:
    first, broken, last = gzip.compress(info()), bytearray(gzip.compress(PAGE)), gzip.compress(record(answer(b"<p>13900139000</p>")))
    broken[20:40] = b"\xff" * 20
    report = engine.scan_file(first + bytes(broken) + last, "a.warc.gz")
    assert report.blocking_gaps
    assert [finding.value for finding in report.findings] == ["13900139000"]
    assert engine.scan_file(first + last[:-9], "a.warc.gz").blocking_gaps


def test_a_bomb_meets_the_limit() -> None:
    data = gzip.compress(record(b"\x00" * 3_000_000))
    document = open_document(data, "a.warc.gz", Limits(max_unpacked=1_000_000))
    with pytest.raises(LimitExceededError):
        list(document.passages())


def test_a_crawl_is_not_masked(engine: govredact.Engine) -> None:
    with pytest.raises(MaskingUnsupportedError):
        engine.mask_file(info() + PAGE, "a.warc")
    clean = info() + record(answer(b"<p>1</p>"))
    assert engine.mask_file(clean, "a.warc").data == clean
