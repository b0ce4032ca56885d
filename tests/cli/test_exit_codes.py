"""The code of a run from the codes of its files."""

from hypothesis import given
from hypothesis import strategies as st

from govredact import errors
from govredact.cli import exit_codes
from govredact.models import FileError, FileReport, Finding, Gap, Location

ORDER = [130, 2, 4, 3, 1, 0]
FILE = FileReport("a", "text", "0" * 64, "scanned")
FINDING = Finding("KEYWORD", "sensitive", "review", "high", 1.0, "keyword", 0, 1, "x", "*", Location("text"))


@given(st.lists(st.sampled_from(ORDER)))
def test_first_of_the_contracts_order_that_applies(codes):
    expected = next((code for code in ORDER if code in codes), 0)
    assert exit_codes.combine(codes) == expected


def test_every_masking_error_is_4_and_every_document_error_3():
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, errors.MaskingError):
            assert exit_codes.of_file(FILE._replace(error=FileError(kind.code, "", {})), "medium") == 4
        elif isinstance(kind, type) and issubclass(kind, errors.DocumentError):
            assert exit_codes.of_file(FILE._replace(status="unreadable", error=FileError(kind.code, "", {})), "never") == 3


def test_blocking_gap_is_3_and_another_is_not():
    assert exit_codes.of_file(FILE._replace(gaps=(Gap("a", "unknown_part", True),)), "never") == 3
    assert exit_codes.of_file(FILE._replace(gaps=(Gap("a", "picture", False),)), "low") == 0


def test_skipped_is_clean():
    assert exit_codes.of_file(FILE._replace(status="skipped", error=FileError("hidden", "", {})), "low") == 0


def test_lawful_findings_never_count_and_filtered_ones_neither():
    assert exit_codes.of_file(FILE._replace(findings=(FINDING._replace(action="allow"),)), "low") == 0
    assert exit_codes.of_file(FILE._replace(filtered=(FINDING,)), "low") == 0
    assert exit_codes.of_file(FILE._replace(findings=(FINDING,)), "high") == 1
    assert exit_codes.of_file(FILE._replace(findings=(FINDING,)), "critical") == 0
