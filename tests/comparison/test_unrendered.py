"""Phrases and clauses of which the other side renders no word."""

import pytest
from by_hand import alignment_of, article_of

from tui.alignment import AlignedPair, UseEncoder
from tui.comparison.compare import findings_of
from tui.comparison.model import Finding
from tui.comparison.unrendered import FAMILY, rendered
from tui.comparison.unrendered.rendering import matched


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return UseEncoder()


def found(encoder: UseEncoder, source: str, target: str, alone: str = "") -> list[Finding]:
    """What is said of two sentences; `alone` stands after the source and has no counterpart."""
    pair = AlignedPair(
        article_of([[source, alone] if alone else [source]], "en"),
        article_of([[target]], "it"),
        alignment_of("0=0 1=" if alone else "0=0"),
        encoder,
    )
    return findings_of(FAMILY, pair)


PHRASES = [
    (
        "The museum will stay open on Sundays unless the guards go on strike again.",
        "Il museo resterà aperto la domenica a meno che i custodi non scioperino di nuovo.",
        "unless the guards go on strike again",
        "a meno che i custodi non scioperino di nuovo",
    ),
    (
        "The harbour master lent his boat to the students during the summer holidays.",
        "Il capitano del porto ha prestato la sua barca agli studenti durante le vacanze estive.",
        "during the summer holidays",
        "durante le vacanze estive",
    ),
    (
        "The bank lent money only to farmers who had paid back their earlier loans.",
        "La banca prestava denaro soltanto agli agricoltori che avevano rimborsato i prestiti precedenti.",
        "who had paid back their earlier loans",
        "che avevano rimborsato i prestiti precedenti",
    ),
]


@pytest.mark.parametrize(("source", "target", "cut", "cut_there"), PHRASES)
def test_a_phrase_that_only_one_side_has_is_told(
    encoder: UseEncoder, source: str, target: str, cut: str, cut_there: str
) -> None:
    assert not found(encoder, source, target)
    (left_out,) = found(encoder, source, target.replace(f" {cut_there}", ""))
    assert left_out.message == f"The target has nothing for “{cut}”."
    assert (left_out.kind, left_out.severity) == ("omission", "major")
    (put_in,) = found(encoder, source.replace(f" {cut}", ""), target)
    assert (put_in.kind, put_in.severity) == ("addition", "major")
    assert put_in.target_value
    assert put_in.target_value in cut_there


@pytest.mark.parametrize(
    ("target", "added"),
    [
        (
            "Il museo è stato chiuso per un mese dopo che i custodi avevano trovato acqua in cantina, "
            "già segnalata più volte dai visitatori.",
            "già segnalata",
        ),
        (
            "Il museo è stato chiuso per un mese, con il parere favorevole del prefetto, dopo che i custodi "
            "avevano trovato acqua in cantina.",
            "con il parere favorevole",
        ),
    ],
)
def test_a_phrase_between_marks_is_told_though_it_begins_with_a_participle(
    encoder: UseEncoder, target: str, added: str
) -> None:
    source = "The museum was shut for a month after the guards found water in the cellar."
    (put_in,) = found(encoder, source, target)
    assert put_in.severity == "major"
    assert put_in.target_value
    assert put_in.target_value.startswith(added)


def test_two_words_between_marks_are_told_though_nothing_joins_them_to_the_clause(
    encoder: UseEncoder,
) -> None:
    source = "The driver of the bus stopped at the bridge and called the police."
    target = (
        "Il conducente dell'autobus si è fermato al ponte, visibilmente ubriaco, e ha chiamato la polizia."
    )
    (put_in,) = found(encoder, source, target)
    assert (put_in.severity, put_in.target_value) == ("major", "visibilmente ubriaco")


def test_what_a_word_means_that_was_left_is_no_major_addition(encoder: UseEncoder) -> None:
    source = "The council will pay the cost of settled status applications for its workers next year."
    target = (
        "L'anno prossimo il comune pagherà ai lavoratori i costi delle domande di settled status (condizione "
        "di persona stabilmente residente)."
    )
    assert all(one.severity == "minor" for one in found(encoder, source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "The mayor closed the old bridge to lorries because two of its pillars were cracking.",
            "Per via delle crepe in due piloni il sindaco ha chiuso ai camion il vecchio ponte.",
        ),
        (
            "The dentist sold her practice in the village to a younger colleague.",
            "A rilevare lo studio della dentista in paese è stata una collega più giovane di lei.",
        ),
        (
            "For want of buyers the brewery stopped making its dark beer after the war.",
            "Dopo la guerra il birrificio smise di produrre la birra scura, che nessuno comprava più.",
        ),
    ],
)
def test_what_is_said_by_other_words_is_not(encoder: UseEncoder, source: str, target: str) -> None:
    assert not found(encoder, source, target)


def test_what_a_sentence_near_by_says_is_not(encoder: UseEncoder) -> None:
    source = "The potter Ada Brant has died in her workshop on the island."
    target = "La ceramista Ada Brant è morta nel suo laboratorio sull'isola dopo una lunga malattia."
    (put_in,) = found(encoder, source, target)
    assert put_in.target_value == "dopo una lunga malattia"
    assert not found(encoder, source, target, "She had suffered from a long illness.")


def test_a_word_renders_one_word_only() -> None:
    """Two want the first: the one that has no other gets it."""
    assert matched([(0, 0), (1, 0), (0, 1), (2, 0)]) == {0: 1, 1: 0}


def test_what_a_dictionary_says_is_rendered(encoder: UseEncoder) -> None:
    source, target = "The gardener sold ripe apples to neighbours.", "Il giardiniere vendette mele ai vicini."
    pair = AlignedPair(
        article_of([[source]], "en"), article_of([[target]], "it"), alignment_of("0=0"), encoder
    )
    said = rendered(pair, pair.alignment.beads[0], "source")
    assert said == {source.index(word) for word in ("gardener", "sold", "apples", "neighbours")}


@pytest.mark.parametrize(
    ("source", "target", "acronym"),
    [
        (
            "The fund lends to SMEs.",
            "Il fondo presta a piccole e medie imprese.",
            ("piccole", "medie", "imprese"),
        ),
        (
            "The ECU coined a word.",
            "L'unità di conto europea coniò una parola.",
            ("unità", "conto", "europea"),
        ),
    ],
)
def test_an_acronym_renders_what_it_is_short_for(
    encoder: UseEncoder, source: str, target: str, acronym: tuple[str, ...]
) -> None:
    pair = AlignedPair(
        article_of([[source]], "en"), article_of([[target]], "it"), alignment_of("0=0"), encoder
    )
    places = rendered(pair, pair.alignment.beads[0], "target")

    assert {target.index(word) for word in acronym} <= places


def test_an_acronym_that_both_sides_have_renders_itself_only(encoder: UseEncoder) -> None:
    source, target = "The SME paid.", "La SME delle grandi zucche estive pagò piccole e medie imprese."
    pair = AlignedPair(
        article_of([[source]], "en"), article_of([[target]], "it"), alignment_of("0=0"), encoder
    )

    assert target.index("imprese") not in rendered(pair, pair.alignment.beads[0], "target")


@pytest.mark.parametrize(
    ("source", "target", "value"),
    [
        (
            "The soprano thanked the conductor on Friday, two days before the premiere.",
            "Venerdì, due giorni prima del debutto, il soprano ha ringraziato il direttore d'orchestra con "
            "un mazzo di girasoli.",
            "con un mazzo di girasoli",
        ),
        (
            "The parish sold its organ to a museum in the winter of 1987.",
            "La parrocchia vendette l'organo a un museo nell'inverno del 1987 con enorme rammarico.",
            "con enorme rammarico",
        ),
        (
            "The watchmaker opens his shop every morning.",
            "L'orologiaio apre ogni mattina il suo negozio, pur essendo malato.",
            "pur essendo malato",
        ),
    ],
)
def test_a_phrase_has_neither_more_nor_less_than_its_words(
    encoder: UseEncoder, source: str, target: str, value: str
) -> None:
    assert value in [one.target_value for one in found(encoder, source, target)]


def test_what_stays_longer_without_a_phrase_is_not_for_want_of_it(encoder: UseEncoder) -> None:
    source = "The baker opens his shop at six and sells warm rolls with butter."
    short = "Il fornaio apre il negozio alle sei e vende panini caldi al burro, senza pagare le tasse."
    long = (
        "Il fornaio apre il negozio alle sei e vende panini caldi al burro, senza pagare le tasse, mentre la "
        "moglie, arrivata da un villaggio di montagna, intreccia cestini di vimini per i turisti tedeschi."
    )

    def longer(target: str) -> list[float]:
        told = found(encoder, source, target)
        return [
            dict(one.evidence)["still-longer"] for one in told if one.target_value == "senza pagare le tasse"
        ]

    assert [*longer(short), *longer(long)] == sorted([*longer(short), *longer(long)])
    assert longer(short)[0] < 0.1
