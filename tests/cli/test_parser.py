"""Parsing: operands anywhere, mistakes answered with a suggestion, nothing from argparse in English."""

import argparse
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govredact.cli import convert
from govredact.cli.command import Command, Operand, Option
from govredact.cli.parser import parse
from govredact.errors import GovRedactError, UnknownEntityError, UsageError
from govredact.messages import Texts

COMMAND = Command(
    "scan",
    (Operand("PATH", many=True),),
    (
        Option(("-h", "--help")),
        Option(("--all",)),
        Option(("--format",), "FORMAT", choices=("console", "json"), default="console"),
        Option(("--exclude",), "GLOB", many=True),
        Option(("--jobs",), "N", convert=convert.jobs, default=1),
        Option(("--entity",), "A,B", convert=convert.entities, many=True),
        Option(("--output",), "FORMAT:FILE", convert=convert.output, many=True),
        Option(("--as-of",), "DATE", convert=convert.day),
    ),
)


def test_operands_stand_before_between_and_behind_options():
    args = parse(COMMAND, ["a", "--all", "b", "--format", "json", "-", "--", "--odd", "-x"])
    assert args.operands == ["a", "b", "-", "--odd", "-x"]
    assert (args.all, args.format) == (True, "json")


def test_repeatable_options_add_up_and_do_not_leak_into_the_next_run():
    assert parse(COMMAND, ["a", "--exclude", "x", "--exclude=y"]).exclude == ["x", "y"]
    assert parse(COMMAND, ["a"]).exclude == []


def test_values_are_converted():
    args = parse(COMMAND, ["a", "--entity", "cn_mobile, QQ", "--output", "json:C:\\r.json", "--jobs", "3", "--as-of", "2026-11-21"])
    assert args.entity == [("CN_MOBILE", "QQ")]
    assert args.output == [("json", "C:\\r.json")]
    assert args.jobs == 3
    assert args.as_of.isoformat() == "2026-11-21"


def test_jobs_zero_means_all_processors():
    assert parse(COMMAND, ["a", "--jobs", "0"]).jobs >= 1


@pytest.mark.parametrize(
    ("argv", "kind"),
    [
        ([], "missing"),
        (["a", "--fromat", "json"], "unknown_option"),
        (["a", "--zzzzzz"], "no_such_option"),
        (["a", "--form", "json"], "unknown_option"),
        (["a", "--format"], "needs_value"),
        (["a", "--format", "--all"], "needs_value"),
        (["a", "--all=3"], "no_value"),
        (["a", "--format", "jsno"], "choice_near"),
        (["a", "--format", "###"], "choice"),
        (["a", "--jobs", "many"], "number"),
        (["a", "--jobs", "-1"], "number"),
        (["a", "--entity", ","], "empty"),
        (["a", "--output", "json"], "output"),
        (["a", "--output", "jsn:x"], "choice_near"),
        (["a", "--as-of", "21.11.2026"], "date"),
    ],
)
def test_mistakes_are_usage_errors_with_words_in_both_languages(argv, kind):
    with pytest.raises(UsageError) as raised:
        parse(COMMAND, argv)
    assert raised.value.params["kind"] == kind
    assert raised.value.exit_code == 2
    for lang in ("zh", "en"):
        line = Texts(lang).error("usage", "untranslated", raised.value.params)
        assert "untranslated" not in line
        assert "\n" not in line


def test_suggestions():
    with pytest.raises(UsageError, match="did you mean --format"):
        parse(COMMAND, ["a", "--fromat", "json"])
    with pytest.raises(UnknownEntityError, match="CN_MOBILE"):
        parse(COMMAND, ["a", "--entity", "CN_MOBIL"])


def test_help_needs_no_operands():
    assert parse(COMMAND, ["--help"]).help


def test_too_many_operands():
    with pytest.raises(GovRedactError) as raised:
        parse(Command("demo", (), (Option(("--help",)),)), ["a"])
    assert raised.value.params["kind"] == "too_many"


OUT, MANY = Option(("-o", "--out"), "OUT"), Option(("--many",), "M", many=True)
SWITCHES = Command("", (), (Option(("-h", "--help")), Option(("-q", "--quiet")), OUT, MANY))
PIECES = ["-h", "-q", "-qh", "-qo", "-oq", "-o", "-o=", "-oX", "--out", "--out=", "--out=x y", "--many", "--many=-q", "--quiet=", "--ou"]
PIECES += ["-x", "-", "-5", "-.5", "-5.", "- a", "-q a", "a", "", "=", "-=", "--=x", "a=b", "-qx", "-q=h", "--help=1", "---", "-1x"]


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="since Python 3.13 argparse reads joined switches (-q=h, -qx) in another way")
@given(st.lists(st.sampled_from(PIECES), max_size=6))
def test_options_are_read_as_argparse_reads_them(argv):
    assert ours(argv) == theirs(argv)


def ours(argv):
    try:
        args = vars(parse(SWITCHES, argv))
        return {name: value for name, value in args.items() if name != "operands"}, args.get("operands")
    except UsageError as error:
        if error.params["kind"] in ("unknown_option", "no_such_option", "too_many"):
            return "the rest", None
        return error.params["kind"], error.params["option"]


def theirs(argv):
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in SWITCHES.options:
        kind = {"action": "append" if option.many else "store"} if option.value else {"action": "store_true"}
        parser.add_argument(*option.flags, **kind, default=[] if option.many else None if option.value else False)
    try:
        args, rest = parser.parse_known_args(argv)
    except argparse.ArgumentError as error:
        return "needs_value" if "expected" in error.message else "no_value", error.argument_name.split("/")[-1]
    if args.help:
        return vars(args), None
    return ("the rest", None) if rest else (vars(args), rest)
