"""Who speaks, and whether in quotation marks."""

import pytest
from one_bead import found, marked, pair_of

from tui.comparison.compare import findings_of
from tui.comparison.speech import FAMILY as SPEECH

CONTEXT = (["We met Keller and Lindqvist in the hall."], ["Nella sala incontrammo Keller e Lindqvist."])


@pytest.mark.parametrize(
    ("source", "target", "quoted"),
    [
        (
            "“Lindqvist is wrong,” said Keller.",
            "“Keller ha torto”, ha detto Lindqvist.",
            ("Keller", "Lindqvist"),
        ),
        (
            "Keller said that Lindqvist would leave.",
            "Lindqvist ha detto che Keller sarebbe partito.",
            ("Keller", "Lindqvist"),
        ),
        (
            "According to Keller, Lindqvist lied.",
            "Secondo Lindqvist, Keller ha mentito.",
            ("Keller", "Lindqvist"),
        ),
        (
            "Keller, who runs the port, said Lindqvist lied.",
            "Lindqvist, che gestisce il porto, ha detto che Keller ha mentito.",
            ("Keller", "Lindqvist"),
        ),
        (
            "Keller had accused Lindqvist of fraud.",
            "Lindqvist aveva accusato Keller di frode.",
            ("Keller", "Lindqvist"),
        ),
        (
            "Russia said Ukraine had fired first.",
            "L’Ucraina ha detto che la Russia aveva sparato per prima.",
            ("Russia", "Ucraina"),
        ),
    ],
)
def test_another_speaker_is_critical(source: str, target: str, quoted: tuple[str, str]) -> None:
    pair = pair_of([*CONTEXT[0], source], [*CONTEXT[1], target])
    [finding] = findings_of(SPEECH, pair)

    assert (finding.kind, finding.severity, marked(finding, pair)) == ("speaker", "critical", quoted)
    assert finding.message == f"In the source {quoted[0]} speaks, in the target {quoted[1]}."


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("“It rains,” said Keller.", "“Piove”, ha detto Keller."),
        ("Keller and Lindqvist reported it.", "Lo hanno riferito Keller e Lindqvist."),
        ("Keller, Lindqvist and Brandt said no.", "Hanno detto no Keller, Lindqvist e Brandt."),
        ("He said Keller knew Lindqvist.", "Lindqvist conosceva Keller, ha detto."),
        ("The Council told Keller that Lindqvist left.", "Lindqvist partì, ha detto il Consiglio a Keller."),
        ("“It rains,” Keller told Lindqvist.", "“Piove”, ha detto Keller a Lindqvist."),
        ("“It rains,” said Anna Keller.", "“Piove”, ha detto Keller."),
        ("Keller said that Lindqvist would leave.", "Keller ha detto che Lindqvist sarebbe partito."),
        ("“It rains,” he said.", "“Piove”, ha detto Keller."),
        ("“It rains and it will not stop,” said Keller.", "“Piove e non smetterà. “ ha detto Keller."),
        ("Lindqvist was told by Keller to leave.", "Keller ha detto a Lindqvist di andarsene."),
        ("Keller had told Lindqvist to leave.", "Keller aveva detto a Lindqvist di andarsene."),
        ("Lindqvist was accused of fraud by Keller.", "Keller ha accusato Lindqvist di frode."),
        ("He left Russia saying that Ukraine won.", "Lasciò la Russia dicendo che l’Ucraina aveva vinto."),
        ("He called it a “small miracle”.", "Lo definì un piccolo miracolo."),
        ("'It rains and it will not stop,' said Keller.", "«Piove e non smetterà», ha detto Keller."),
        ("The workers’ hall is old.", "La sala degli operai è antica."),
    ],
)
def test_the_same_speech_is_no_finding(source: str, target: str) -> None:
    assert list(findings_of(SPEECH, pair_of([*CONTEXT[0], source], [*CONTEXT[1], target]))) == []


def test_a_quotation_without_its_marks_is_major() -> None:
    source, target = (
        "“It rains and it will not stop,” said Keller.",
        "Keller ha detto che piove e non smetterà.",
    )
    [finding] = findings_of(SPEECH, pair_of([source], [target]))
    [back] = findings_of(SPEECH, pair_of([target], [source], languages="it en"))

    assert (finding.kind, finding.severity, finding.rule) == ("quotation", "major", "quotation-unmarked")
    assert finding.message == "The source quotes, the target does not."
    assert back.message == "The target quotes, the source does not."


def test_two_words_of_one_name_are_no_two_speakers() -> None:
    source = "A study published last week in the Fenland Journal of Botany suggests that moss remembers."
    target = "Uno studio uscito da poco sul Fenland Journal of Botany fa pensare che il muschio ricordi."

    assert found(SPEECH, source, target) == []


@pytest.mark.parametrize(
    "target",
    [
        "Piove e non smetterà, ha detto Keller.",
        "Keller ha detto, come tutti qui, piove e non smetterà.",
    ],
)
def test_words_that_only_lost_their_marks_are_minor(target: str) -> None:
    source = "“It rains and it will not stop,” said Keller."
    findings = findings_of(SPEECH, pair_of([source], [target]))

    assert {f.severity for f in findings} <= {"minor"}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # a quotation that goes on in the next paragraph, marks of other kinds
        (
            "The farmer said: “The wheat is ripe and the barns stand open",
            "Il contadino ha detto: ‘Il grano è maturo e i fienili sono aperti",
        ),
        (
            "The farmer said: “The wheat is ripe and the barns stand open.”",
            "Il contadino ha detto: ''Il grano è maturo e i fienili sono aperti.''",
        ),
        (
            "The farmer said: “The wheat is ripe and the barns stand open.”",
            "Il contadino disse: — Il grano è maturo e i fienili sono aperti.",
        ),
    ],
)
def test_marks_of_any_kind_are_marks(source: str, target: str) -> None:
    assert found(SPEECH, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "quoted"),
    [
        (
            "“It rains,” said a former official.",
            "“Piove”, ha detto un ministro in carica.",
            ("former official", "ministro in carica"),
        ),
        (
            "“It rains,” a farmer told reporters.",
            "“Piove”, ha detto un generale ai giornalisti.",
            ("farmer", "generale"),
        ),
        (
            "The coach said his men were tired.",
            "Il presidente ha detto che i suoi erano stanchi.",
            ("coach", "presidente"),
        ),
        (
            "“It rains,” according to the finance minister.",
            "“Piove”, secondo il ministro della Difesa.",
            ("finance minister", "ministro della Difesa"),
        ),
        (
            "The former mayor said no.",
            "L’attuale sindaco ha detto di no.",
            ("former mayor", "attuale sindaco"),
        ),
        (
            "The doctor told the judge that it rained.",
            "Il giudice ha detto al medico che pioveva.",
            ("doctor", "giudice"),
        ),
    ],
)
def test_another_speaker_without_a_name_is_critical(
    source: str, target: str, quoted: tuple[str, str]
) -> None:
    pair = pair_of([source], [target])
    [finding] = findings_of(SPEECH, pair)
    [back] = findings_of(SPEECH, pair_of([target], [source], languages="it en"))

    assert (finding.kind, finding.severity, finding.rule) == ("speaker", "critical", "role-differs")
    assert marked(finding, pair) == quoted
    assert back.rule == "role-differs"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("“It rains,” said a former official.", "“Piove”, ha detto un ex funzionario."),
        ("“It rains,” the prime minister said.", "“Piove”, ha detto il premier."),
        ("A police officer said it rained.", "Un agente ha detto che pioveva."),
        ("“It rains,” the manager said.", "“Piove”, ha detto l’allenatore."),
        ("He told the farmer that it rained.", "Il sindaco ha detto all’agricoltore che pioveva."),
        ("“It rains,” the mayor said.", "“Piove”, ha detto Keller."),
        ("The spokesman for the minister said no.", "Il portavoce del ministro ha detto di no."),
        ("The minister said the teacher was right.", "Il ministro ha detto che l’insegnante aveva ragione."),
        ("The general left.", "Il sindaco partì."),
    ],
)
def test_the_same_speaker_without_a_name_is_no_finding(source: str, target: str) -> None:
    assert list(findings_of(SPEECH, pair_of([source], [target]))) == []
    assert list(findings_of(SPEECH, pair_of([target], [source], languages="it en"))) == []


@pytest.mark.parametrize("dash", ["—", "–", "―"])
def test_dashes_of_a_dialogue_quote(dash: str) -> None:
    source = "“Where is the barge that you sold?” asked Keller."
    target = f"{dash} Dov’è la chiatta che hai venduto? {dash} chiese Keller."
    assert not findings_of(SPEECH, pair_of([source], [target]))
