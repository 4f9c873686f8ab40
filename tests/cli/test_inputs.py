"""What the commands read besides two files: one that holds both, pasted texts, web pages."""

import io
import json
from pathlib import Path

import pytest
from loopback import Answer, Loopback
from written_formats import epub, html, tmx

from tui.cli import main

ENGLISH = ["The port opens in 12 days, the council said.", "Nobody was asked about it."]
ITALIAN = ["Il porto apre tra 21 giorni, ha detto il consiglio.", "Nessuno è stato consultato."]


def report(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    parsed: dict[str, object] = json.loads(capsys.readouterr().out)
    return parsed


@pytest.mark.parametrize("option", [[], ["--tmx"]])
def test_one_file_that_holds_both_keeps_its_alignment(
    option: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "memory.tmx"
    path.write_bytes(tmx([*ENGLISH, "It rains."], [ITALIAN[1], ITALIAN[0], ""]))
    assert main(["check", *option, str(path), "--format", "json", "--fail-on", "never"]) == 0
    beads = [(bead["source"], bead["target"]) for bead in report(capsys)["alignment"]]  # type: ignore[attr-defined]
    assert beads == [([0], [0]), ([1], [1]), ([2], [])]


def test_a_chapter_of_each_book_is_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counted from 1, by those that have text; a number that is too high is told with how many there are."""
    english, italian = tmp_path / "book.epub", tmp_path / "libro.epub"
    english.write_bytes(epub(["", *ENGLISH]))
    italian.write_bytes(epub([*reversed(ITALIAN), "Fine."]))
    asked = ["check", str(english), str(italian), "--format", "json", "--fail-on", "never", "--chapter"]
    assert main([*asked, "2:1"]) == 0
    made = report(capsys)
    assert (made["source"]["text"], made["target"]["text"]) == (ENGLISH[1], ITALIAN[1])  # type: ignore[index]
    assert main([*asked, "3"]) == 2
    assert "book.epub has 2 chapters: there is no chapter 3" in capsys.readouterr().err


def test_pasted_texts_are_asked_for_one_after_the_other(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Keyboard:
        texts = [" ".join(ENGLISH), " ".join(ITALIAN)]  # noqa: RUF012

        @property
        def buffer(self) -> io.BytesIO:
            return io.BytesIO(self.texts.pop(0).encode())

    monkeypatch.setattr("sys.stdin", Keyboard())
    assert main(["check", "--paste", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["source"]["path"] == json.loads(out)["target"]["path"] == "-"
    assert err.index("Paste the source") < err.index("Paste the target")


@pytest.mark.loopback
def test_pages_are_fetched_only_when_asked_for_and_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Loopback() as server:
        server.answers = {"/en/a?x=1": Answer(html(ENGLISH)), "/it/a": Answer(html(ITALIAN))}
        addresses = [server.url("/en/a?x=1"), server.url("/it/a")]
        assert main(["check", *addresses]) == 2
        assert "add --fetch" in capsys.readouterr().err
        assert not server.requests
        output = tmp_path / "report.json"
        assert main(["check", "--fetch", *addresses, "--output", str(output)]) == 1
    kept = sorted(path.name for path in tmp_path.iterdir() if path != output)
    assert len(kept) == 2
    assert json.loads(output.read_text("utf-8"))["source"]["path"] == str(tmp_path / kept[0])
    assert "is kept in" in capsys.readouterr().err


@pytest.mark.loopback
def test_what_cannot_be_fetched_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that breaks off is no article: what is missing of it would be told as missing."""
    with Loopback() as server:
        address = server.url("/gone")
        assert (
            main(["check", "--fetch", address, str(tmp_path / "x"), "--output", str(tmp_path / "r.txt")]) == 2
        )
        assert f"{address} cannot be fetched: " in capsys.readouterr().err
        address = server.url("/half")
        server.answers["/half"] = Answer(html(ENGLISH), announced=100_000)
        assert main(["check", "--fetch", address, address]) == 2
        assert f"{address} cannot be fetched: " in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--tmx", "a.tmx", "b.txt"], "name no other"),
        (["--paste", "a.txt"], "name no files"),
        (["--fetch", "a.txt", "b.txt"], "web addresses"),
    ],
)
def test_what_does_not_go_together(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["check", *arguments])
    assert words in capsys.readouterr().err
