"""Small words that change a claim, on one side only; what carries them otherwise is the same."""

import pytest
from one_bead import found, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.modifiers import FAMILY as MODIFIERS
from tui.languages import tsv_table

COLUMNS = ["en", "en also", "it", "it also"]


@pytest.mark.parametrize(
    ("source", "target", "side", "word"),
    [
        ("The old bridge was partly rebuilt.", "Il vecchio ponte fu ricostruito.", "source", "partly"),
        ("The workers left voluntarily.", "Gli operai se ne andarono.", "source", "voluntarily"),
        ("The council voted for the bridge.", "Il consiglio ha votato all’unanimità per il ponte.",
         "target", "all’unanimità"),
        ("The king almost lost the war.", "Il re perse la guerra.", "source", "almost"),
        ("The king sold a fake crown.", "Il re vendette una corona.", "source", "fake"),
        ("The town held out alone for a week.", "La città resistette per una settimana.", "source", "alone"),
        ("The witness spoke.", "La testimone parlò sotto giuramento.", "target", "sotto giuramento"),
        ("The trial will begin on Monday, and the closed harbour will open again in May.",
         "Il processo comincerà lunedì, a porte chiuse, e il porto chiuso riaprirà a maggio.",
         "target", "a porte chiuse"),
        ("The judge began the trial on Monday, in camera, and the owner opened the closed mill.",
         "Il giudice ha iniziato il processo lunedì, e il proprietario ha aperto il mulino chiuso.",
         "source", "in camera"),
        ("Half of the bridge was partly rebuilt.", "Metà del ponte fu ricostruita.", "source", "partly"),
    ],
)  # fmt: skip
def test_a_modifier_of_one_side_is_told(source: str, target: str, side: str, word: str) -> None:
    [finding] = findings_of(MODIFIERS, pair_of([source], [target]))

    assert finding.kind == {"source": "omission", "target": "addition"}[side]
    assert finding.message.startswith(f"Only the {side} says “{word}”: ")
    assert finding.severity in ("major", "minor")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The old bridge was partly rebuilt.", "Il vecchio ponte fu ricostruito in parte."),
        ("Half of it was partially paved.", "Una metà era in parte lastricata."),
        ("The council voted unanimously.", "Voto unanime del consiglio."),
        ("He jumped on purpose.", "Saltò di proposito."),
        ("She kept the village alone.", "Tenne il villaggio da sola."),
        ("She drove it back herself.", "Lo riportò personalmente."),
        ("They dug for most of the night.", "Scavarono per quasi tutta la notte."),
        ("It pleased above all the children.", "Piacque soprattutto ai bambini."),
        ("She thanked them all, Anna in particular.", "Li ringraziò tutti, in particolare Anna."),
        ("He mistakenly sold the mill.", "Vendette il mulino per errore."),
        ("The two plans are mostly the same.", "I due piani sono molto simili."),
        ("By 2 August it was law.", "Il 2 agosto era già legge."),
        ("Please rise, then, for the song.", "Vi prego dunque di alzarvi in piedi per la canzone."),
        ("The situation there is grave.", "La situazione sul posto è grave."),
        ("The program registers itself with the system.", "Il programma si registra da solo nel sistema."),
        ("These are for Free Software fans.", "Sono per gli appassionati del Software Libero."),
        # words that are none, in other forms than those of the phrase
        ("It ran for a few seconds.", "Girò per pochi secondi."),
        ("They use a system of measures.", "Usano un sistema di misure."),
        ("They called for helpers.", "Chiamarono volontari."),
        ("She is a Public Servant of the crown.", "È una funzionaria della corona."),
        # phrases in which a word of the table says something else
        ("He barely knows his street, let alone the town.", "Conosce appena la sua via, figurarsi la città."),
        ("They were drafting the speech.", "Stavano scrivendo il discorso."),
        ("The boy was only acting.", "Il ragazzo faceva finta."),
        # what carries one kind is read inside what carries another: po' in un po'
        ("The flock was slightly smaller in May.", "A maggio il gregge era un po' più piccolo."),
    ],
)
def test_a_modifier_said_otherwise_is_none(source: str, target: str) -> None:
    assert found(MODIFIERS, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("Stop the pump at once.", "Fermare gradualmente la pompa.", ("at once", "gradualmente")),
        (
            "The council agreed unanimously.",
            "Il consiglio decise a maggioranza.",
            ("unanimously", "a maggioranza"),
        ),
        ("She went to Genoa by train.", "Andò a Genova in autobus.", ("by train", "in autobus")),
        ("He spoke slowly to the crowd.", "Parlò sottovoce alla folla.", ("slowly", "sottovoce")),
        # a voce alone says something else
        ("He read it quickly to the crowd.", "Lo lesse a voce alta alla folla.", ("quickly", "a voce alta")),
    ],
)
def test_one_modifier_for_another_is_told_once(source: str, target: str, words: tuple[str, str]) -> None:
    [finding] = findings_of(MODIFIERS, pair_of([source], [target]))

    assert (finding.rule, finding.severity) == ("modifier-differs", "major")
    assert finding.message == f"The source says “{words[0]}”, the target “{words[1]}”."


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("She went to Genoa by train.", "Andò a Genova."),  # too often understood to be told alone
        ("He often went by car.", "Andava spesso in macchina."),
        ("If you are not already a guest, ring twice.", "Se non sei ancora un ospite, suona due volte."),
        ("In the hall there stood a piano.", "Nella sala stava fuori un pianoforte."),
        ("Slowly the old man who had sold the boat to his cousin rose and left the house.",
         "Il vecchio che aveva venduto la barca al cugino si alzò e lasciò la casa di notte."),
    ],
)  # fmt: skip
def test_modifiers_that_do_not_face_each_other_are_not_held_together(source: str, target: str) -> None:
    assert found(MODIFIERS, source, target) == []


def test_a_comment_before_a_mark_is_said_of_the_clause_after_it() -> None:
    [finding] = found(MODIFIERS, "Notably, the council sold the mill.", "Il consiglio ha venduto il mulino.")
    assert dict(finding.evidence)["agrees"] > 0.5


def evidence_of(source: str, target: str) -> dict[str, float]:
    [finding] = found(MODIFIERS, source, target)
    return dict(finding.evidence)


def test_a_word_that_is_said_once_for_two_is_told_less_surely() -> None:
    once = "She signed the letter reluctantly and sold the mill."
    twice = "She signed the letter reluctantly and reluctantly sold the mill."
    italian = "Firmò la lettera {}e vendette il mulino."

    assert evidence_of(once, italian.format(""))["again"] == 0
    assert found(MODIFIERS, once, italian.format("controvoglia ")) == []
    assert found(MODIFIERS, twice, italian.format("controvoglia ")) == []


def test_a_word_of_a_clause_that_is_left_out_is_not_told_by_itself() -> None:
    source = "The council sold the old bridge in the north, while shepherds secretly dug."

    assert found(MODIFIERS, source, "Il consiglio ha venduto il vecchio ponte nel nord.") == []


def test_no_word_says_and_carries_one_kind() -> None:
    rows = tsv_table("words/modifiers.tsv")

    assert len({row["kind"] for row in rows}) == len(rows)
    for row in rows:
        for language in ("en", "it"):
            said, also = row[language].split(), row[f"{language} also"].split()
            assert len({*said, *also}) == len(said) + len(also), row["kind"]


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_word_says_one_kind_only(language: str) -> None:
    said = [word for row in tsv_table("words/modifiers.tsv") for word in row[language].split()]

    assert sorted(said) == sorted(set(said))
