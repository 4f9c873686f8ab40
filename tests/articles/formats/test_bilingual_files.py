"""What translators' tools write is read whole: units in any variant of a language, tags as marks."""

import pytest

from tui.articles.blocks import Bilingual
from tui.articles.formats.registry import format_of


def units(text: str, suffix: str) -> list[tuple[str, str]]:
    """The text of both sides of each unit of a file."""
    content = format_of(text.encode(), f"a.{suffix}").read(text.encode(), f"a.{suffix}")
    assert isinstance(content, Bilingual)
    pairs = zip(content.source.blocks, content.target.blocks, strict=True)
    return [(source.text, target.text) for source, target in pairs]


def memory(*rows: dict[str, str], said: str = "en") -> str:
    """A translation memory; of each unit, the text in each language."""
    made = ""
    for row in rows:
        variants = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in row.items())
        made += f"<tu>{variants}</tu>"
    return f'<tmx version="1.4"><header srclang="{said}"/><body>{made}</body></tmx>'


@pytest.mark.parametrize("said", ["en", "en-GB", "en-US", "*all*"])
@pytest.mark.parametrize("odd", [("en", "it-IT"), ("en-GB", "it"), ("en", "it"), ("EN_us", "it-CH")])
def test_a_unit_in_another_variant_of_a_language_is_read(said: str, odd: tuple[str, str]) -> None:
    usual = dict(zip(("en-GB", "it-IT"), ("One.", "Uno."), strict=True))
    text = memory(usual, {odd[0]: "Two.", odd[1]: "Due."}, usual, said=said)
    assert units(text, "tmx") == [("One.", "Uno."), ("Two.", "Due."), ("One.", "Uno.")]


def test_of_two_variants_in_a_unit_the_usual_one_is_read() -> None:
    text = memory(
        {"en": "One.", "pt-BR": "Um."},
        {"en": "A bus.", "pt-PT": "Um autocarro.", "pt-BR": "Um ônibus."},
        {"en": "A train.", "pt-PT": "Um comboio."},
        {"en": "Two.", "pt-BR": "Dois."},
    )
    assert [target for _, target in units(text, "tmx")] == ["Um.", "Um ônibus.", "Um comboio.", "Dois."]


def test_the_other_language_is_the_most_frequent_whatever_its_variants() -> None:
    text = memory(
        {"en": "One.", "it": "Uno.", "de": "Eins."},
        {"en": "Two.", "it-IT": "Due.", "de": "Zwei."},
        {"en": "Three.", "it-CH": "Tre."},
    )
    assert [target for _, target in units(text, "tmx")] == ["Uno.", "Due.", "Tre."]


def in_translation(unit: str, version: str = "1.2") -> str:
    if version == "2.0":
        return f'<xliff version="2.0" srcLang="en" trgLang="it"><file id="f">{unit}</file></xliff>'
    file = '<file source-language="en" target-language="it">'
    return f'<xliff version="1.2">{file}<body>{unit}</body></file></xliff>'


def cut(*pieces: str) -> str:
    """Text in segments, each with its number."""
    return " ".join(f'<mrk mtype="seg" mid="{piece[0]}">{piece[1:]}</mrk>' for piece in pieces)


CUT = cut("1One.", "2Two.")


def test_a_segment_that_only_one_side_has_is_read() -> None:
    source = f"<source>One. Two.</source><seg-source>{CUT}</seg-source>"
    target = cut("1Uno.", "3Tre.")
    unit = f'<trans-unit id="a">{source}<target>{target}</target></trans-unit>'
    expected = [("One.", "Uno."), ("Two.", ""), ("", "Tre.")]
    assert units(in_translation(unit), "sdlxliff") == expected


def test_a_translation_that_is_not_cut_as_its_source_is_read_whole() -> None:
    source = f"<source>One. Two.</source><seg-source>{CUT}</seg-source>"
    unit = f'<trans-unit id="a">{source}<target>Uno. Due.</target></trans-unit>'
    assert units(in_translation(unit), "xlf") == [("One. Two.", "Uno. Due.")]
    empty = unit.replace("Uno. Due.", "")
    assert units(in_translation(empty), "xlf") == [("One.", ""), ("Two.", "")]


@pytest.mark.parametrize(
    ("inline", "shown"),
    [
        ('Press <g id="1">OK</g> now.', "Press ⟨1⟩OK⟨2⟩ now."),
        ('<g id="1">Press <g id="2">OK</g><x id="3"/></g>.', "⟨1⟩Press ⟨2⟩OK⟨3⟩⟨4⟩⟨5⟩."),
        ('Press <pc id="1">OK</pc> now.', "Press ⟨1⟩OK⟨2⟩ now."),
        ('Press <bpt id="1">&lt;b></bpt>OK<ept id="1">&lt;/b></ept> now.', "Press ⟨1⟩OK⟨2⟩ now."),
        ('Press <sc id="1"/>OK<ec startRef="1"/><ph id="2"/>.', "Press ⟨1⟩OK⟨2⟩⟨3⟩."),
        ('Press <mrk mtype="term">OK</mrk> now.', "Press OK now."),
        ('Press <sm id="1"/>OK<em startRef="1"/> now.', "Press OK now."),
    ],
)
@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_inline_tags_are_marks_and_notes_on_the_text_are_none(inline: str, shown: str, version: str) -> None:
    both = f"<source>{inline}</source><target>{inline}</target>"
    unit = (
        f'<trans-unit id="a">{both}</trans-unit>'
        if version == "1.2"
        else f'<unit id="a"><segment>{both}</segment></unit>'
    )
    assert units(in_translation(unit, version), "xlf") == [(shown, shown)]
