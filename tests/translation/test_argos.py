from collections.abc import Callable
from pathlib import Path

import pytest
from toy_translators import translated

from tui.errors import AfronteError
from tui.translation import Shelf, argos_translator, doubts, install_file, verify


def english(shelf: Shelf, *sentences: str) -> list[str]:
    translator = argos_translator(shelf, "it", "en")
    assert translator
    return translated(translator, *sentences)


def test_sentences_are_translated_in_order(stocked: Shelf) -> None:
    """A real package translates each sentence into one."""
    assert english(stocked, "Il gatto dorme.", "Il cane non beve l'acqua.") == [
        "The cat sleeps.",
        "The dog not drinks the water.",
    ]


def test_line_breaks_and_blank_sentences_keep_their_place(stocked: Shelf) -> None:
    """A line break inside a sentence is a blank, and a blank sentence comes back empty."""
    assert english(stocked, "Il gatto\n  dorme.", " ", "Il cane dorme.") == [
        "The cat sleeps.",
        "",
        "The dog sleeps.",
    ]


def test_half_a_surrogate_pair_does_not_stop_the_rest(stocked: Shelf) -> None:
    """It cannot be translated, only replaced."""
    assert english(stocked, "Il gatto \ud800 dorme.", "Il cane dorme.") == [
        "The cat ? sleeps.",
        "The dog sleeps.",
    ]


def test_words_the_model_does_not_know_stay(stocked: Shelf) -> None:
    """Names come through as they are."""
    assert english(stocked, "Venier vede il ponte.") == ["Venier sees the bridge."]


def test_a_paragraph_of_three_thousand_words_is_translated_to_its_end(stocked: Shelf) -> None:
    """In sentences or as one sentence without an end, nothing of it is cut off."""
    sentence = "il gatto vede il cane e il cane vede il gatto"  # ten words
    many = english(stocked, *[f"{sentence}." for _ in range(300)])
    assert many == ["the cat sees the dog and the dog sees the cat."] * 300

    (one,) = english(stocked, ", ".join([sentence] * 300))
    assert one == ", ".join(["the cat sees the dog and the dog sees the cat"] * 300)


def test_a_sentence_without_a_place_to_cut_it_is_still_whole(stocked: Shelf) -> None:
    """Two thousand characters in a row, as a language without blanks has them, all come out."""
    (whole,) = english(stocked, "x" * 2000)
    assert whole.replace(" ", "") == "x" * 2000


def test_what_is_asked_for_first_comes_first(stocked: Shelf) -> None:
    """Sentences are sorted by their length, but not so far that the first waits for the longest of many."""
    translator = argos_translator(stocked, "it", "en")
    assert translator
    long = "il gatto vede il cane e " * 12 + "il gatto"
    sentences = ["Il gatto dorme.", *(f"{long} {number}" for number in range(200))]
    begun = iter([True, True])  # as many batches as are translated at once
    first: dict[str, str] = {}
    for batch in translator.translate(sentences, lambda: next(begun, False)):
        first |= batch
    assert first["Il gatto dorme."] == "The cat sleeps."
    assert len(first) < 50


def test_what_is_begun_when_no_more_is_wanted_is_given(stocked: Shelf) -> None:
    """The engine cannot be stopped in the middle of a batch; nothing that it has done is lost."""
    translator = argos_translator(stocked, "it", "en")
    assert translator
    sentences = [f"Il gatto dorme {number}." for number in range(2000)]
    said: dict[str, str] = {}
    begun = iter([True, True, True])
    for batch in translator.translate(sentences, lambda: next(begun, False)):
        said |= batch
    assert 0 < len(said) < 1000
    assert {said[sentence].split()[:3] == ["The", "cat", "sleeps"] for sentence in said} == {True}
    assert not list(translator.translate(sentences, lambda: False))


def test_two_models_in_a_row_lead_where_none_leads(stocked: Shelf, package: Callable[..., Path]) -> None:
    """With it→en and en→de there is it→de; the name and the version say which models did it."""
    words = {"the": "die", "cat": "Katze", "sleeps": "schläft"}
    install_file(package(words=words, languages=("en", "de"), version="1.9"), stocked)
    translator = argos_translator(stocked, "it-CH", "de")
    assert translator
    assert translated(translator, "Il gatto dorme.") == ["Die Katze schläft."]
    assert (translator.name, translator.version, translator.languages) == (
        "Argos it→en→de",
        "1.0+1.9",
        ("it", "de"),
    )


def test_the_shortest_way_is_taken(stocked: Shelf, package: Callable[..., Path]) -> None:
    """A model of the very pair goes before two in a row."""
    for name, languages in (("a", ("it", "fr")), ("b", ("fr", "de")), ("c", ("de", "en"))):
        install_file(package(name, words={"gatto": "x"}, languages=languages), stocked)
    assert [model.card.pair for model in stocked.route("it", "en")] == ["it→en"]
    assert [model.card.pair for model in stocked.route("it", "de")] == ["it→fr", "fr→de"]
    assert stocked.route("en", "it") == ()
    assert stocked.route("it", "it") == ()


def test_argoss_own_codes_are_understood(shelf: Shelf, package: Callable[..., Path]) -> None:
    """Traditional Chinese is `zt` to Argos and `zh-Hant` or `zh-TW` to the rest of the world."""
    install_file(package("a", languages=("zt", "en")), shelf)
    install_file(package("b", languages=("zh", "en")), shelf)
    assert [m.card.source for m in shelf.route("zh-TW", "en-GB")] == ["zt"]
    assert [m.card.source for m in shelf.route("zh", "en")] == ["zh"]


def test_no_model_is_no_translator(shelf: Shelf) -> None:
    """An absent folder is an empty shelf."""
    assert argos_translator(shelf, "it", "en") is None
    assert not shelf.folder.exists()


def test_a_prefix_for_the_target_is_given_and_taken_away(shelf: Shelf, package: Callable[..., Path]) -> None:
    """Models of several languages are told the target's by a first token, which is no part of the text."""
    words = {"gatto": "cat", "zz": ">>en<<", "dorme": "sleeps"}
    install_file(package(words=words, metadata={"target_prefix": "▁>>en<<"}), shelf)
    (text,) = english(shelf, "zz gatto dorme")
    assert text.split() == ["cat", "sleeps"]


@pytest.mark.parametrize("damage", ["model/model.bin", "sentencepiece.model", "model/config.json"])
def test_a_damaged_model_is_named_with_the_cure(
    stocked: Shelf, damage: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """One line says which model and what to do, and native libraries write nothing onto the screen."""
    (model,) = stocked.models()
    file = model.folder / damage
    file.write_bytes(b"junk" * 40)
    with pytest.raises(
        AfronteError, match=r"^The model it→en 1\.0 in .* does not work .*install it again\.$"
    ):
        english(stocked, "Il gatto dorme.")
    with pytest.raises(AfronteError):
        verify(model)
    assert capfd.readouterr() == ("", "")


def test_a_translator_that_was_closed_opens_again(stocked: Shelf) -> None:
    """Letting go of the memory loses nothing."""
    translator = argos_translator(stocked, "it", "en")
    assert translator
    first = translated(translator, "Il gatto dorme.")
    translator.close()
    assert translated(translator, "Il gatto dorme.") == first


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ({"il": "<blank>", "gatto": "<blank>", "dorme": "<blank>"}, "empty"),
        ({"ciao": "hello"}, "unchanged"),
        ({"gatto": "▁".join(["spam"] * 50), "il": "the", "dorme": "sleeps"}, "repeats"),
    ],
)
def test_what_engines_get_wrong_is_flagged(
    shelf: Shelf, package: Callable[..., Path], words: dict[str, str], doubt: str
) -> None:
    """A real model that gives nothing, the input, or one word fifty times is doubted each time."""
    install_file(package(words=words), shelf)
    sentence = "Il gatto dorme"
    (text,) = english(shelf, sentence)
    assert doubt in doubts(sentence, text)
