"""An invented pair for the reader, and studies of it whose outcome is written down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from threading import Event

from by_hand import alignment_of, article_of
from msgspec.structs import replace

from tui.alignment import Alignment, Progress
from tui.articles import Article, Span
from tui.comparison import Comparison, Finding, identified
from tui.comparison.model import mirrored
from tui.reader.work import Result, Study

SOURCE = article_of(
    [
        ["A lighthouse for sale"],
        ["The old lighthouse of Porto Levante was sold on Monday for 300,000 euros.",
         "It had been dark since 1987."],
        ["“We will not close it to visitors,” said Ada Ferri, who bought it with two friends."],
        ["The lamp still works, she says."],
        ["Fishermen had asked for the light to be lit again after the storms of last winter."],
        ["The mayor was not at the signing."],
        ["Work begins in spring.", "It should take a year.", "The keeper’s house becomes a café."],
    ],
    "en",
)  # fmt: skip
TARGET = article_of(
    [
        ["Faro in vendita"],
        ["Il vecchio faro di Porto Levante è stato venduto lunedì per 500.000 euro.",
         "Era spento dal 1987."],
        ["Il sindaco non era alla firma."],
        ["«Lo chiuderemo ai visitatori», ha detto Ada Ferri, che l’ha comprato con due amici."],
        ["La lampada funziona ancora, dice."],
        ["Secondo un agente, altri tre fari sono in vendita lungo la costa."],
        ["I lavori cominciano in primavera."],
        ["Nel frattempo si dorme in tenda."],
        ["La casa del guardiano diventa un caffè."],
    ],
    "it",
)  # fmt: skip
BEADS = "0=0 1=1 2=2 6~3 3=4 4=5 5= =6 7=7 8= =8 9=9"
"""Paragraph 5 is missing, the mayor's moved up, 6 and 8 of the target are new, the last one is continued."""


def span_of(article: Article, words: str) -> Span:
    """Where `words` first stand."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def finding(
    kind: str,
    layer: str,
    severity: str,
    source: str,
    target: str,
    message: str,
    *values: str,
    confidence: float = 0.9,
) -> Finding:
    """A finding on the words given of either side (none for an empty string), `severity` at most."""
    return Finding(
        kind=kind,  # type: ignore[arg-type]
        layer=layer,  # type: ignore[arg-type]
        severity=severity,  # type: ignore[arg-type]
        confidence=confidence,
        ceiling=severity,  # type: ignore[arg-type]
        source=(span_of(SOURCE, source),) if source else (),
        target=(span_of(TARGET, target),) if target else (),
        source_value=values[0] if values else None,
        target_value=values[1] if values else None,
        message=message,
        rule="by hand",
    )


FINDINGS = identified(
    [
        finding("amount", "facts", "critical", "300,000 euros", "500.000 euro",
                "The amounts differ.", "300000 EUR", "500000 EUR"),
        finding("moved", "missing", "major", "The mayor was not at the signing.",
                "Il sindaco non era alla firma.", "This stands elsewhere."),
        finding("negation", "facts", "critical", "not close", "chiuderemo", "Only the source says “not”."),
        finding("word", "words", "minor", "friends", "amici", "Nothing like it on the other side."),
        finding("only-source", "missing", "major",
                "Fishermen had asked for the light to be lit again after the storms of last winter.", "",
                "Only the source has this paragraph."),
        finding("only-target", "missing", "major", "",
                "Secondo un agente, altri tre fari sono in vendita lungo la costa.",
                "Only the target has this paragraph."),
    ],
    SOURCE,
    TARGET,
)  # fmt: skip


def study_by_hand(beads: str = BEADS, findings: Sequence[Finding] = FINDINGS) -> Study:
    """A study that yields what is written down, also with the sides swapped."""

    def study(
        source: Article, _target: Article, _corrections: object, progress: Progress
    ) -> Iterator[Result]:
        progress(0.5)
        alignment = alignment_of(beads)
        if source is TARGET:
            yield Alignment(tuple(replace(b, source=b.target, target=b.source) for b in alignment.beads))
            yield Comparison(identified(map(mirrored, findings), TARGET, SOURCE))
        else:
            yield alignment
            yield Comparison(tuple(findings))

    return study


def study_waiting_for(gate: Event, beads: str = BEADS, findings: Sequence[Finding] = FINDINGS) -> Study:
    """A study that reports a third of its work and goes on when the gate opens."""

    def study(
        _source: Article, _target: Article, _corrections: object, progress: Progress
    ) -> Iterator[Result]:
        progress(1 / 3)
        gate.wait(timeout=30)
        yield alignment_of(beads)
        yield Comparison(tuple(findings))

    return study


def study_going_on() -> Study:
    """A study that stands at a third of its work until it is stopped."""

    def study(
        _source: Article, _target: Article, _corrections: object, progress: Progress
    ) -> Iterator[Result]:
        pause = Event()
        while True:
            progress(1 / 3)
            pause.wait(0.02)
        yield Comparison(())

    return study


def study_failing(error: Exception) -> Study:
    """A study that fails."""

    def study(
        _source: Article, _target: Article, _corrections: object, _progress: Progress
    ) -> Iterator[Result]:
        raise error
        yield Comparison(())

    return study
