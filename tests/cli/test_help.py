"""Help pages: every command and option explained in both languages, lines within the terminal."""

import re

import pytest

from govredact.cli import help as pages
from govredact.cli.command import COMMANDS
from govredact.cli.dispatch import command_module
from govredact.messages import Texts
from govredact.reports.terminal import width


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_page_names_every_option_and_stays_within_the_width(name, lang):
    command = command_module(name).COMMAND
    text = pages.page(command, Texts(lang), 100)
    for option in command.options:
        assert option.flags[-1] in text
    assert max(map(width, text.splitlines())) <= 100
    assert "{" not in text
    assert bool(re.search("[\u4e00-\u9fff]", text)) == (lang == "zh")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_overview_names_every_command(lang):
    text = pages.overview(Texts(lang), 80)
    for name in COMMANDS:
        assert f"  {name} " in text
    assert max(map(width, text.splitlines())) <= 80


def test_wrapping_keeps_words_whole_and_punctuation_off_the_start_of_a_line():
    lines = pages.wrap("用 govredact list entities 查看，再写 --entity 选项。", 20)
    assert all(width(line) <= 22 for line in lines)
    assert "".join(lines).replace(" ", "") == "用govredactlistentities查看，再写--entity选项。"
    assert not [line for line in lines if line.startswith(("，", "。"))]
