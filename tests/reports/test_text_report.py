import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from report_pair import small_report, span_of, translated_report, with_other_text

from tui.articles import article_from_text
from tui.reports import Page
from tui.reports.formats.text import render


def test_findings_are_grouped_by_severity_with_both_quotations_and_the_counts_at_the_end() -> None:
    assert render(small_report(), Page()) == (
        """\
en.txt (English) against it.txt (Italian)
Source: “The port reopens 🚢 after two years”, 4 sentences in 4 paragraphs.
Target: “Il porto riapre 🚢 dopo due anni”, 5 sentences in 5 paragraphs.
Coverage: 100% of the source and 89% of the target have a counterpart.
Made by afronte 0.1.0, toy 1.0.
The absence of a mark is not a verification.

CRITICAL  2

≠ number  The source says 14, the target 41. [numbers]
    en.txt:3  The council voted ‹14› to 9 on Tuesday, after a debate of more than six hours.
    it.txt:5  Il consiglio ha votato ‹41› a 9 martedì, dopo più di sei ore.

≠ negation  Only the source says “not”. [polarity]
    en.txt:5  “We did ‹not› give in,” said Marta Venier.
    it.txt:7  «Abbiamo ceduto», ha detto Marta Venier.

MAJOR  2

⇄ moved  This stands elsewhere. [moved-passage]
    en.txt:7  It rained.
    it.txt:3  Piovve.

+ only-target  Only the target has this paragraph. [paragraph-without-counterpart]
    it.txt:9  Il ministro tace.

Findings: 2 critical, 2 major.
Passages: 3 aligned, 1 moved, 0 only in the source, 1 only in the target.
"""
    )


def test_nothing_found_is_said() -> None:
    text = render(replace(small_report(), findings=()), Page())
    assert "Findings: none." in text


def test_standard_input_is_called_by_its_name() -> None:
    report = small_report()
    text = render(replace(report, source=replace(report.source, path="-")), Page())
    assert text.startswith("standard input (English) against it.txt (Italian)")
    assert "    standard input:3  The council" in text


def test_a_back_translation_stands_below_the_target_and_its_engine_is_named() -> None:
    text = render(translated_report(), Page())
    assert (
        """\
≠ negation  Only the source says “not”. [polarity]
    en.txt:5    “We did ‹not› give in,” said Marta Venier.
    it.txt:7    «Abbiamo ceduto», ha detto Marta Venier.
    in English  “We gave in,” said Marta *Venier*.
"""
        in text
    )
    assert text.endswith("\n“in English” is the target translated back by Argos it→en 1.0.\n")
    assert text.count("in English") == 2  # no sentence of the other findings was translated


def test_colours_add_to_the_text_and_change_none_of_it() -> None:
    plain, coloured = (render(small_report(), Page(colour=colour)) for colour in (False, True))
    assert "\x1b[1;33m≠ number\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain
    assert "\x1b" not in plain


def test_lines_fit_a_narrow_page() -> None:
    text = render(small_report(), Page(width=40))
    assert max(map(len, text.splitlines())) <= 40
    assert "    en.txt:3  The council voted ‹14› to" in text
    assert "\n             9 on Tuesday, after" in text


def test_a_long_sentence_is_cut_around_what_the_finding_is_about() -> None:
    report = small_report()
    filler = "and then nothing at all happened for a while " * 10
    source = article_from_text(f"It was {filler} 14 times {filler} over.", path="en.txt", language="en")
    finding = replace(report.findings[0], source=(span_of(source, "14"),))
    text = render(replace(with_other_text(report, source=source), findings=(finding,)), Page(width=400))
    quoted = next(line for line in text.splitlines() if "en.txt:1 " in line)
    assert re.fullmatch(r" +en\.txt:1  ….{40,75} ‹14› .{40,75}…", quoted)


def test_two_places_in_one_sentence_are_one_quotation() -> None:
    report = small_report()
    both = (span_of(report.source, "Tuesday"), span_of(report.source, "14"))
    text = render(replace(report, findings=(replace(report.findings[0], source=both),)), Page())
    assert "en.txt:3  The council voted ‹14› to 9 on ‹Tuesday›, after" in text


def test_a_place_that_holds_another_is_marked_once() -> None:
    report = small_report()
    both = (span_of(report.source, "voted 14 to 9"), span_of(report.source, "14"))
    text = render(replace(report, findings=(replace(report.findings[0], source=both),)), Page())
    assert "The council ‹voted 14 to 9› on Tuesday" in text


def test_an_article_cannot_steer_the_terminal() -> None:
    report = small_report()
    target = article_from_text("Fine \x1b]0;owned\x07 \u202e41\u202c.", path="\x1b[2Jit.txt", language="it")
    finding = replace(report.findings[0], target=(span_of(target, "41"),))
    text = render(replace(with_other_text(report, target=target), findings=(finding,)), Page())
    assert "Fine ␛]0;owned␇ <U+202E>‹41›<U+202C>." in text
    assert "␛[2Jit.txt:1" in text
    assert "\x1b" not in text


@given(st.text(min_size=1), st.data())
def test_any_text_can_be_quoted(text: str, data: st.DataObject) -> None:
    """Whatever stands in the file, every line of the report is printable and the quotation is there."""
    target = article_from_text(text, path="it.txt", language="it")
    if not target.sentences:
        return
    report = small_report()
    sentence = data.draw(st.sampled_from(target.sentences))
    finding = replace(report.findings[3], target=(sentence.span,))
    written = render(replace(with_other_text(report, target=target), findings=(finding,)), Page(width=80))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", written)
    assert f"it.txt:{target.line_at(sentence.start)}" in written
