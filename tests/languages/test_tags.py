"""Any spelling of a language is understood, and a text's language is found."""

import langcodes
import pytest

from tui.articles import detect
from tui.errors import AfronteError
from tui.languages import LANGUAGES, canonical_language, language_name

SENTENCES = {
    "ar": "قال الوزير يوم الاثنين إن المحادثات ستستمر.",
    "de": "Der Minister sagte am Montag, dass die Gespräche weitergehen würden.",
    "en": "The minister said on Monday that the talks would go on.",
    "es": "El ministro dijo el lunes que las negociaciones van a continuar.",
    "fr": "Le ministre a déclaré lundi que les négociations se poursuivront dans la capitale.",
    "it": "Il ministro ha detto lunedì che i colloqui andranno avanti.",
    "ja": "大臣は月曜日、協議を続けると述べた。",
    "ko": "장관은 월요일 회담이 계속될 것이라고 말했다.",
    "nl": "De minister zei maandag dat de gesprekken zouden doorgaan.",
    "pl": "Minister powiedział w poniedziałek, że rozmowy będą kontynuowane.",
    "pt": "O ministro disse na segunda-feira que as conversações vão continuar.",
    "ru": "Министр сказал в понедельник, что переговоры продолжатся.",
    "th": "รัฐมนตรีกล่าวเมื่อวันจันทร์ว่าการเจรจาจะดำเนินต่อไป",
    "tr": "Bakan pazartesi günü görüşmelerin devam edeceğini söyledi.",
    "zh": "部长星期一表示，谈判将继续进行。",
}
UNREAD = {
    "ca": "El ministre va dir dilluns que les converses continuaran i que és molt important per a ells.",
    "da": "Ministeren sagde mandag, at samtalerne vil fortsætte, og at det er vigtigt for alle.",
    "el": "Ο υπουργός είπε τη Δευτέρα ότι οι συνομιλίες θα συνεχιστούν.",
    "fa": "وزیر روز دوشنبه گفت که گفتگوها ادامه خواهد یافت.",
    "ro": "Ministrul a spus luni că discuțiile vor continua și că este important pentru toți.",
    "sv": "Ministern sade på måndagen att samtalen ska fortsätta och att det är viktigt för alla.",
    "uk": "Міністр заявив у понеділок, що переговори триватимуть.",
}


@pytest.mark.parametrize(
    ("spelling", "tag", "name"),
    [
        ("it", "it", "Italian"),
        ("IT", "it", "Italian"),
        ("ita", "it", "Italian"),
        ("Italian", "it", "Italian"),
        ("italiano", "it", "Italian"),
        (" it ", "it", "Italian"),
        ("en-GB", "en-GB", "English (United Kingdom)"),
        ("en_us", "en-US", "English (United States)"),
        ("pt-br", "pt-BR", "Portuguese (Brazil)"),
        ("cmn", "zh", "Chinese"),
        ("zh-Hant", "zh-Hant", "Chinese (Traditional)"),
        ("Deutsch", "de", "German"),
    ],
)
def test_a_language_may_be_spelt_in_many_ways(spelling: str, tag: str, name: str) -> None:
    assert canonical_language(spelling) == tag
    assert language_name(tag) == name


@pytest.mark.parametrize("spelling", ["", "xx", "und", "foo-bar", "qqqq", "12", "en; it"])
def test_what_is_no_language_is_said_so(spelling: str) -> None:
    with pytest.raises(AfronteError, match=f"unknown language “{spelling}”: give a tag"):
        canonical_language(spelling)


@pytest.mark.parametrize(
    ("spelling", "name"), [("sv", "Swedish"), ("Klingon", "Klingon"), ("el-GR", "Greek")]
)
def test_a_language_that_cannot_be_aligned_is_named_with_those_that_can(spelling: str, name: str) -> None:
    with pytest.raises(
        AfronteError, match=f"“{spelling}”: {name}.* cannot be aligned, only Arabic, .*Turkish"
    ):
        canonical_language(spelling)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_sentence_tells_its_language(language: str) -> None:
    assert detect(SENTENCES[language]) == language
    assert detect(SENTENCES[language], "en") == language
    assert detect(SENTENCES[language], "it") == language


@pytest.mark.parametrize("language", UNREAD)
def test_a_text_in_another_language_is_not_taken_for_one_of_ours(language: str) -> None:
    assert detect(UNREAD[language] * 5, "en") == language


@pytest.mark.parametrize("text", ["", "1998", "Marta Venier", "Nato", "OK!"])
def test_a_text_that_does_not_tell_is_in_the_language_to_fall_back_on(text: str) -> None:
    assert detect(text) is None
    assert detect(text, "en") == "en"
    assert detect(text, "it") == "it"


def test_a_long_text_in_no_language_known_is_in_none() -> None:
    assert detect("Kvist flombrik dastup orgelund mirt. " * 30, "en") is None


def test_a_long_text_half_in_the_language_expected_is_in_it() -> None:
    """A translation that lags; of other languages than these two nothing is guessed."""
    half = (
        "The port is closed and the ships wait in the bay. Il porto è chiuso e le navi aspettano nella baia. "
        * 8
    )
    assert [detect(half, language) for language in ("en", "it", "de", None)] == ["en", "it", None, None]


def test_a_list_of_titles_is_in_the_language_expected() -> None:
    book = "Venier Marta, Rowe Helen: Harbours and Quays. Northern Quayside Partners, Ancona, Marsh Road"
    books = f"{book}. " * 12
    assert (detect(books), detect(books, "en"), detect(books, "it")) == (None, "en", None)


def test_a_quotation_in_another_script_does_not_change_the_language() -> None:
    assert (
        detect("The word 협의 means talks, the minister said, and Москва is how Moscow is written.") == "en"
    )


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_of_articles_has_the_name_that_the_library_gives_it(tag: str) -> None:
    assert language_name(tag) == langcodes.Language.get(tag).display_name()
