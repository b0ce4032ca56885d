"""``govredact fix --wording``: only what a finding suggests changes, in a copy or in place, and nothing is masked."""

import docx
import pytest

WRONG = "各部门要认真布署防汛工作，经领导小姐研究决定，联系电话13800138000。\r\n会议定于2024年5月6日（星期二）召开。\r\n"
RIGHT = WRONG.replace("布署", "部署").replace("领导小姐", "领导小组")


@pytest.fixture
def notice(tmp_path):
    path = tmp_path / "通知.txt"
    path.write_bytes(WRONG.encode("gb18030"))
    return path


def test_only_misspelt_words_change(run, notice):
    outcome = run("fix", "--wording", notice, "-o", "改.txt", "--format", "json")
    assert (notice.parent / "改.txt").read_bytes().decode("gb18030") == RIGHT
    assert notice.read_bytes().decode("gb18030") == WRONG
    file = outcome.report["files"][0]
    assert file["corrected"]["decisions"] == 2
    assert "masked" not in file
    assert outcome.code == 1  # the telephone number remains
    assert not [f for f in file["findings"] if f["entity"] == "TYPO"]


def test_the_console_says_that_nothing_was_masked(run, notice):
    outcome = run("fix", "--wording", notice, "-o", "改.txt")
    assert "改正 2 处，未做遮盖" in outcome.out
    assert "13800138000" not in outcome.out


def test_a_word_file_keeps_its_runs(run, tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph("要认真")
    paragraph.add_run("布").bold = True
    paragraph.add_run("署防汛工作")
    document.save(tmp_path / "通知.docx")
    assert run("fix", "--wording", "通知.docx", "-o", "改.docx").code == 0
    runs = docx.Document(tmp_path / "改.docx").paragraphs[0].runs
    assert [(r.text, r.bold) for r in runs] == [("要认真", None), ("部", True), ("署防汛工作", None)]


def test_a_file_without_misspelt_words_is_copied_as_it_is(run, tmp_path):
    (tmp_path / "好.txt").write_bytes("认真部署防汛工作。\r\n".encode("gb18030"))
    assert run("fix", "--wording", "好.txt", "-o", "改.txt").code == 0
    assert (tmp_path / "改.txt").read_bytes() == (tmp_path / "好.txt").read_bytes()


BAD = [("-o", "改.txt"), ("--wording",), ("--wording", "-o", "改.txt", "--in-place"), ("--wording", "-o", "通知.txt")]


@pytest.mark.parametrize("arguments", BAD)
def test_what_is_missing_or_dangerous_gives_2(run, notice, arguments):
    outcome = run("fix", notice, *arguments)
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert notice.read_bytes().decode("gb18030") == WRONG
