"""What translators' tools write is read whole: units in any variant of a language, tags as marks."""

from pathlib import Path

import pytest

from tui.articles import load_pair
from tui.articles.blocks import Bilingual
from tui.articles.formats.registry import format_of
from tui.errors import AfronteError


def units(text: str, suffix: str) -> list[tuple[str, str]]:
    """The text of both sides of each unit of a file."""
    content = format_of(text.encode(), f"a.{suffix}").read(text.encode(), f"a.{suffix}")
    assert isinstance(content, Bilingual)
    pairs = zip(content.source.blocks, content.target.blocks, strict=True)
    return [(source.text, target.text) for source, target in pairs]


def places(text: str) -> list[str]:
    """Where each unit of a file in translation stands."""
    content = format_of(text.encode(), "a.xlf").read(text.encode(), "a.xlf")
    assert isinstance(content, Bilingual)
    return [block.place for block in content.source.blocks]


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


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_what_is_not_to_be_translated_and_tags_alone_say_nothing(version: str) -> None:
    def unit(source: str, target: str, attributes: str = "") -> str:
        inner = f"<source>{source}</source><target>{target}</target>"
        if version == "2.0":
            return f"<unit {attributes}><segment>{inner}</segment></unit>"
        return f"<trans-unit {attributes}>{inner}</trans-unit>"

    body = (
        unit("One.", "Uno.", 'translate="yes"')
        + unit("CODE 5", "CODE 6", 'translate="no"')
        + f'<group translate="no">{unit("CODE 7", "CODE 8")}</group>'
        + unit('<x id="1"/> <x id="2"/>', '<x id="1"/>')
    )
    assert units(in_translation(body, version), "xlf") == [("One.", "Uno."), ("", "")]


def test_segments_with_numbers_of_their_own_are_told_by_these() -> None:
    def unit(name: str, *pieces: str) -> str:
        both = f"<source>x</source><seg-source>{cut(*pieces)}</seg-source><target>{cut(*pieces)}</target>"
        return f'<trans-unit id="{name}">{both}</trans-unit>'

    assert places(in_translation(unit("a", "1One.", "2Two.") + unit("b", "3Three."))) == [
        "segment 1", "segment 2", "segment 3",
    ]  # fmt: skip
    assert places(in_translation(unit("a", "1One.") + unit("b", "1Two."))) == [
        "unit a, segment 1", "unit b, segment 1",
    ]  # fmt: skip


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


ROWS = ("The port is closed today.", "Oggi il porto è chiuso."), ("Nobody was asked.", "Nessuno lo sa.")


@pytest.mark.parametrize(
    "table",
    [
        "\n".join(map(",".join, ROWS)),
        "en,it\r\n" + "\r\n\r\n".join(map(",".join, ROWS)),
        "\n".join(map(";".join, (("source", "target"), *ROWS))),
        "\n".join(map("\t".join, (*ROWS, ("It rains, it pours.", "Piove; diluvia.")))),
        '"id","English","Italian"\n' + "\n".join(f'1,"{english}","{italian}"' for english, italian in ROWS),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a"])
def test_a_table_under_the_name_of_a_text_is_read_where_one_file_has_both(
    table: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(table.encode())
    for pair in (load_pair(str(path)), load_pair(str(path), str(path))):
        for article, side in ((pair.source, 0), (pair.target, 1)):
            paragraphs = [article.paragraph_text(n) for n in range(len(article.paragraphs))]
            assert paragraphs[:2] == [row[side] for row in ROWS]
            assert article.where(0).startswith("cell ")


@pytest.mark.parametrize(
    "text",
    [
        "It rains, it pours.\nNobody came, nobody left.\n",
        "The port is closed.\nNobody was asked.\n",
        "Hello,world\n",
        "One,two\nThree,four,five\n",
        "1,2\n3,4\n",
    ],
)
def test_a_text_with_commas_is_no_table(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(AfronteError, match="name the file of the other too"):
        load_pair(str(path), source_language="en")


def test_of_two_files_a_text_stays_a_text(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Ada,Marlow\nBruno,Finch\n", "utf-8")
    pair = load_pair(
        str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), source_language="en", target_language="it"
    )
    assert "Ada,Marlow" in pair.source.text
