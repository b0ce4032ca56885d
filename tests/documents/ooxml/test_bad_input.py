"""Files that are damaged, locked, lying or made to exhaust: a code of the contract, a reason, and nothing written."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from typing import TYPE_CHECKING

import pytest
from packages import package, paragraph, parts_of, run, word

from govredact.cli import main

if TYPE_CHECKING:
    from pathlib import Path

GOOD = word(paragraph(run("电话13800138000")))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def with_parts(**parts: str | bytes) -> bytes:
    return package({**parts_of(GOOD), **{f"word/{name}.xml": content for name, content in parts.items()}})


def twice() -> bytes:
    stream = io.BytesIO(GOOD)
    with zipfile.ZipFile(stream, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "<w:document/>")
    return stream.getvalue()


def renamed(name: str) -> bytes:
    return package({**parts_of(GOOD), name: "x"})


def locked_member() -> bytes:
    data = bytearray(GOOD)
    for sign, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + flag] |= 1
    return bytes(data)


CASES = {
    "behind a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "a legacy file": (OLE, "unsupported_format"),
    "a locked member": (locked_member(), "encrypted"),
    "cut off": (GOOD[:-60], "corrupt"),
    "cut in the middle": (GOOD[: len(GOOD) // 2], "corrupt"),
    "zero bytes": (b"", "corrupt"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(30), "unsupported_format"),
    "a text": ("电话13800138000".encode(), "corrupt"),
    "any archive": (package({"a.txt": "x"}), "corrupt"),
    "two parts of one name": (twice(), "corrupt"),
    "a name that points outside": (renamed("../../etc/cron.d/x"), "corrupt"),
    "a name from the root": (renamed("/etc/passwd"), "corrupt"),
    "entities that multiply": (with_parts(header1=f"<!DOCTYPE a [<!ENTITY a '{'a' * 99}'><!ENTITY b '&a;&a;'>]><a>&b;</a>"), "corrupt"),
    "an entity of another file": (with_parts(header1="<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"), "corrupt"),
    "a part that is no XML": (with_parts(header1="<a><b></a>"), "corrupt"),
    "a part in a false encoding": (with_parts(header1=b"<a>\xff\xfe\xfd</a>"), "corrupt"),
    "a bomb": (with_parts(header1="<a>" + " " * 64_000_000 + "</a>"), "limit_exceeded"),
    "too many parts": (package({**parts_of(GOOD), **{f"word/x{number}.xml": "" for number in range(20_001)}}), "limit_exceeded"),
}


@pytest.mark.parametrize(("data", "code"), CASES.values(), ids=CASES)
def test_bad_files_are_unreadable_and_nothing_is_written(
    data: bytes, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = tmp_path / "名单.docx", tmp_path / "out"
    source.write_bytes(data)
    assert main(["scan", str(source), "--format", "json"]) == 3
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert (file["status"], file["error"]["code"]) == ("unreadable", code)
    assert main(["mask", str(source), "-o", f"{out}/"]) == 3
    assert not out.exists() or not list(out.iterdir())
    assert source.read_bytes() == data
