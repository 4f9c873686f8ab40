"""`afronte same` and `check --same`: what is the same is kept, shared and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tui.cli import main
from tui.comparison import Equivalence
from tui.desk import Desk

ENGLISH = "The Corderia of Genoa was sold for 12 million euros on Monday.\n"
ITALIAN = "La Cordaria di Genova è stata venduta per 12 milioni di euro lunedì.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "terms.tsv").write_text("en\tit\nCorderia\tCordaria\npier\tpontile\n", "utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "it.txt").write_text(ITALIAN, "utf-8")
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    out, err = capsys.readouterr()
    return out or err


def test_a_glossary_is_taken_over_listed_taken_back_and_given_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said(capsys, "same", "import", "terms.tsv") == "imported 2\n"
    assert said(capsys, "same", "import", "terms.tsv") == "imported 0, 2 were there already\n"
    assert said(capsys, "same", "list") == "Corderia  Cordaria  en→it\npier      pontile   en→it\n"
    said(capsys, "same", "export", "out.tsv")
    assert said(capsys, "same", "export") == (folder / "out.tsv").read_text("utf-8")
    assert said(capsys, "same", "remove", "pontile", "pier") == "removed pontile = pier\n"
    assert "pier" not in said(capsys, "same", "list")
    assert "are not kept" in said(capsys, "same", "remove", "pontile", "pier", code=2)
    told = said(capsys, "same", "export", "out.tsv", code=2)
    assert "out.tsv is there already: name another file, or remove it first" in told
    said(capsys, "same", "import", "out.tsv")
    assert "pier" in said(capsys, "same", "list")


@pytest.mark.usefixtures("folder")
def test_figures_of_one_pair_are_listed_with_it_and_not_given_on(capsys: pytest.CaptureFixture[str]) -> None:
    from tui.articles import load_pair

    pair = load_pair("en.txt", "it.txt")
    dossier = Desk().open(pair.source, pair.target, source_title="Sold", target_title="Venduta")
    dossier.call_same(Equivalence("12", "21", "en", "it", figures=True))
    assert said(capsys, "same", "list") == "12  21  en→it  only in Sold / Venduta\n"
    assert "12" not in said(capsys, "same", "export")


@pytest.mark.usefixtures("folder")
def test_check_leaves_out_what_the_glossary_calls_the_same_and_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = said(capsys, "check", "en.txt", "it.txt", "--format", "json", "--fail-on", "never")
    names = [f for f in json.loads(before)["findings"] if f["kind"] == "name"]
    assert names
    arguments = ("check", "en.txt", "it.txt", "--same", "terms.tsv", "--fail-on", "never")
    report = json.loads(said(capsys, *arguments, "--format", "json"))
    assert [f["id"] for f in report["silenced"]] == [f["id"] for f in names]
    assert not [f for f in report["findings"] if f["kind"] == "name"]
    assert report["settings"]["same"] == "terms.tsv"
    for form in ("text", "md", "plain"):
        assert "1 finding by terms.tsv" in " ".join(said(capsys, *arguments, "--format", form).split())


def test_a_bad_glossary_ends_the_check_before_the_work(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "terms.tsv").write_text("Corderia\n")
    assert "no two terms" in said(capsys, "check", "en.txt", "it.txt", "--same", "terms.tsv", code=2)
