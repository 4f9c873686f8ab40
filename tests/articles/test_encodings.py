"""A file's bytes become the text that was written, whatever program saved it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.encodings import decode
from tui.errors import AfronteError

TEXTS = {
    "en": "The café’s “naïve” manager said: “It’s £3 – or €4.”\nHe left for Málaga, Zürich and São Paulo.\n",
    "it": "È così: la città – disse – “non è più la stessa”.\nPerché? L’autorità non può, né vuole, dirlo.\n",
    "fr": "Le ministre a déclaré à Genève que c’était « très gênant », où qu’il fût.\nIl n’a pas répondu.\n",
    "de": "Der Minister sagte, dass die Gespräche für alle schwierig würden.\nÜber die Größe schwieg er.\n",
    "es": "El alcalde no quiso comentar la decisión.\n«¿Quién pagará?», preguntó la señora Ibáñez.\n",
    "pt": "O prefeito não quis comentar a decisão.\nAs ações da estação caíram até à manhã de terça-feira.\n",
    "nl": "Het comité wil geen reactie geven.\n“Eén zaak”, zei de burgemeester, “is financiële steun.”\n",
    "pl": "Minister powiedział, że rozmowy będą trwały i że związki odegrają ważną rolę.\nTo jest źródło.\n",
    "tr": "Bakan görüşmelerin süreceğini ve kararın çarşamba günü alınacağını söyledi.\nBu çok önemli.\n",
    "ru": "Министр сказал, что переговоры продолжатся.\nРешение примут в среду.\n",
    "ar": "قال الوزير إن المحادثات ستستمر.\nوأضاف أن القرار سيتخذ يوم الأربعاء.\n",
    "ja": "大臣は協議を続けると述べた。\n決定は水曜日に行われる予定だ。\nこれはとても重要な問題である。\n",
    "zh": "部长表示，谈判将继续进行。\n他补充说，决定将于星期三作出。\n",
    "ko": "장관은 회담이 계속될 것이라고 말했다.\n결정은 수요일에 내려질 것이다.\n",
    "th": "รัฐมนตรีกล่าวว่าการเจรจาจะดำเนินต่อไป\nจะมีการตัดสินใจในวันพุธ\n",
}
LEGACY = {
    "en": ["cp1252", "mac_roman"],
    "it": ["cp1252", "mac_roman"],
    "fr": ["cp1252", "mac_roman"],
    "de": ["cp1252", "mac_roman", "latin-1"],
    "es": ["cp1252", "mac_roman"],
    "pt": ["cp1252", "mac_roman"],
    "nl": ["cp1252", "mac_roman"],
    "pl": ["cp1250", "iso8859-2"],
    "tr": ["cp1254"],
    "ru": ["cp1251", "koi8_r"],
    "ar": ["cp1256"],
    "ja": ["cp932", "euc_jp", "iso2022_jp"],
    "zh": ["gb18030"],
    "ko": ["cp949", "iso2022_kr"],
    "th": ["cp874"],
}

_ON_A_TYPEWRITER = str.maketrans("“”‘’–€", "\"\"''-E")
"""For what DOS has no letter."""


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_a_mark(language: str, encoding: str) -> None:
    assert decode(TEXTS[language].encode(encoding), "a.txt") == TEXTS[language]


@pytest.mark.parametrize(
    ("language", "encoding"), [(language, encoding) for language in LEGACY for encoding in LEGACY[language]]
)
def test_legacy_encodings(language: str, encoding: str) -> None:
    assert decode(TEXTS[language].encode(encoding), "a.txt") == TEXTS[language]


@pytest.mark.parametrize(
    ("language", "encoding"),
    [(language, "cp850") for language in ("en", "it", "fr", "de", "es", "pt", "nl")]
    + [("pl", "cp852"), ("tr", "cp857")],
)
def test_the_encodings_of_dos(language: str, encoding: str) -> None:
    text = TEXTS[language].translate(_ON_A_TYPEWRITER)
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15"])
def test_italian_from_an_old_unix(encoding: str) -> None:
    text = "È così: la città non è più quella di prima. Perché? Né l'autorità né il sindaco può dirlo.\n"
    assert decode(text.encode(encoding), "a.txt") == text


def test_the_euro_sign_tells_the_two_western_iso_encodings() -> None:
    text = "Il biglietto costa 4 € e la città è cara.\n"
    assert decode(text.encode("iso8859-15"), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04....", "Word"),
        (b"{\\rtf1 Hello}", "rich text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "binary"),
        (b"\x7fELF\x02\x01\x01" + b"\0" * 500, "binary"),
        (bytes(range(128, 256)) * 40, "binary"),
        (("La città è più bella. " * 20).encode() + b"\xe8", "damaged"),
        ("\ufeffport".encode("utf-16-le") + b"\0", "damaged"),
    ],
)
def test_what_is_no_text_is_named_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(AfronteError, match=words) as raised:
        decode(data, "a.txt")
    assert str(raised.value).startswith("a.txt is ")
    assert "\n" not in str(raised.value)


def test_control_characters_in_a_text_stay() -> None:
    text = "The port \x07 opens \x1b[31mtoday\x1b[0m, \u202enot tomorrow\u202c.\n" * 3
    assert decode(text.encode(), "a.txt") == text


def test_a_stray_zero_byte_makes_no_chinese_of_a_text() -> None:
    text = "The port\0 opens today, and nobody is surprised. Perché?\n"
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.dear
@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    with suppress(AfronteError):
        assert len(decode(data, "a.txt")) <= len(data)
