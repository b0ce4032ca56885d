"""Completion scripts: made from the commands, accepted by the shells that are here."""

import re
import shutil
import subprocess

import pytest

from govredact.cli.command import COMMANDS
from govredact.cli.completion import SHELLS
from govredact.cli.dispatch import command_module
from govredact.messages import Texts

BASH = shutil.which("bash")


def script(shell, lang="zh"):
    from importlib import import_module

    commands = [command_module(name).COMMAND for name in COMMANDS]
    return import_module(f"govredact.cli.shells.{shell}").script(commands, Texts(lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_every_script(shell, lang):
    text = script(shell, lang)
    for name in COMMANDS:
        assert re.search(rf"\b{name}\b", text)
        for option in command_module(name).COMMAND.options:
            for flag in option.flags:
                assert flag.lstrip("-") in text


def complete(*words):
    call = f"""{script("bash")}
COMP_WORDS=({" ".join(f"'{word}'" for word in words)})
COMP_CWORD={len(words) - 1}
_govredact
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run([BASH, "--norc"], input=call, capture_output=True, text=True, check=True, timeout=20)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("govredact", "sc"), ["scan"]),
        (("govredact", "scan", "--fail-on", "h"), ["high"]),
        (("govredact", "scan", "--form"), ["--format"]),
        (("govredact", "mask", "--in-"), ["--in-place"]),
        (("govredact", "list", "pol"), ["policies"]),
        (("govredact", "--lang", "en", "ver"), ["verify"]),
        (("govredact", "completion", "pow"), ["powershell"]),
    ],
)
def test_bash_completes(words, expected, tmp_path, monkeypatch):
    assert BASH, "bash is part of every machine that runs these tests"
    monkeypatch.chdir(tmp_path)
    assert complete(*words) == expected


def test_bash_offers_files(tmp_path, monkeypatch):
    (tmp_path / "notice.txt").write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert complete("govredact", "scan", "no") == ["notice.txt"]
    assert complete("govredact", "scan", "--baseline", "no") == ["notice.txt"]
