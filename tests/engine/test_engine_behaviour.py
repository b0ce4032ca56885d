"""The engine from outside: files, encodings, policies, refusal, proof, threads and processes."""

from __future__ import annotations

import hashlib
import io
import pickle
import random
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import values

import govredact
from govredact import BlockedDocumentError, DocumentError, Engine, MaskingError, UsageError

RNG = random.Random(11)
ID, MOBILE, CARD = values.resident_id(RNG), values.mobile(RNG), values.bank_card(RNG)
NOTICE = f"申请人张三，身份证号：{ID}，电话：{MOBILE}。\r\n银行卡：{CARD}\r\n举报电话：12345\r\n"
EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_a_masked_copy_keeps_encoding_line_ends_and_everything_else(engine: Engine, encoding: str) -> None:
    data = NOTICE.encode(encoding)
    masked = engine.mask_file(data, "a.txt").data
    text = masked.decode(encoding)
    assert text == NOTICE.replace(ID, ID[:2] + "*" * 13 + ID[-3:]).replace(MOBILE, MOBILE[:3] + "****" + MOBILE[-4:]).replace(
        CARD, CARD[:4] + "*" * (len(CARD) - 8) + CARD[-4:]
    )
    assert engine.verify(data, masked, "a.txt").passed


def test_verify_finds_what_was_left(engine: Engine) -> None:
    data = NOTICE.encode()
    masked = engine.mask_file(data, "a.txt").data
    leaky = masked + f"\n附注 {MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}".encode()
    outcome = engine.verify(data, leaky, "a.txt")
    assert not outcome.passed
    assert outcome.residues[0].line == 5


def test_an_account_known_by_its_label_is_masked_where_no_label_stands(engine: Engine) -> None:
    account = "80260065930858"
    masked = engine.mask_text(f"账号：{account}\n\n以上{account}已核对，另见（{account[:4]} {account[4:8]} {account[8:]}）")
    assert account[:8] not in masked.text.replace(" ", "")
    assert len(masked.decisions) == 3


def test_a_number_that_looks_like_telephones_in_another_place_goes_there_too(engine: Engine) -> None:
    text = '{"phone": "3502 0320 0712 3191 2141，", "身份证号": "35020320071231912141"}'
    masked = engine.mask_file(text.encode(), "a.json").data.decode()
    assert "0712" not in masked


def test_thorough_verify_sees_digits_pulled_apart(engine: Engine) -> None:
    data = f"身份证号：{ID}".encode()
    torn = "、".join(ID).encode()
    assert engine.verify(data, torn, "a.txt").passed
    assert not engine.verify(data, torn, "a.txt", thorough=True).passed


def test_a_document_with_a_block_is_refused_and_named(tmp_path: Path) -> None:
    policy = tmp_path / "govredact.toml"
    policy.write_text('extends = "gov-website"\n[entities.CN_MOBILE]\naction = "block"\n', encoding="utf-8")
    with pytest.raises(BlockedDocumentError) as caught:
        Engine(str(policy)).mask_text(f"电话：{MOBILE}")
    assert "CN_MOBILE" in str(caught.value)
    assert MOBILE not in str(caught.value)


def test_review_findings_stay_unless_they_are_included() -> None:
    text = f"值班电话：{MOBILE}"
    assert Engine().mask_text(text).text == text
    assert MOBILE not in Engine(include_review=True).mask_text(text).text


def test_masked_name(engine: Engine) -> None:
    assert engine.masked_name(f"名单{MOBILE}.txt") == f"名单{MOBILE[:3]}＊＊＊＊{MOBILE[-4:]}.txt"
    assert engine.masked_name("notice.txt") == "notice.txt"


def test_a_file_name_is_scanned(engine: Engine) -> None:
    report = engine.scan_file(b"", f"{ID}.txt")
    assert [(f.entity, f.location.attribute) for f in report.findings] == [("CN_RESIDENT_ID", "file_name")]


def test_filters_are_named_and_kept_apart(tmp_path: Path) -> None:
    allowed = tmp_path / "allow.txt"
    allowed.write_text(f"{MOBILE}\n", encoding="utf-8")
    text = f"电话：{MOBILE}\n身份证：{ID} # govredact:allow\n卡 {CARD}"
    report = Engine(allow_lists=[str(allowed)]).scan_file(text.encode(), "a.txt")
    assert [f.entity for f in report.findings] == ["BANK_CARD"]
    assert {f.entity: f.filtered_by for f in report.filtered} == {"CN_MOBILE": "allow_list", "CN_RESIDENT_ID": "inline"}


def test_inline_ignores_can_be_switched_off() -> None:
    text = f"身份证：{ID} # govredact:allow"
    assert Engine(inline=False).scan_text(text) != []


def test_reports_of_a_run_are_the_same_in_threads(engine: Engine) -> None:
    texts = [f"{NOTICE}{n}" for n in range(24)]
    one = [engine.scan_file(t.encode(), "a.txt") for t in texts]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(lambda t: engine.scan_file(t.encode(), "a.txt"), texts)) == one


def test_an_engine_travels_to_another_process(engine: Engine) -> None:
    twin = pickle.loads(pickle.dumps(engine))
    assert twin.scan_text(NOTICE) == engine.scan_text(NOTICE)


def test_reload_takes_a_changed_list(tmp_path: Path) -> None:
    words = tmp_path / "words.txt"
    words.write_text("旧称谓\n", encoding="utf-8")
    engine = Engine(lexicons=[str(words)])
    assert [f.entity for f in engine.scan_text("关于旧称谓与新称谓的说明")] == ["KEYWORD"]
    words.write_text("旧称谓\n新称谓\n", encoding="utf-8")
    engine.reload()
    assert len(engine.scan_text("关于旧称谓与新称谓的说明")) == 2


def test_scan_takes_paths_bytes_and_open_files(tmp_path: Path, engine: Engine) -> None:
    path = tmp_path / "a.txt"
    path.write_text(NOTICE, encoding="utf-8", newline="")
    by_path, by_bytes = engine.scan(path), engine.scan(NOTICE.encode(), "a.txt")
    by_file = engine.scan(io.BytesIO(NOTICE.encode()), "a.txt")
    assert [f.entity for f in by_path.findings] == [f.entity for f in by_bytes.findings] == [f.entity for f in by_file.findings]
    assert by_path.sha256 == hashlib.sha256(NOTICE.encode()).hexdigest()
    assert govredact.scan(path).findings == by_path.findings


def test_mask_writes_a_verified_copy_and_never_over_its_input(tmp_path: Path) -> None:
    path, copy = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text(NOTICE, encoding="utf-8", newline="")
    govredact.mask(path, copy)
    assert ID not in copy.read_text(encoding="utf-8")
    assert govredact.verify(path, copy).passed
    with pytest.raises(UsageError):
        govredact.mask(path, path)
    assert path.read_text(encoding="utf-8") == NOTICE.replace("\r\n", "\n")


@pytest.mark.parametrize("name", ["名单.docx", "公示.pdf"])
def test_what_cannot_be_masked_yet_is_refused_not_half_done(engine: Engine, name: str) -> None:
    data = (EXAMPLES / name).read_bytes()
    try:
        masked = engine.mask_file(data, name).data
    except MaskingError:
        return
    assert engine.verify(data, masked, name).passed


def test_unreadable_documents_are_reported_with_a_code(engine: Engine) -> None:
    report = engine.scan_file(b"\x89PNG\r\n\x1a\n" + bytes(40), "a.png")
    assert (report.status, report.error and report.error.code) == ("unreadable", "unsupported_format")
    with pytest.raises(DocumentError):
        engine.mask_file(b"", "a.docx")


def test_full_scans_open_no_connection(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a scan opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    fresh = Engine("strict")
    for path in sorted(EXAMPLES.iterdir()):
        if path.is_file():
            assert fresh.scan_file(path.read_bytes(), path.name).status == "scanned"
    assert fresh.scan_text("邮箱 zhang@example.com，网址 http://example.com/赌博网站") != []


def test_an_error_never_holds_the_value(engine: Engine) -> None:
    for name in ("a.docx", "b.pdf", "c.json"):
        report = engine.scan_file(f"PK\x03\x04 {ID}".encode(), name)
        assert ID not in str(report.error)


AGAIN = ["订单号：110101 19900307 4258", "快递单号：１１０１０１１９９００３０７４２５８", "编号110101-19900307-4258"]


@pytest.mark.parametrize("again", AGAIN)
def test_a_number_that_goes_in_one_place_goes_where_its_context_made_it_doubtful(again: str) -> None:
    masked = govredact.Engine().mask_text(f"身份证号110101199003074258。\n{again}。").text
    assert "4258" not in masked.replace(" ", "").replace("-", "")
    assert "４２５８" not in masked
