"""`afronte check` on one pair."""

import json
from pathlib import Path

import pytest
from command import afronte

from tui.cli import main
from tui.cli.gate import fails
from tui.resources import asset

SAMPLE = (str(asset("sample/en.txt")), str(asset("sample/it.txt")))
ENGLISH = "The harbour opened on Monday.\n\nNobody was surprised.\n\nThe mayor gave a long speech.\n"
ITALIAN = (
    "Il porto ha aperto lunedì.\n\nNessuno è rimasto sorpreso.\n\nIl sindaco ha tenuto un lungo discorso.\n"
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two short articles that say the same."""
    source, target = tmp_path / "en.txt", tmp_path / "it.txt"
    source.write_text(ENGLISH, "utf-8")
    target.write_text(ITALIAN, "utf-8")
    return str(source), str(target)


def test_a_faithful_pair_passes(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *pair, "--fail-on", "minor"]) == 0
    out, err = capsys.readouterr()
    assert "Findings: none." in out
    assert "3 aligned" in out
    assert err == ""


@pytest.mark.parametrize(
    ("summary", "failing"),
    [
        ({"critical": 0, "major": 0, "minor": 0}, set()),
        ({"critical": 0, "major": 0, "minor": 3}, {"minor"}),
        ({"critical": 0, "major": 1, "minor": 0}, {"minor", "major"}),
        ({"critical": 2, "major": 0, "minor": 0}, {"minor", "major", "critical"}),
    ],
)
def test_what_fails_is_at_or_above_the_severity_named(summary: dict[str, int], failing: set[str]) -> None:
    assert {level for level in ("critical", "major", "minor", "never") if fails(summary, level)} == failing


def test_the_exit_code_follows_fail_on(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """A paragraph on one side only is major."""
    with Path(pair[1]).open("a", encoding="utf-8") as target:
        target.write("\nSecondo fonti anonime, le azioni della società crolleranno presto.\n")
    assert main(["check", *pair]) == 0
    assert main(["check", *pair, "--fail-on", "major"]) == 1
    assert "MAJOR  1\n\n+ only-target" in capsys.readouterr().out


def test_the_sample_pair_has_critical_findings_and_they_fail() -> None:
    run = afronte("check", *SAMPLE, "--format", "json", "--words")
    report = json.loads(run.stdout)
    assert run.returncode == 1
    assert run.stderr == b""
    assert report["summary"]["critical"] > 0
    assert report["source"]["language"] == "en"
    assert report["target"]["language"] == "it"
    for side in ("source", "target"):
        beads = sorted(sentence for bead in report["alignment"] for sentence in bead[side])
        assert beads == list(range(len(report[side]["sentences"])))
        words = [report[side]["text"][word["start"] : word["end"]] for word in report["words"][side]]
        assert "Sarvenik" in words
        assert all(0 <= word["difference"] <= 1 for word in report["words"][side])


def test_one_article_can_come_from_standard_input(pair: tuple[str, str]) -> None:
    run = afronte("check", "-", pair[1], "--format", "json", given=ENGLISH.encode())
    report = json.loads(run.stdout)
    assert run.returncode == 0
    assert report["source"]["path"] == "-"
    assert report["summary"]["aligned"] == 3


def test_one_sentence_against_one_sentence_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "one.en", tmp_path / "one.it"
    source.write_text("The harbour opened on Monday.")
    target.write_text("Il porto ha aperto lunedì.")
    assert main(["check", str(source), str(target)]) == 0
    assert "1 aligned" in capsys.readouterr().out


def test_texts_that_do_not_belong_together_are_said_to_hardly_correspond(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "ferry.txt", tmp_path / "garden.txt"
    source.write_text(
        "The ferry left the harbour before dawn.\n\nNobody on board had slept.\n\nThe captain counted crates."
        "\n\nRain hid the lighthouse.\n\nThe customs officers waited on the quay.\n"
    )
    target.write_text(
        "Le rose vanno potate a fine inverno.\n\nIl terreno argilloso trattiene troppa acqua.\n\n"
        "Meglio usare una vanga di rame.\n\nI bulbi si piantano in autunno.\n\nLe lumache temono la cenere.\n"
    )
    assert main(["check", str(source), str(target), "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert "hardly correspond" in err
    assert json.loads(out)["summary"]["correspondence"] < 0.3


def test_the_wrong_order_is_noticed_and_the_pair_checked_as_given(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = pair
    assert main(["check", target, source]) == 0
    out, err = capsys.readouterr()
    assert "3 aligned" in out
    assert err.count("\n") == 1
    assert "swap" in err
    assert "it.txt" in err
    assert "Italian" in err


def test_languages_can_be_given_in_any_spelling(
    pair: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--source-language", "en-GB", "--target-language", "Italian", "--format", "json"]
    assert main(["check", *pair, *options]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["source"]["language"], report["target"]["language"]) == ("en-GB", "it")


@pytest.mark.long
def test_colours_and_silence_can_be_asked_for(pair: tuple[str, str]) -> None:
    """Silence keeps back the note on the wrong order, not the report, and not what could not be done."""
    source, target = pair
    with Path(target).open("a", encoding="utf-8") as file:
        file.write("\nSecondo fonti anonime, le azioni della società crolleranno presto.\n")
    run = afronte("check", target, source, "--quiet", "--color", "always")
    assert run.stderr == b""
    assert b"\x1b[1" in run.stdout
    assert b"\x1b" not in afronte("check", target, source, "--color", "never").stdout
    assert afronte("check", target, source + ".gone", "--quiet").stderr.count(b"\n") == 1


def test_certainty_is_chosen_by_option_environment_or_file(tmp_path: Path) -> None:
    """The report says which, and lists what is less sure apart."""
    settings = tmp_path / "afronte"
    settings.mkdir()
    (settings / "config.toml").write_text("certainty = 0.9\n")

    def sure(*arguments: str, home: str = str(tmp_path / "none"), variable: str = "") -> tuple[float, int]:
        done = afronte(
            *("check", *SAMPLE, "--format", "json", *arguments),
            XDG_CONFIG_HOME=home,
            AFRONTE_CERTAINTY=variable,
        )
        report = json.loads(done.stdout)
        return report["settings"]["sure"], report["summary"]["critical"]

    at_default = sure()
    from_file = sure(home=str(tmp_path))
    from_environment = sure(home=str(tmp_path), variable="0.5")
    assert (at_default[0], from_file[0], from_environment[0]) == (0.8, 0.9, 0.5)
    assert sure("--sure", "1.0", variable="0.5")[0] == 1.0
    assert from_environment[1] >= at_default[1] >= from_file[1]


@pytest.mark.parametrize("given", ["0.3", "1.1", "much", "nan"])
def test_what_is_no_certainty_is_refused(given: str) -> None:
    done = afronte("check", *SAMPLE, "--sure", given)
    assert done.returncode == 2
    assert f"'{given}' is not a number from 0.4 to 1" in done.stderr.decode()
