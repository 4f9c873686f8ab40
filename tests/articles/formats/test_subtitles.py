"""Subtitles: what is shown, and nothing that only the player reads."""

from tui.articles.formats.subtitles import document_of

HEAD = "WEBVTT - Ferry\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\n"


def texts(text: str) -> list[str]:
    return [block.text for block in document_of(text).blocks]


def test_names_of_cues_notes_and_styles_are_no_text() -> None:
    cues = (
        "NOTE\n45 things\n\nintro-1\n00:01.000 --> 00:02.000 align:start\nIt rained.\n\n"
        "NOTE 12 more\n\n2\n00:03.000 --> 00:04.000\nWe stayed.\n"
    )
    found = document_of(HEAD + cues)
    assert [(block.text, block.place) for block in found.blocks] == [
        ("It rained.", "cue 1, 0:00:01"), ("We stayed.", "cue 2, 0:00:03"),
    ]  # fmt: skip


def test_entities_are_decoded() -> None:
    assert texts("1\n00:00:01,000 --> 00:00:02,000\nSalt &amp; pepper&nbsp;&lt;here&gt;\n") == [
        "Salt & pepper <here>"
    ]
