"""Glossaries as people have them are read, and what is no glossary is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.comparison import Equivalence
from tui.desk import read_glossary, write_glossary
from tui.errors import AfronteError

MOLE, PIER = Equivalence("breakwater", "molo", "en", "it"), Equivalence("pier", "pontile", "en", "it")
PLAIN = (Equivalence("breakwater", "molo"), Equivalence("pier", "pontile"))


def read(tmp_path: Path, content: str | bytes, languages: tuple[str, str] | None = None) -> object:
    file = tmp_path / "terms"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_glossary(str(file), languages)


TABLES = [
    ("breakwater\tmolo\npier\tpontile\n", PLAIN),
    ("source\ttarget\nbreakwater\tmolo\n\npier\tpontile\n", PLAIN),
    ("Target\tnotes\tSource\nmolo\tx\tbreakwater\npontile\t\tpier\n", PLAIN),
    ("en\tit\nbreakwater\tmolo\npier\tpontile\n", (MOLE, PIER)),
    ("en-GB\tit-IT\nbreakwater\tmolo\npier\tpontile\npier\tpontile\n", (MOLE, PIER)),
    ("breakwater\tmolo\ten\tit\npier\tpontile\ten\tit\n", (MOLE, PIER)),
    ('"breakwater"\t" molo"\r\npier\tpontile\r\n', PLAIN),
    ("\ufeffbreakwater\tmolo\npier\tpontile".encode(), PLAIN),
    ("breakwater\tmolo\npier\tpontile\n".encode("utf-16"), PLAIN),
]


@pytest.mark.parametrize(("content", "found"), TABLES)
def test_tables_are_read_with_and_without_a_head(
    content: str | bytes, found: tuple[Equivalence, ...], tmp_path: Path
) -> None:
    assert read(tmp_path, content) == found


def test_languages_that_are_named_count_for_a_table_that_names_none(tmp_path: Path) -> None:
    assert read(tmp_path, "breakwater\tmolo\npier\tpontile", ("en-US", "it")) == (MOLE, PIER)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    some = (MOLE, Equivalence('the "Old" Mole', "il Molo Vecchio", "en", "it"))
    assert read(tmp_path, write_glossary(some)) == (
        some[0],
        Equivalence('the "Old" Mole', "il Molo Vecchio", "en", "it"),
    )


VERSION_2 = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><langSet xml:lang="en"><tig><term>breakwater</term></tig>
<tig><term>mole</term></tig></langSet>
<langSet xml:lang="it"><ntig><termGrp><term>molo</term></termGrp></ntig></langSet></termEntry>
</body></text></martif>"""
VERSION_3 = """<tbx xmlns="urn:iso:std:iso:30042:ed-2" xml:lang="en" type="TBX-Basic"><text><body>
<conceptEntry id="c1"><langSec xml:lang="en-US"><termSec><term>break<hi>water</hi></term></termSec></langSec>
<langSec xml:lang="it"><termSec><term>molo</term></termSec></langSec>{}</conceptEntry></body></text></tbx>"""


def test_every_term_of_an_entry_goes_with_every_one_of_the_other_language(tmp_path: Path) -> None:
    assert read(tmp_path, VERSION_2) == (MOLE, Equivalence("mole", "molo", "en", "it"))
    assert read(tmp_path, VERSION_3.format("")) == (MOLE,)


def test_of_many_languages_two_are_to_be_named(tmp_path: Path) -> None:
    more = VERSION_3.format('<langSec xml:lang="fr"><termSec><term>jetée</term></termSec></langSec>')
    with pytest.raises(AfronteError, match="3 languages"):
        read(tmp_path, more)
    assert read(tmp_path, more, ("it", "fr")) == (Equivalence("molo", "jetée", "it", "fr"),)


BOMB = '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]><tbx>&d;</tbx>'


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("breakwater molo\n", "no two terms"),
        ("breakwater\tmolo\npier\n", "line 2 has no two terms"),
        ("", "no two terms"),
        ("<tbx><text></tbx>", "no sound TBX"),
        (BOMB, "no sound TBX"),
        (b"caff\xe8\tcoffee\n", "not UTF-8"),
        ("<html><body>breakwater</body></html>", "no two terms"),
    ],
)
def test_what_is_no_glossary_is_refused_in_one_line(content: str | bytes, told: str, tmp_path: Path) -> None:
    with pytest.raises(AfronteError, match=told) as caught:
        read(tmp_path, content)
    assert "\n" not in str(caught.value)


def test_a_device_is_no_glossary() -> None:
    with pytest.raises(AfronteError, match="pipe or a device"):
        read_glossary("/dev/zero")
