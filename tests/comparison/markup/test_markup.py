"""Code and the targets of links are compared as such, and not as language."""

import pytest
from toy_encoder import ToyEncoder

from tui.alignment import Alignment, Bead
from tui.articles import Article
from tui.articles.formats.markdown import document_of
from tui.articles.segmentation import article_from_document
from tui.comparison import Finding, compare


def article(text: str, language: str) -> Article:
    return article_from_document(document_of(text), language=language)


def one_to_one(source: Article, target: Article) -> Alignment:
    assert len(source.sentences) == len(target.sentences)
    return Alignment(tuple(Bead((n,), (n,), 0.9) for n in range(len(source.sentences))))


def found(source: str, target: str) -> list[Finding]:
    """What a whole comparison says of code and links."""
    one, other = article(source, "en"), article(target, "it")
    findings = compare(one, other, one_to_one(one, other), ToyEncoder()).findings
    return [finding for finding in findings if finding.kind in ("code", "link")]


@pytest.mark.parametrize(
    ("source", "target", "values"),
    [
        ("Run `port open --all`.", "Eseguire `port open --now`.", ("port open --all", "port open --now")),
        (
            "Then:\n\n```\nopen a\nopen b # now\n```",
            "Poi:\n\n```\nopen a\nopen c # ora\n```",
            ("open b # now", "open c # ora"),
        ),
        (
            "See `/usr/share/doc/PORT`.",
            "Si veda `/usr/doc/PORTO`.",
            ("/usr/share/doc/PORT", "/usr/doc/PORTO"),
        ),
        ("Set `quay=3` and `lock=4`.", "Impostare `quay=3` e `lock=5`.", ("lock=4", "lock=5")),
        (
            "Then:\n\n```\nopen(port=80)\n```",
            "Poi:\n\n```\nopen(port=81)\n```",
            ("open(port=80)", "open(port=81)"),
        ),
        ("- `--quay=3`\n- done", "- `--quay=4`\n- fatto", ("--quay=3", "--quay=4")),
    ],
)
def test_code_differs_once_a_block(source: str, target: str, values: tuple[str, str]) -> None:
    (finding,) = found(source, target)
    assert (finding.kind, finding.layer, finding.severity) == ("code", "facts", "major")
    assert (finding.source_value, finding.target_value) == values


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Run `port open` and `port close`.", "Eseguire `port close` e `port open`."),
        ("```\nopen a  # the quay\n```", "```\nopen a  # la banchina\n```"),
        ('```\nsay("two barges")\n```', '```\nsay("due chiatte")\n```'),
        ("```\nopen <name>\n```", "```\nopen <nome>\n```"),
        ("Run `port open`.", "Eseguire port open."),
        ("Set `quay=3`.", "Impostare la banchina."),
        ("Read `/doc/PACKAGE/notes`.", "Leggere `/doc/PACCHETTO/notes`."),
        (
            "Run `open foo` or `shut foo`.\n\nRun `show foo`.",
            "Usare `open pippo` o `shut pippo`.\n\nUsare `show pippo`.",
        ),
    ],
)
def test_code_that_says_the_same_is_no_finding(source: str, target: str) -> None:
    assert not found(source, target)


@pytest.mark.parametrize(
    ("source", "target", "values"),
    [
        (
            "See [it](https://port.example/2024/a).",
            "Si veda [qui](https://port.example/2021/a).",
            ("https://port.example/2024/a", "https://port.example/2021/a"),
        ),
        (
            "See https://port.example/a-3.",
            "Si veda https://port.example/a-4.",
            ("https://port.example/a-3", "https://port.example/a-4"),
        ),
        (
            "- [Harbour](https://port.example/one)",
            "- [Harbour](https://port.example/altro)",
            ("https://port.example/one", "https://port.example/altro"),
        ),
        (
            "Write to <a@port.example>.",
            "Scrivere a <b@port.example>.",
            ("mailto:a@port.example", "mailto:b@port.example"),
        ),
    ],
)
def test_a_link_leads_elsewhere(source: str, target: str, values: tuple[str, str]) -> None:
    (finding,) = found(source, target)
    assert (finding.kind, finding.layer, finding.severity) == ("link", "facts", "major")
    assert (finding.source_value, finding.target_value) == values


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("https://port.example/en/a", "https://port.example/it/a"),
        ("http://www.port.example/a/", "https://port.example/a"),
        ("https://en.lexicon.example/wiki/Harbour", "https://it.lexicon.example/wiki/Porto"),
        ("guide.md", "guide.it.md"),
        ("harbour_guide.html", "it_harbour_guide.html"),
        ("docs/quays.md", "docs/translations/it_IT/quays.md"),
        ("guide.en.html#quays", "guide.it.html#banchine"),
        ("https://port.example/a?lang=en&x=1", "https://port.example/a?x=1&lang=it"),
        ("a%20b.pdf", "<a b.pdf>"),
        ("ld-idm1389.html", "ld-idm1388.html"),
    ],
)
def test_the_same_page_in_the_other_language_is_no_finding(source: str, target: str) -> None:
    assert not found(f"See [it]({source}).", f"Si veda [qui]({target}).")


def test_a_link_to_a_heading_that_is_not_there_is_found() -> None:
    (finding,) = found("# The quays\n\nSee [it](#the-quays).", "# Le banchine\n\nSi veda [qui](#the-quays).")
    assert (finding.rule, finding.target_value) == ("link-leads-nowhere", "#the-quays")
    assert not found("# The quays\n\nSee [it](#the-quays).", "# Le banchine\n\nSi veda [qui](#le-banchine).")


def dead(source: str, target: str) -> list[tuple[str | None, str | None]]:
    """The links that lead nowhere, in pages with one heading."""
    there = found(f"# The quays\n\n{source}", f"# Le banchine\n\n{target}")
    assert {finding.rule for finding in there} <= {"link-leads-nowhere"}
    return [(finding.source_value, finding.target_value) for finding in there]


def test_each_link_that_leads_nowhere_is_told_whatever_the_other_side_has() -> None:
    assert dead("See [it](#a) here.", "Si veda [qui](#b).") == [("#a", None), (None, "#b")]
    assert dead("See [it](#a) and [that](#the-quays).", "Si veda [qui](#le-banchine) e [lì](#b).") == [
        ("#a", None),
        (None, "#b"),
    ]


def test_a_dead_link_that_the_target_took_over_is_told_once() -> None:
    assert dead("See [it](#a).", "Si veda [qui](#a).") == [("#a", "#a")]
    assert dead("See [it](#a).", "Si veda [qui](#a) e [lì](#a).") == [("#a", "#a"), (None, "#a")]


@pytest.mark.parametrize("name", ["quays", "1.2.0", "a:b", "perché"])
def test_a_link_may_lead_to_any_name_that_html_gives(name: str) -> None:
    there = f'<a id="{name}"></a>\n\nBoats land <b class=x id={name}-2>here</b>. '
    assert dead(f"{there}[It](#{name}).", f"{there}[Qui](#{name}-2).") == []


@pytest.mark.parametrize("address", ["#", "#top", "#/quays", "#:~:text=quays", "#the-quays:~:text=quays"])
def test_the_top_and_what_a_program_reads_are_no_places_in_a_file(address: str) -> None:
    assert dead(f"See [it]({address}).", "Si veda [qui](#le-banchine).") == []


def test_what_is_code_or_an_address_is_not_compared_as_language() -> None:
    source = article("Open `not_the_port 12`, says https://port.example/not/12.", "en")
    target = article("Apri `not_the_port 12`, dice https://port.example/not/12.", "it")
    assert "12" not in source.prose().text
    assert len(source.prose().text) == len(source.text)
    assert not compare(source, target, one_to_one(source, target), ToyEncoder()).findings
