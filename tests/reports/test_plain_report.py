"""The report in words, for ears and pipes."""

from __future__ import annotations

from by_hand import alignment_of
from msgspec.structs import replace
from report_pair import small_report, translated_report

from tui.articles import article_from_text
from tui.reports import Page
from tui.reports.formats.plain import render


def test_rows_come_in_order_with_their_findings_and_the_legend_at_the_end() -> None:
    text = render(small_report(), Page())
    head, *rows, legend = text.split("\n\n")
    assert head == (
        "en.txt (English) against it.txt (Italian)\n"
        "Findings: 2 critical, 2 major.\n"
        "Passages: 3 aligned, 1 moved, 0 only in the source, 1 only in the target.\n"
        "Source: “The port reopens 🚢 after two years”, 4 sentences in 4 paragraphs.\n"
        "Target: “Il porto riapre 🚢 dopo due anni”, 5 sentences in 5 paragraphs.\n"
        "Coverage: 100% of the source and 89% of the target have a counterpart.\n"
        "Made by afronte 0.1.0, toy 1.0.\n"
        "The absence of a mark is not a verification."
    )
    assert rows == [
        "Row 1 of 6, aligned.\n"
        "Source 1: The port reopens 🚢 after two years\n"
        "Target 1: Il porto riapre 🚢 dopo due anni",
        "Row 2 of 6, moved; its counterpart in row 5.\n"
        "Target 2: Piovve.\n"
        "Finding 1, major, moved: This stands elsewhere.",
        "Row 3 of 6, aligned.\n"
        "Source 2: The council voted 14 to 9 on Tuesday, after a debate of more than six hours.\n"
        "Target 3: Il consiglio ha votato 41 a 9 martedì, dopo più di sei ore.\n"
        "Finding 2, critical, number: The source says 14, the target 41.\n"
        "Source has: 14\n"
        "Target has: 41",
        "Row 4 of 6, aligned.\n"
        "Source 3: “We did not give in,” said Marta Venier.\n"
        "Target 4: «Abbiamo ceduto», ha detto Marta Venier.\n"
        "Finding 3, critical, negation: Only the source says “not”.\n"
        "Source has: not",
        "Row 5 of 6, moved; its counterpart in row 2.\nSource 4: It rained.",
        "Row 6 of 6, only in the target.\n"
        "Target 5: Il ministro tace.\n"
        "Finding 4, major, only target: Only the target has this paragraph.",
    ]
    assert legend.startswith("Legend:\n")
    for word in ("aligned", "only in the source", "moved", "continued", "critical", "major", "minor"):
        assert word in legend


def test_what_would_steer_a_terminal_is_shown_and_a_paragraph_stays_on_its_line() -> None:
    report = small_report()
    odd = article_from_text("One\x1b[2J two \u202ethree.\n\nFour.", path="en.txt", language="en")
    text = render(
        replace(report, source=odd, findings=(), alignment=alignment_of("0=0 1=1 =2 =3 =4")), Page(width=40)
    )
    assert "Source 1: One␛[2J two <U+202E>three.\n" in text
    assert "\x1b" not in text


def test_a_back_translation_stands_under_its_paragraph() -> None:
    report = translated_report()
    said = report.back_translation
    assert said
    text = render(report, Page())
    for item in said:
        assert item.text in text
    assert "\nBack-translation of target " in text
