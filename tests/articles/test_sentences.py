"""Where sentences end, and where they only seem to. A bar stands where one ends."""

import pytest

from tui.articles import article_from_text

CASES: dict[str, list[str]] = {
    "en": [
        "Mr. Hart met Dr. Lee at St. Mary's.| They spoke for an hour.",
        "The U.S. Navy left.| The U.N. Security Council met in the U.S.| The talks failed.",
        "It fell 2.5 per cent to 3.14.| On page 12.| Then it rose.",
        "The bell rang at 5:30 p.m. on Monday.| It rang again at 7 p.m.| The crowd had gone.",
        "On Jan. 5 Port Inc. paid.| On Feb. 6 it did not.",
        "See No. 10 and Fig. 3, e.g. the last row.",
        "J. K. Marlow and George W. Finch signed.| So did I.",
        "“We will go.” He left.".replace("” H", "”| H"),
        "“Will you go?” she asked.| “Never!” said the mayor.",
        "He said: “It is over. | Go home.”".replace(". |", ".|"),
        "She “will not accept . . . Foreign rules”.| He will.",
        "Well… perhaps.| Wait...| And then?",
        "1. Open the gate.| 2. Walk in.",
        "11.3.1. Open the gate.| B.2. Walk in.",
        "(He was late.)| She was not (or so he said?).| Anyway.",
        "The sum grew.[3]| The debt did not.",
        "⟨1⟩It rains.⟨2⟩| And ⟨3⟩Mr. Hart⟨4⟩ left “late⟨5⟩.”⟨6⟩| ⟨7⟩So did I.⟨8⟩ ⟨9⟩but⟨10⟩ not Ada.",
        'A quote that ends ". " and one that opens.| " Here it is. "',
        "The port opens today.The mayor will speak.".replace(".T", ".|T"),
        "See www.harbour.org and e-mail info@harbour.org. | The end.".replace(". |", ".|"),
        "No.| Porto would not. | Modern art.| Mills paints. See no. 12 and vol. IV.".replace(
            ". |", ".|"
        ).replace("s. S", "s.| S"),
        "It was Porto vs. The Mills, said Prof. The.",
        "A heading without a stop",
        "King Louis XIV. and the rest",
    ],
    "it": [
        "Il dott. Rossi e la sig.ra Bianchi sono arrivati.| L'on. Verdi no.",
        "La Porto S.p.A. Costruzioni ha vinto.| La Fiume S.r.l.| Non ha risposto.",
        "È salito del 2,8 per cento a 3.500 euro.| Poi è sceso.",
        "Vedi art. 5, pag. 12 e n. 10.| Non altro.",
        "Nel 44 a.C. Cesare morì.| Nel 14 d.C. Augusto.",
        "Ulivi, viti, ecc. Il resto è bosco.".replace(". I", ".| I"),
        "“E sarà difficile. “",
        "“Non la permetterà. “| Poi ha taciuto.",
        "“Andrà avanti. ”| Ha aggiunto altro.",
        "“È ora di agire ”.| Lo ha detto ieri.",
        "Insiste che “non accetterà. . . Eventuali accordi ”.| Ma tratta.",
        "“Perché lo fanno?” ha chiesto.| «Mai!» ha risposto il sindaco.",
        "«È finita.»| Se ne va.| «Andiamo».| Esce.",
        "– Vieni?| – No.| – Peccato.",
        "Così… no.| Aspetta...| E poi?",
        "N. Rossi, G. B. Neri e l'avv. M. Gallo hanno firmato.",
        "Il ponte è chiuso.Il sindaco parlerà.".replace(".I", ".|I"),
        "Cfr. La legge del porto, cap. III e n. 10.| Marta vive d'arte e di art.| Bruno no.",
        "Scrive a repubblica.It e basta.",
    ],
    "de": ["Am 3. Oktober kam Dr. Weiß.| Er blieb z. B. lange."],
    "fr": ["M. Petit a dit : « Bonjour ! » puis il est parti.| « Adieu. »| Elle reste."],
    "es": ["El Sr. Ruiz habló.| ¿Quién más?| ¡Nadie!"],
    "ar": ["هل وصل الوزير؟| نعم. | قال ذلك أمس.".replace(". |", ".|")],
    "ja": ["会議は終わった。|「次は来週だ。」と大臣は述べた。|誰が来る？|未定だ。"],
    "zh": ["会议结束了。|“下周再来。”|谁会来？|不知道！"],
    "ru": ["Г. Иванов живёт в г. Туле.| Он приехал."],
    "th": ["รัฐมนตรีมาถึงแล้ว"],
}


@pytest.mark.parametrize(
    ("language", "marked"), [(language, text) for language, texts in CASES.items() for text in texts]
)
def test_sentences_end_where_a_reader_sees_them_end(language: str, marked: str) -> None:
    article = article_from_text(marked.replace("|", ""), language=language)
    found = [article.sentence_text(index) for index in range(len(article.sentences))]
    assert found == [sentence.strip() for sentence in marked.split("|")]
