"""Doubled, untranslated and lookalike words, and false friends."""

import pytest
from by_hand import Zeros, alignment_of, article_of

from tui.alignment import AlignedPair
from tui.articles import Article, Span
from tui.comparison import Finding
from tui.comparison.compare import findings_of
from tui.comparison.lexical.doubled import FAMILY as DOUBLED
from tui.comparison.lexical.false_friends import FAMILY as FALSE_FRIENDS
from tui.comparison.lexical.lookalikes import FAMILY as LOOKALIKES
from tui.comparison.lexical.untranslated import FAMILY as UNTRANSLATED

Quotations = list[tuple[str, str, str]]


def found(source: str, target: str, languages: tuple[str, str] = ("en", "it")) -> Quotations:
    """Kind, source words and target words of each finding in an aligned pair of sentences."""
    pair = AlignedPair(
        article_of([[source]], languages[0]),
        article_of([[target]], languages[1]),
        alignment_of("0=0"),
        Zeros(),
    )
    return [
        (finding.kind, _quoted(pair.source, finding.source), _quoted(pair.target, finding.target))
        for finding in _small(pair)
    ]


def _small(pair: AlignedPair) -> list[Finding]:
    return [
        finding
        for rule in (DOUBLED, UNTRANSLATED, FALSE_FRIENDS, LOOKALIKES)
        for finding in findings_of(rule, pair)
    ]


def _quoted(article: Article, spans: tuple[Span, ...]) -> str:
    return " ".join(span.within(article.text) for span in spans)


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("The bridge has been closed.", "Il ponte è stato stato chiuso.", "stato stato"),
        ("He has refused.", "Ha ha rifiutato.", "Ha ha"),
        ("They met in the old mill.", "Nel vecchio nel vecchio mulino.", "Nel vecchio nel vecchio"),
        ("A long road.", "Una strada strada strada lunga.", "strada strada strada"),
    ],
)  # fmt: skip
def test_a_word_written_twice_is_found(source: str, target: str, words: str) -> None:
    assert found(source, target) == [("doubled", "", words)]


def test_a_word_said_twice_for_emphasis_is_less_sure_to_be_a_slip() -> None:
    def sure(source: str, target: str) -> float:
        pair = AlignedPair(
            article_of([[source]], "en"), article_of([[target]], "it"), alignment_of("0=0"), Zeros()
        )
        (finding,) = findings_of(DOUBLED, pair)
        return finding.confidence

    emphatic = sure("The lamp gave a faint light.", "La lampada dava una luce tenue tenue.")
    assert emphatic < sure("The lamp was on the table.", "La lampada era sul sul tavolo.")
    assert emphatic < sure("See table 4.", "Si veda la tabella Tabella 4.")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Little by little the crowd left.", "Via via la folla se ne andò."),
        ("She had had enough of it.", "Ne aveva abbastanza."),
        ("Never, never again.", "Mai, mai più."),
        ("They live in Walla Walla.", "Vivono a Walla Walla."),
        ("He tried again and again and again.", "Ci provò più volte."),
        ("The score was 3 3.", "Il risultato era 3 a 3."),
    ],
)
def test_doublings_that_mean_something_are_left_alone(source: str, target: str) -> None:
    assert found(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("The farmers kept a ledger.", "I contadini tenevano un ledger.", ("ledger", "ledger")),
        ("Three plumbers came.", "Sono venuti tre plumber.", ("plumbers", "plumber")),
        ("Two woodworkers came.", "Sono venuti due woodwork.", ("woodworkers", "woodwork")),
        ("A run-of-the-mill speech.", "Un discorso run-of-the-mill.", ("run-of-the-mill", "run-of-the-mill")),
        ("The old harbour is empty.", "Il vecchio harbour è vuoto.", ("harbour", "harbour")),
    ],
)
def test_a_word_left_in_english_is_found(source: str, target: str, expected: tuple[str, str]) -> None:
    assert found(source, target) == [("untranslated", *expected)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The leader of the team spoke.", "Il leader del team ha parlato."),
        ("Two carabinieri ate a panettone.", "Due carabinieri mangiarono un panettone."),
        ("A blitzkrieg and a weekend.", "Un blitzkrieg e un weekend."),
        ("The Guardian wrote it.", "Lo ha scritto The Guardian."),
        ("She called it a ledger.", "Lo ha chiamato “ledger”."),
        ("Write to harbour@example.org today.", "Scrivete oggi a harbour@example.org."),
        ("The idea is fine.", "Alla fine è un’idea."),
        ("Run `undo last` and set MAX_UNDO=3.", "Eseguire `undo last` e impostare MAX_UNDO=3."),
        ("She read Anna von der Heide.", "Ha letto Anna von der Heide."),
        ("The kernel uses a cache.", "Il kernel usa una cache."),
        ("The road must be plain.", "La strada dev'essere piana (plain)."),
        ("They call it moonshine there.", "Là lo chiamano moonshine (acquavite)."),
        ("He sang the word moonshine.", "Cantò la parola moonshine."),
        ("They drink what is called moonshine.", "Bevono il cosiddetto moonshine."),
        ("They pay a moonshine tax there.", "Là pagano una moonshine tax (imposta sull’acquavite)."),
        ("The crooner sings bluegrass.", "Il crooner canta bluegrass."),
        ("Send it to harbour-news today.", "Inviatelo oggi a harbour-news."),
        ("She wrote Counting horses: the size of herds.", "Ha scritto Counting horses: the size of herds."),
    ],
)
def test_loans_names_and_quotations_are_not_untranslated(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_word_that_the_target_has_made_its_own_is_not_untranslated() -> None:
    source = article_of([["The plumber came.", "The plumber left."]])
    target = article_of([["Il plumber è venuto.", "Il plumber è uscito."]], "it")
    assert _small(AlignedPair(source, target, alignment_of("0=0 1=1"), Zeros())) == []


def test_an_italian_word_left_in_english_is_found() -> None:
    assert found("Ha parlato il sindaco.", "The sindaco spoke.", ("it", "en")) == [
        ("untranslated", "sindaco", "sindaco")
    ]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("He eventually agreed.", "Ha eventualmente accettato.", ("eventually", "eventualmente")),
        ("The library is closed.", "La libreria è chiusa.", ("library", "libreria")),
        ("They pretended to sleep.", "Pretendevano di dormire.", ("pretended", "Pretendevano")),
        ("It was an about-face.", "È stato un faccia a faccia.", ("about-face", "faccia a faccia")),
        ("They are suing for peace.", "Fanno causa per la pace.", ("suing for peace", "causa per la pace")),
        ("It takes place at noon.", "Prende posto a mezzogiorno.", ("takes place", "Prende posto")),
        ("The firm hired ten men.", "La firma ha assunto dieci uomini.", ("firm", "firma")),
        ("The race was called off.", "La gara è stata chiamata fuori.", ("called off", "chiamata fuori")),
        ("The curtains burnt.", "Le cortine sono bruciate.", ("curtains", "cortine")),
        ("Two families had a feud.", "Due famiglie avevano un feudo.", ("feud", "feudo")),
        ("The mussels are fresh.", "I muscoli sono freschi.", ("mussels", "muscoli")),
    ],
)
def test_a_false_friend_in_use_is_found(source: str, target: str, expected: tuple[str, str]) -> None:
    assert found(source, target) == [("false-friend", *expected)]
    assert found(target, source, ("it", "en")) == [("false-friend", *expected[::-1])]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He eventually agreed.", "Alla fine ha accettato."),
        ("The bookshop is closed.", "La libreria è chiusa."),
        ("The library has a bookshop.", "La biblioteca ha una libreria."),
        ("The firm asked for his signature.", "La ditta ha chiesto la sua firma."),
        ("The pace of the peace talks slowed.", "I colloqui di pace sono rallentati."),
        ("Sane took the ball.", "Sane ha preso la palla."),
        ("The library of C functions is small.", "La libreria di funzioni C è piccola."),
        ("Anna succeeded Carlo as mayor.", "Anna succedette a Carlo come sindaca."),
        ("The iron curtain fell.", "La cortina di ferro è caduta."),
        ("The nun wore a habit.", "La suora portava l'abito."),
    ],
)
def test_a_false_friend_is_no_finding_when_the_right_word_stands_there(source: str, target: str) -> None:
    assert found(source, target) == []


def test_a_lookalike_that_a_text_uses_throughout_is_its_term() -> None:
    def severities(times: int) -> list[str]:
        source, target = ([text] * times for text in ("The library is closed.", "La libreria è chiusa."))
        beads = alignment_of(" ".join(f"{n}={n}" for n in range(times)))
        pair = AlignedPair(article_of([source]), article_of([target], "it"), beads, Zeros())
        return [finding.severity for finding in _small(pair)]

    assert severities(1) == ["major"]
    assert set(severities(4)) == {"minor"}


def test_a_letter_of_another_script_is_found() -> None:
    assert found("The mayor spoke.", "Il sindaсo ha parlato.") == [("lookalike", "", "sindaсo")]


@pytest.mark.parametrize("target", ["La rivista Правда tace.", "Una dose di 5 μg.", "Il caffè è già qui."])
def test_words_of_another_script_are_no_lookalikes(target: str) -> None:
    assert found("So it is.", target) == []


def test_a_finding_of_the_word_layer_is_minor() -> None:
    pair = AlignedPair(
        article_of([["The bridge is closed."]]),
        article_of([["Il ponte ponte è chiuso."]], "it"),
        alignment_of("0=0"),
        Zeros(),
    )
    assert [(f.layer, f.severity, f.message) for f in _small(pair)] == [
        ("words", "minor", "The target has “ponte” twice in a row.")
    ]
