"""What every word is linked with, how different it is, and what has no counterpart, with the real encoder."""

import pytest
from by_hand import Zeros, alignment_of, article_of
from hypothesis import given
from hypothesis import strategies as st

from tui.alignment import AlignedPair, Encoder, UseEncoder
from tui.articles import SIDES
from tui.comparison import Finding, words
from tui.comparison.compare import findings_of
from tui.comparison.lexical.families import OMISSIONS
from tui.comparison.word_vectors import shipped, word_vectors


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return UseEncoder()


def linked(source: str, target: str, encoder: Encoder) -> dict[str, str]:
    """What stands for each source word, among those that have a counterpart."""
    pair = article_of([[source]]), article_of([[target]], "it")
    found = words(*pair, alignment_of("0=0"), encoder)
    return {
        pair[0].text[word.start : word.end]: word.counterpart.within(pair[1].text)
        for word in found["source"]
        if word.counterpart
    }


def test_words_are_linked_across_a_change_of_order(encoder: Encoder) -> None:
    links = linked("The old baker sold white bread.", "Il vecchio fornaio vendeva pane bianco.", encoder)
    assert links["old"] == "vecchio"
    assert links["baker"] == "fornaio"
    assert (links["white"], links["bread"]) == ("bianco", "pane")
    assert links["."] == "."


def test_one_word_may_stand_for_two(encoder: Encoder) -> None:
    links = linked("He did not see the roof of the house.", "Non vide il tetto della casa.", encoder)
    assert (links["of"], links["the"], links["house"]) == ("della", "della", "casa")


def test_what_one_side_adds_differs_more_than_what_both_say(encoder: Encoder) -> None:
    source = article_of([["The mayor opened the bridge."]])
    target = article_of([["Il sindaco ha inaugurato il ponte tra gli applausi dei pescatori."]], "it")
    found = words(source, target, alignment_of("0=0"), encoder)["target"]
    differences = {target.text[word.start : word.end]: word.difference for word in found}
    assert min(differences[w] for w in ("applausi", "pescatori")) > max(
        differences[w] for w in ("sindaco", "inaugurato", "ponte")
    )


def test_a_sentence_without_a_counterpart_differs_and_is_linked_with_nothing(encoder: Encoder) -> None:
    source = article_of([["The ferry left.", "Nobody paid for the oranges."]])
    target = article_of([["Il traghetto è partito."]], "it")
    found = words(source, target, alignment_of("0=0 1="), encoder)["source"]
    lone = [word for word in found if word.start >= source.sentences[1].start]
    shared = [word for word in found if word.start < source.sentences[1].start]
    assert all(word.counterpart is None for word in lone)
    assert min(word.difference for word in lone) > max(word.difference for word in shared)


_SENTENCES = st.lists(
    st.text(alphabet="ab1 .,'’-éЖ中\u0301", min_size=1, max_size=20), min_size=1, max_size=4
)


@given(_SENTENCES, _SENTENCES, st.booleans())
def test_every_word_stands_once_in_order_with_a_difference_between_0_and_1(
    ours: list[str], theirs: list[str], aligned: bool
) -> None:
    source, target = article_of([ours]), article_of([theirs], "it")
    joined = ",".join(map(str, range(len(ours)))), ",".join(map(str, range(len(theirs))))
    beads = "=".join(joined) if aligned else f"{joined[0]}= ={joined[1]}"
    found = words(source, target, alignment_of(beads), Zeros())
    for side, article, other in zip(SIDES, (source, target), (target, source), strict=True):
        text = article.text
        ends = [0, *(word.end for word in found[side])]
        assert all(end <= word.start < word.end for end, word in zip(ends, found[side], strict=False))
        covered = {i for word in found[side] for i in range(word.start, word.end)}
        assert all(i in covered for i, character in enumerate(text) if character.isalnum())
        assert all(0 <= word.difference <= 1 for word in found[side])
        assert all(word.counterpart.within(other.text) for word in found[side] if word.counterpart)


def missing(source: str, target: str, encoder: Encoder) -> list[tuple[str, str, str]]:
    """Kind, layer and words of each finding."""
    pair = AlignedPair(article_of([[source]]), article_of([[target]], "it"), alignment_of("0=0"), encoder)
    return [(finding.kind, finding.layer, _words(finding, pair)) for finding in findings_of(OMISSIONS, pair)]


@pytest.mark.parametrize(
    ("source", "target", "kind", "words"),
    [
        (
            "The mayor opened the rebuilt bridge in front of angry fishermen.",
            "Il sindaco ha inaugurato il ponte ricostruito.",
            "omission",
            "angry fishermen",
        ),
        (
            "The mayor opened the bridge.",
            "Il sindaco ha inaugurato il ponte tra gli applausi dei pescatori.",
            "addition",
            "applausi dei pescatori",
        ),
    ],
)
def test_a_phrase_on_one_side_only_is_missing_text(
    source: str, target: str, kind: str, words: str, encoder: Encoder
) -> None:
    [(found, layer, quoted)] = missing(source, target, encoder)
    assert (found, layer) == (kind, "missing")
    assert words in quoted


def test_phrases_of_one_sentence_are_told_once(encoder: Encoder) -> None:
    source = (
        "The mayor opened the rebuilt bridge in front of angry fishermen and praised the patient engineers."
    )
    told = missing(source, "Il sindaco ha inaugurato il ponte ricostruito.", encoder)
    [quoted] = [words for kind, _, words in told if kind == "omission"]
    assert "fishermen" in quoted
    assert "engineers" in quoted


def test_a_verb_dropped_before_its_object_is_told(encoder: Encoder) -> None:
    source = "The minister wants the council to simplify customs rules for the harbour."
    target = "Il ministro vuole dal consiglio le norme doganali per il porto."
    [(_, _, quoted)] = missing(source, target, encoder)
    assert quoted == "simplify"


def test_a_listed_translation_is_a_counterpart_though_the_vectors_part_them(encoder: Encoder) -> None:
    links = linked("Critics hailed the ruling.", "I critici hanno salutato la sentenza.", encoder)
    assert (links["hailed"], links["ruling"]) == ("hanno salutato", "sentenza")


def test_the_shipped_vectors_of_words_are_those_of_the_encoder(encoder: Encoder) -> None:
    words = ["harbour", "porto", "because", "già", "lemonade"]
    assert "lemonade" not in shipped().row
    found, made = word_vectors(words, encoder), encoder.encode(words)
    assert (found * made).sum(axis=1) == pytest.approx([1.0] * len(words), abs=0.001)


def test_another_encoder_gets_no_shipped_vectors() -> None:
    assert not word_vectors(["harbour"], Zeros()).any()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The judge sentenced the banker to prison.", "Il giudice ha condannato il banchiere alla prigione."),
        ("The team won despite the heavy rain.", "La squadra ha vinto nonostante la forte pioggia."),
        ("He gave up in the end.", "Alla fine si è arreso."),
        ("He takes part in the race.", "Partecipa alla gara."),
        ("Anna Bellini arrived.", "È arrivata la signora Bellini."),
        ("As a friend of the duke, he got the land.", "In qualità di amico del duca, ottenne il terreno."),
        ("On her return she met us.", "In occasione del suo ritorno ci ha incontrati."),
        ("It was the largest fair in the country to date.", "È stata la più grande fiera del paese finora."),
    ],
)
def test_a_faithful_or_free_translation_misses_nothing(source: str, target: str, encoder: Encoder) -> None:
    assert missing(source, target, encoder) == []


def _words(finding: Finding, pair: AlignedPair) -> str:
    return "".join(span.within(pair.source.text) for span in finding.source) + "".join(
        span.within(pair.target.text) for span in finding.target
    )
