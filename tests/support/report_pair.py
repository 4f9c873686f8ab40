"""A small pair with all a report can show: a changed number, a lone paragraph, an emoji, a moved sentence."""

from by_hand import alignment_of
from msgspec.structs import replace

from tui.alignment import Alignment, Bead, Merge
from tui.articles import Article, Span, article_from_text
from tui.comparison import Finding, identified
from tui.desk import Decision, Mark, Sheet
from tui.reports import BackTranslation, Report, report_formats

SOURCE = """\
The port reopens 🚢 after two years

The council voted 14 to 9 on Tuesday, after a debate of more than six hours.

“We did not give in,” said Marta Venier.

It rained.
"""
TARGET = """\
Il porto riapre 🚢 dopo due anni

Piovve.

Il consiglio ha votato 41 a 9 martedì, dopo più di sei ore.

«Abbiamo ceduto», ha detto Marta Venier.

Il ministro tace.
"""

NOTE = "ask Ada\n*twice* <b>"


def span_of(article: Article, quoted: str) -> Span:
    """The place of a passage that stands once in the article."""
    start = article.text.index(quoted)
    return Span(start, start + len(quoted))


def small_report() -> Report:
    """The report of the pair above, its findings as a careful reader would give them."""
    source = article_from_text(SOURCE, path="en.txt", language="en")
    target = article_from_text(TARGET, path="it.txt", language="it")
    number = Finding(
        "number", "facts", "critical", 0.9, (span_of(source, "14"),), (span_of(target, "41"),),
        "14", "41", "The source says 14, the target 41.", "numbers",
    )  # fmt: skip
    negation = Finding(
        "negation", "facts", "critical", 0.85, (span_of(source, "not"),), (),
        "negated", None, "Only the source says “not”.", "polarity",
    )  # fmt: skip
    alone = Finding(
        "only-target", "missing", "major", 0.7, (), (span_of(target, "Il ministro tace."),),
        None, None, "Only the target has this paragraph.", "paragraph-without-counterpart",
    )  # fmt: skip
    moved = Finding(
        "moved", "missing", "major", 0.8, (span_of(source, "It rained."),), (span_of(target, "Piovve."),),
        None, None, "This stands elsewhere.", "moved-passage",
    )  # fmt: skip
    findings = identified((number, negation, moved, alone), source, target)
    return Report(source, target, alignment_of("0=0 1=2 2=3 3~1 =4"), findings, "toy 1.0")


def translated_report() -> Report:
    """The same, with the target's fourth sentence translated back."""
    back = (BackTranslation(3, "“We gave in,” said Marta *Venier*."),)
    return replace(small_report(), back_translation=back, translator="Argos it→en 1.0")


def decided_report() -> Report:
    """The number confirmed with a note, the negation dismissed, the moved sentence intended; a row noted."""
    report = small_report()
    number, negation, moved, _ = report.findings
    sheet = Sheet(
        1,
        decisions={
            number.id: Decision("confirmed", NOTE),
            negation.id: Decision("dismissed"),
            moved.id: Decision("intended"),
        },
        marks={("target", 4): Mark(True, "who is the minister?")},
        corrections=(Merge((0, 1), (0, 2)),),
    )
    return replace(report, sheet=sheet)


def with_other_text(report: Report, source: Article | None = None, target: Article | None = None) -> Report:
    """The report with another text on a side, of which nothing is aligned."""
    report = replace(report, source=source or report.source, target=target or report.target)
    beads = [Bead((s,), (), 0.9) for s in range(len(report.source.sentences))]
    beads += [Bead((), (t,), 0.9) for t in range(len(report.target.sentences))]
    return replace(report, alignment=Alignment(tuple(beads)))


def written(name: str, report: Report) -> str:
    """The report in a format that is text."""
    return report_formats()[name].content(report).decode("utf-8")
