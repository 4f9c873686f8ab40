"""`afronte check --back-translate`."""

import json
from pathlib import Path

import pytest
from command import afronte

from tui.translation import Shelf

ENGLISH = "The water is cold.\n\nThe house is old.\n"
ITALIAN = "L'acqua è fredda.\n\nLa casa è vecchia.\n"


def pair(folder: Path) -> list[str]:
    (folder / "en.txt").write_text(ENGLISH, "utf-8")
    (folder / "it.txt").write_text(ITALIAN, "utf-8")
    return [str(folder / "en.txt"), str(folder / "it.txt")]


def test_an_installed_model_translates_each_target_sentence_back(stocked: Shelf, tmp_path: Path) -> None:
    options = ["--back-translate", "--format", "json", "--fail-on", "never"]
    run = afronte("check", *pair(tmp_path), *options, ARGOS_PACKAGES_DIR=str(stocked.folder))
    assert run.returncode == 0, run.stderr
    report = json.loads(run.stdout)
    back = report["back_translation"]
    assert [item["sentence"] for item in back] == [0, 1]
    assert "water" in back[0]["text"]
    assert "house" in back[1]["text"]
    assert {item["engine"] for item in back} == {"Argos it→en 1.0"} == {report["engine"]["translator"]}


def test_where_the_back_translation_parts_from_the_source_is_a_finding(
    stocked: Shelf, tmp_path: Path
) -> None:
    source, target = pair(tmp_path)
    Path(target).write_text(ITALIAN.replace("è fredda", "non è fredda"), "utf-8")
    run = afronte("check", source, target, "--back-translate", ARGOS_PACKAGES_DIR=str(stocked.folder))
    assert "back-translation" in run.stdout.decode()
    assert "in English  " in run.stdout.decode()


@pytest.mark.long
def test_a_command_can_translate_back_too(tmp_path: Path) -> None:
    options = ["--back-translate", "--translator", "sed -u s/casa/house/", "--format", "json"]
    report = json.loads(afronte("check", *pair(tmp_path), *options).stdout)
    assert report["back_translation"][1]["text"] == "La house è vecchia."
    assert report["engine"]["translator"] == "sed -u s/casa/house/"


def test_the_command_can_stand_in_the_settings(stocked: Shelf, tmp_path: Path) -> None:
    """An option goes before it, also to say that it is to be Argos this time."""
    (tmp_path / "afronte").mkdir()
    (tmp_path / "afronte" / "config.toml").write_text('translator = "sed -u s/acqua/water/"\n')
    check = ["check", *pair(tmp_path), "--back-translate", "--format", "json", "--fail-on", "never"]

    def engine(*options: str) -> str:
        home, folder = str(tmp_path), str(stocked.folder)
        run = afronte(*check, *options, XDG_CONFIG_HOME=home, ARGOS_PACKAGES_DIR=folder)
        return str(json.loads(run.stdout)["engine"]["translator"])

    assert engine() == "sed -u s/acqua/water/"
    assert engine("--translator", "sed -u s/casa/house/") == "sed -u s/casa/house/"
    assert engine("--translator", "argos") == "Argos it→en 1.0"


def test_without_a_model_the_line_says_how_to_get_one(shelf: Shelf, tmp_path: Path) -> None:
    run = afronte("check", *pair(tmp_path), "--back-translate", ARGOS_PACKAGES_DIR=str(shelf.folder))
    assert run.returncode == 2
    assert run.stdout == b""
    assert run.stderr.decode().count("\n") == 1
    assert "afronte models install it en" in run.stderr.decode()
