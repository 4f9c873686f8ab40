"""Names with a letter wrong, exchanged, or on one side only."""

import pytest
from by_hand import Zeros, alignment_of, article_of
from one_bead import found, marked, pair_of

from tui.alignment import AlignedPair
from tui.comparison.compare import findings_of
from tui.comparison.names import FAMILY as NAMES


@pytest.mark.parametrize(
    ("source", "target", "quoted"),
    [
        (
            "Reporting by Maria Sokolova in Rome.",
            "A cura di Maria Sokilova a Roma.",
            ("Maria Sokolova", "Maria Sokilova"),
        ),
        ("He praised Jonas Keller.", "Ha lodato Jonas Kelner.", ("Jonas Keller", "Jonas Kelner")),
        ("They left Berlin.", "Lasciarono Berlimo.", ("Berlin", "Berlimo")),
        ("A report from London.", "Una corrispondenza da Londar.", ("London", "Londar")),
        ("They met Hazard there.", "Lì incontrarono Hazarv.", ("Hazard", "Hazarv")),
    ],
)
def test_one_letter_wrong_is_critical(source: str, target: str, quoted: tuple[str, str]) -> None:
    pair = pair_of([source], [target])
    spelling = [finding for finding in findings_of(NAMES, pair) if finding.rule == "name-spelling"]

    assert [marked(finding, pair) for finding in spelling] == [quoted]
    assert {finding.severity for finding in spelling} == {"critical"}
    assert spelling[0].message == f"A name is spelt {quoted[0]} in the source and {quoted[1]} in the target."


@pytest.mark.parametrize(
    ("source", "target", "quoted"),
    [
        ("We asked Keller about it.", "L’abbiamo chiesto a Lindqvist.", ("Keller", "Lindqvist")),
        ("The train to Lisbon is late.", "Il treno per Vienna è in ritardo.", ("Lisbon", "Vienna")),
        (
            "Then South Korea protested.",
            "Allora la Corea del Nord protestò.",
            ("South Korea", "Corea del Nord"),
        ),
        ("Then UNESCO listed it.", "Allora l’Unicef lo iscrisse.", ("UNESCO", "Unicef")),
        ("The FBI refused to comment.", "La CIA ha rifiutato di commentare.", ("FBI", "CIA")),
        ("The NTS refused to comment.", "Gli USA hanno rifiutato di commentare.", ("NTS", "USA")),
        ("The Turkish president left.", "Il presidente greco partì.", ("Turkish", "greco")),
        ("Then Dutch farmers came.", "Poi vennero gli agricoltori danesi.", ("Dutch", "danesi")),
        ("Jonas Keller lives in London.", "Jonas Keller vive a Parigi.", ("London", "Parigi")),
        ("The museum in Berlin opened.", "Il museo in Germania ha aperto.", ("Berlin", "Germania")),
        ("Sydney rejected the plan.", "L’Australia ha respinto il piano.", ("Sydney", "Australia")),
        ("A Parisian lawyer won.", "Un avvocato francese ha vinto.", ("Parisian", "francese")),
    ],
)
def test_a_name_for_another_is_critical(source: str, target: str, quoted: tuple[str, str]) -> None:
    pair = pair_of([source], [target])
    findings = list(findings_of(NAMES, pair))

    assert [(marked(f, pair), f.rule, f.severity) for f in findings] == [
        (quoted, "name-exchanged", "critical")
    ]


def test_a_capital_that_may_be_a_place_or_who_acts_there_is_told_less_surely() -> None:
    findings = found(NAMES, "The streets of Moscow were empty.", "Le strade della Russia erano vuote.")

    assert [(finding.rule, finding.severity) for finding in findings] == [("name-exchanged", "major")]


def test_what_stands_in_the_place_of_a_name_is_told_once() -> None:
    pair = pair_of(["They left Ostrava in Keller."], ["Lasciarono Vanozzi."])
    told = [span for finding in findings_of(NAMES, pair) for span in finding.target]

    assert len(told) == len(set(told)) == 1


def test_a_name_for_another_of_the_same_article_is_critical() -> None:
    """Both are named elsewhere on both sides, so neither is missing; in this sentence they part."""
    pair = pair_of(
        ["We met Keller and Lindqvist.", "Then we wrote to Keller."],
        ["Abbiamo incontrato Keller e Lindqvist.", "Poi abbiamo scritto a Lindqvist."],
    )

    assert [marked(finding, pair) for finding in findings_of(NAMES, pair)] == [("Keller", "Lindqvist")]


@pytest.mark.parametrize(
    ("source", "target", "quoted", "message"),
    [
        (
            "Reporting by Ann Moss.",
            "A cura di Ann Moss e Lucie Fischlin.",
            ("", "Lucie Fischlin"),
            "Only the target names Lucie Fischlin.",
        ),
        (
            "The road to Seville is open.",
            "La strada è aperta.",
            ("Seville", ""),
            "Only the source names Seville.",
        ),
        (
            "The decree was signed.",
            "Il decreto fu firmato a Bruxelles.",
            ("", "Bruxelles"),
            "Only the target names Bruxelles.",
        ),
    ],
)
def test_a_name_on_one_side_only_is_critical(
    source: str, target: str, quoted: tuple[str, str], message: str
) -> None:
    pair = pair_of([source], [target])
    findings = list(findings_of(NAMES, pair))

    assert [(marked(f, pair), f.rule, f.severity, f.message) for f in findings] == [
        (quoted, "name-missing", "critical", message)
    ]


def test_a_word_of_the_language_is_a_name_where_the_other_side_has_it_as_one() -> None:
    """An English ford is a word; that the Italian keeps *Ford* tells that here it is a name."""
    source = ["The judge heard Ford again.", "Ford was calm.", "Then the court asked Ford."]
    target = [
        "Il giudice ascoltò di nuovo Ford.",
        "Era calma la signora Ford.",
        "Poi la corte interrogò Ferd.",
    ]
    pair = pair_of(source, target)

    assert [marked(finding, pair) for finding in findings_of(NAMES, pair)] == [("Ford", "Ferd")]


def test_each_finding_says_what_it_compared() -> None:
    [finding] = found(NAMES, "We asked Keller.", "Abbiamo chiesto a Lindqvist.")

    assert (finding.source_value, finding.target_value) == ("Keller", "Lindqvist")
    assert finding.kind == "name"
    assert finding.layer == "facts"


@pytest.mark.parametrize(
    ("source", "target", "quoted"),
    [
        ("Anna Keller spoke.", "Ha parlato Anna Lindqvist.", ("Keller", "Lindqvist")),
        ("They met at Keller Street.", "Si trovarono a Lindqvist Street.", ("Keller", "Lindqvist")),
        ("We wrote to Paul Boot.", "Abbiamo scritto a Paul Lindqvist.", ("Boot", "Lindqvist")),
    ],
)
def test_a_name_inside_a_full_name_is_exchanged_whoever_is_named_elsewhere(
    source: str, target: str, quoted: tuple[str, str]
) -> None:
    """A boot is a word, and both people are named before; but the first name stays and the last does not."""
    pair = pair_of(
        ["We met Anna Keller, Paul Boot and Lindqvist.", source],
        ["Abbiamo incontrato Anna Keller, Paul Boot e Lindqvist.", target],
    )

    assert [(marked(f, pair), f.rule) for f in findings_of(NAMES, pair)] == [(quoted, "name-exchanged")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Anna Keller spoke.", "Ha parlato la Keller."),
        ("Anna spoke to him.", "Anna Keller gli ha parlato."),
        ("Anna Maria Keller spoke.", "Ha parlato Anna Keller."),
    ],
)
def test_a_name_shorter_or_longer_is_not_exchanged(source: str, target: str) -> None:
    pair = pair_of(
        ["We met Anna Maria Keller.", source],
        ["Abbiamo incontrato Anna Maria Keller.", target],
    )

    assert not [finding for finding in findings_of(NAMES, pair) if finding.severity != "minor"]


REPEATED = [
    ("Keller met Lindqvist, and Keller left.", "Keller incontrò Lindqvist, e Fischlin partì.", "Fischlin"),
    ("He works for Keller, Lindqvist and Orchard.", "Lavora per Keller, Lindqvist e Fischlin.", "Fischlin"),
    ("Keller’s Bakery is closed.", "È chiusa la Keller’s Fischlin.", "Fischlin"),
    (
        "They saw Keller Street and Lindqvist Street.",
        "Videro Keller Street e Lindqvist Fischlin.",
        "Fischlin",
    ),
    ("We thanked Keller.", "Abbiamo ringraziato Keller e Fischlin.", "Fischlin"),
]


@pytest.mark.parametrize(("source", "target", "wrong"), REPEATED)
def test_a_name_known_near_by_is_found_where_no_pronoun_explains_it(
    source: str, target: str, wrong: str
) -> None:
    pair = pair_of(["We met Fischlin.", source], ["Abbiamo incontrato Fischlin.", target])

    assert [(marked(f, pair)[1], f.severity) for f in findings_of(NAMES, pair)] == [(wrong, "critical")]


def test_a_name_named_far_away_only_explains_no_pronoun() -> None:
    """Two beads away *she* may be Keller; ten paragraphs away the target says more than the source."""
    source = ["We met Keller.", *["It rained."] * 9, "She left."]
    target = ["Abbiamo incontrato Keller.", *["Pioveva."] * 9, "Keller partì."]
    pair = AlignedPair(
        article_of([[sentence] for sentence in source], "en"),
        article_of([[sentence] for sentence in target], "it"),
        alignment_of(" ".join(f"{n}={n}" for n in range(len(source)))),
        Zeros(),
    )

    assert [(marked(f, pair), f.rule) for f in findings_of(NAMES, pair)] == [(("", "Keller"), "name-missing")]


def test_a_word_that_both_articles_keep_as_a_name_is_one() -> None:
    """An arena is a word of both languages; here both have it as a name, and once the target has another."""
    source = ["We went to the Arena.", "They like the Arena.", "We saw Keller."]
    pair = pair_of(source, ["Siamo andati all’Arena.", "A loro piace l’Arena.", "Abbiamo visto Arena."])

    assert [marked(f, pair) for f in findings_of(NAMES, pair)] == [("Keller", "Arena")]


INITIALS = [
    ("The FBI refused to comment.", "L’HSBC ha rifiutato di commentare.", ("FBI", "HSBC")),
    ("HIV is spreading.", "L’HSBC si diffonde.", ("HIV", "HSBC")),
    ("A book by J. R. Fischlin.", "Un libro di J. B. Fischlin.", ("J. R. Fischlin", "J. B. Fischlin")),
]


@pytest.mark.parametrize(("source", "target", "quoted"), INITIALS)
def test_other_initials_are_critical(source: str, target: str, quoted: tuple[str, str]) -> None:
    pair = pair_of([source], [target])

    assert [(marked(f, pair), f.severity) for f in findings_of(NAMES, pair)] == [(quoted, "critical")]


SLIPS = [
    (
        ["They met Keller.", "Keller spoke."],
        ["Incontrarono Keller.", "Ha parlato Keler."],
        ("Keller", "Keler"),
    ),
    (
        ["They met Leonard.", "He saw Leonard."],
        ["Incontrarono Leonard.", "Vide Leonrad."],
        ("Leonard", "Leonrad"),
    ),
]


@pytest.mark.parametrize(("source", "target", "quoted"), SLIPS)
def test_a_spelling_beside_the_right_one_elsewhere_is_a_slip(
    source: list[str], target: list[str], quoted: tuple[str, str]
) -> None:
    """It could be another way to write the name, were the name not written rightly before."""
    pair = pair_of(source, target)

    assert [(marked(f, pair), f.severity) for f in findings_of(NAMES, pair)] == [(quoted, "critical")]


def test_a_wrong_acronym_is_found_though_both_are_known() -> None:
    [finding] = found(NAMES, "The EIB lent the money.", "La BERS prestò il denaro.")

    assert (finding.source_value, finding.target_value, finding.severity) == ("EIB", "BERS", "critical")


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        (
            "The Federal Office for Housing (FOH) said no.",
            "L’Ufficio federale delle abitazioni (BFE) ha detto di no.",
            ("FOH", "BFE"),
        ),
        (
            "The Organization for Security and Cooperation in Europe (OSCE) came.",
            "Venne l’Organizzazione per la sicurezza e la cooperazione in Europa (OCSE).",
            ("OSCE", "OCSE"),
        ),
        ("We heard it on the BBC.", "L’abbiamo sentito alla NBC.", ("BBC", "NBC")),
        ("Connect it with the USB cable.", "Collegatelo con il cavo XVI.", ("USB", "XVI")),
        ("Pope Adrian VI met the bishops.", "Papa Adriano PDF incontrò i vescovi.", ("VI", "PDF")),
    ],
)
def test_an_abbreviation_in_the_place_of_another_is_critical(
    source: str, target: str, told: tuple[str, str]
) -> None:
    """Written out beside it, known or not, of like letters, and in the place of a Roman numeral."""
    loud = [one for one in found(NAMES, source, target) if one.severity != "minor"]
    assert [(one.severity, one.source_value, one.target_value) for one in loud] == [("critical", *told)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("OLD MAPS OF PARIS", "VECCHIE CARTE DI ROMA"),
        ("The BBC’s plan was late.", "Il piano della CNN era in ritardo."),
    ],
)
def test_capitals_and_plurals_hide_no_other_name(source: str, target: str) -> None:
    assert [f.rule for f in found(NAMES, source, target)] == ["name-exchanged"]


def test_where_names_are_translated_freely_another_name_is_less_surely_wrong() -> None:
    """A tale whose translator calls most of its people and places otherwise, and one that keeps them."""
    heroes = ["Brackwater", "Sternfeld", "Hollowmere", "Thistledown", "Grimsby"]
    tale, target = (
        [f"Then {name} spoke." for name in heroes],
        ["Acquanera", "Campofermo", "Vallecupa", "Lanugo", "Tetro"],
    )
    changed = (
        ["We asked Keller about it.", *tale],
        ["L’abbiamo chiesto a Lindqvist.", *(f"Poi parlò {name}." for name in target)],
    )
    kept = (
        ["We asked Keller about it.", *tale],
        ["L’abbiamo chiesto a Lindqvist.", *(f"Poi parlò {name}." for name in heroes)],
    )
    severities = [
        next(one.severity for one in findings_of(NAMES, pair_of(*texts)) if one.source_value == "Keller")
        for texts in (changed, kept)
    ]
    assert severities == ["minor", "critical"]


@pytest.mark.parametrize(
    ("source", "target", "quoted"),
    [
        ("The patient has AIDS now.", "Il paziente ora ha la TBC.", ("AIDS", "TBC")),
        ("The IBM chief met that of the USA.", "Il capo dell'USA incontrò quello degli USA.", ("IBM", "USA")),
        ("The Adams bridge is old.", "Il ponte Verdi è vecchio.", ("Adams", "Verdi")),
        ("She lives at Linden Place.", "Vive a Linden Risa.", ("Place", "Risa")),
        (
            "We heard it on NBC Tonight last week.",
            "L'abbiamo sentito la settimana scorsa su NBC Week.",
            ("Tonight", "Week"),
        ),
    ],
)
def test_words_of_the_language_are_exchanged_as_names_are(
    source: str, target: str, quoted: tuple[str, str]
) -> None:
    pair = pair_of([source], [target])
    assert [marked(one, pair) for one in findings_of(NAMES, pair) if one.severity == "critical"] == [quoted]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("STOP the engine first.", "FERMARE prima il motore."),
        ("See Section B.2 of it.", "Si veda Sezione B.2."),
        ("The GSM network is old.", "La rete GSM è vecchia."),
    ],
)
def test_words_that_translate_each_other_are_not_exchanged(source: str, target: str) -> None:
    assert not found(NAMES, source, target)


def test_of_more_names_that_which_is_near_by_is_not_the_one_exchanged() -> None:
    pair = pair_of(
        ["Halvorsen was asked again.", "He hopes that Brenta will win."],
        ["Fu chiesto ancora a Halvorsen.", "Halvorsen spera che vinca Tolmezzo."],
    )
    assert ("Brenta", "Tolmezzo") in [marked(one, pair) for one in findings_of(NAMES, pair)]
