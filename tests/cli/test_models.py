"""`afronte models` and `check --back-translate`, with real models and a real index."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from command import afronte
from loopback import Answer, Loopback

from tui.translation import Shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def models(folder: Path, tmp_path: Path) -> Callable[..., tuple[int, str, str]]:
    """Runs `afronte models` on a shelf of its own; gives exit code, output and errors."""

    def run(*arguments: str, **environment: str) -> tuple[int, str, str]:
        places = {"ARGOS_PACKAGES_DIR": str(folder), "XDG_CACHE_HOME": str(tmp_path)}
        done = afronte("models", *arguments, given=b"", **places, **environment)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    return run


Run = Callable[..., tuple[int, str, str]]


def test_a_file_is_installed_listed_verified_and_removed(
    models: Run, folder: Path, italian_english: Path
) -> None:
    """With names that a person reads, and sizes."""
    code, output, errors = models("install", str(italian_english))
    assert (code, errors) == (0, "")
    assert output.startswith("installed it→en 1.0 (Italian → English, 1.")
    assert models("list")[1].split() == [
        "it→en",
        "Italian",
        "→",
        "English",
        "1.0",
        *models("list")[1].split()[-2:],
    ]
    assert models("verify")[:2] == (0, output.replace("installed", "works:"))
    assert models("where") == (0, f"{folder}\n", "")
    assert models("remove", "Italian", "eng")[:2] == (0, output.replace("installed", "removed"))
    code, output, errors = models("list")
    assert (code, output) == (0, "")
    assert "no model is installed" in errors


@pytest.mark.loopback
def test_a_pair_is_installed_from_the_index(models: Run, folder: Path, italian_english: Path) -> None:
    """What is checked of it is said before, and it is no longer among what is available."""
    content = italian_english.read_bytes()
    with Loopback({"/it_en.argosmodel": Answer(content)}) as server:
        entry: dict[str, object] = {
            "from_code": "it",
            "to_code": "en",
            "package_version": "1.0",
            "links": [server.url("/it_en.argosmodel")],
        }
        entry |= {"size": len(content), "sha256": sha256(content).hexdigest()}
        other = entry | {"from_code": "de", "size": None, "sha256": None}
        server.answers["/index.json"] = Answer(json.dumps([entry, other]).encode())
        index = {"ARGOS_PACKAGE_INDEX": server.url("/")}
        assert "it→en" in models("list", "--available", **index)[1].partition("available:")[2]
        code, _, errors = models("install", "it", "en", **index)
        assert (code, errors.count("\n")) == (0, 1)
        assert "it→en comes from 127.0.0.1:" in errors
        assert "Checked: its size, its SHA-256, its files" in errors
        assert "Not checked: who made it" in errors
        installed, _, available = models("list", "--available", **index)[1].partition("available:")
        assert (installed.split()[0], available.split()[0]) == ("it→en", "de→en")
        code, _, errors = models("install", "it", "fr", **index)
        assert (code, errors.count("\n")) == (2, 1)
        assert "no model it→fr" in errors
        code, _, errors = models("install", "de", "en", **index)
        told, refused = errors.splitlines()
        assert code == 2
        assert "Checked: its files, that it translates. Not checked: whether it is as packed" in told
        assert "de" in refused
    assert [model.card.pair for model in Shelf(folder).models()] == ["it→en"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["install", "absent.argosmodel"], "absent.argosmodel does not exist"),
        (["install", "it", "en", "fr"], "name two languages"),
        (["install", "qqqqq", "en"], "No language is called 'qqqqq'"),
        (["install", "it", "en"], "does not answer"),
        (["remove", "it", "en"], "no model it→en is installed"),
        ([], "the following arguments are required: ACTION"),
    ],
)
def test_what_cannot_be_done_is_one_line(models: Run, arguments: list[str], problem: str) -> None:
    with Loopback() as closed:
        address = closed.url("/")
    code, output, errors = models(*arguments, ARGOS_PACKAGE_INDEX=address)
    assert (code, output, errors.count("\n")) == (2, "", 1)
    assert problem in errors


def test_a_broken_model_is_reported_and_hides_no_other(
    models: Run, folder: Path, italian_english: Path
) -> None:
    models("install", str(italian_english))
    (folder / "broken").mkdir()
    (folder / "broken" / "metadata.json").write_text("{")
    code, output, errors = models("list")
    assert (code, output.startswith("it→en")) == (0, True)
    assert "broken is passed over: its metadata.json is not JSON" in errors
    code, output, errors = models("verify")
    assert (code, output.startswith("works: it→en")) == (1, True)
    assert "broken: its metadata.json is not JSON" in errors


def test_a_check_translates_back_and_says_where_that_parts(
    models: Run, folder: Path, italian_english: Path, tmp_path: Path
) -> None:
    """The target restores what the source lifts."""
    models("install", str(italian_english))
    source, target = tmp_path / "en.txt", tmp_path / "it.txt"
    source.write_text("The government lifts the sanctions today.\n")
    target.write_text("Il governo ripristina le sanzioni oggi.\n")
    command = ["check", str(source), str(target), "--source-language", "en", "--target-language", "it"]
    done = afronte(
        *command, "--back-translate", "--format", "json",
        ARGOS_PACKAGES_DIR=str(folder), XDG_DATA_HOME=str(tmp_path / "data"),
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert [said["text"] for said in report["back_translation"]] == [
        "The government restores the sanctions today."
    ]
    (finding,) = [f for f in report["findings"] if f["kind"] == "back-translation"]
    assert finding["message"] == "Translated back, the target says “restores” where the source says “lifts”."
    assert report["engine"]["translator"] == "Argos it→en 1.0"
