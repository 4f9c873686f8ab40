"""Every entry of the tables of quantities can be met, once, and says nothing that CLDR says already."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tui.comparison.quantities.compounds import derived
from tui.comparison.quantities.lexing import keys
from tui.comparison.quantities.locale import calendar
from tui.comparison.quantities.units import units
from tui.comparison.quantities.vocabulary import Vocabulary, vocabulary
from tui.languages import toml_table
from tui.resources import asset

INSIDE_WORDS = {
    "en": """triangle triangular biathlon pentathlon bicameral bicentennial triceps tricolour tricycle trident
        biennial bifocal hexagon heptagon octagon decahedron tetrahedron bilateral quadrilateral bilingual
        bimetallic binomial bipartite quadruped triphasic triplane triplex tripod trisect trisyllabic
        bivalent tenfold""",
    "it": """trialbero triangolo biathlon pentathlon biatomico bicamerale bicefalo bicentenario triciclo
        bicipite bicolore bicromatico tricuspide bidentato bidimensionale bidirezionale tetraedro bifacciale
        bifamiliare trifase bifocale bifronte trigemino esagono ettagono ottagono decagono quadrilatero
        bilingue trilocale trilobato bimetallico bimillenario trimotore trinomio bipartito quadrupede
        tripetalo triplano bipolare biposto bireattore trisillabo tristellato bivalente bivolume quinquennio
        quinquennale sessennio settennale ottennio novennale decennale centennale biennali ventenne
        trentunenni ultrasessantenne infraquattordicenne overquarantenne underventenne ventesimo ventesima
        ventesimi ventesime pentacampione""",
}
"""A word for each beginning, ending and stem of the tables of numbers inside words."""
LANGUAGES = sorted(
    path.stem for path in asset("quantities/en.toml").parent.glob("*.toml") if path.stem != "units"
)


def entries(language: str) -> Iterator[tuple[str, str, str]]:
    """The category, the value and the phrase of every entry that is found as a phrase."""
    for category, table in toml_table(f"quantities/{language}.toml").items():
        if category in ("suffixes", "si", "prefixes", "combining"):
            continue
        for value, forms in table.items():
            if isinstance(forms, dict):
                yield from (
                    (category, f"{value}:{n}", form) for n, listed in forms.items() for form in listed
                )
            elif isinstance(forms, list):
                named = (value, "") if category == "grammar" else (category, value)
                yield from ((*named, form) for form in forms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_found_and_worth_what_its_table_says(language: str) -> None:
    words = vocabulary(language)
    lost = [entry for entry in entries(language) if not _found(words, *entry)]
    assert lost == []


def _found(words: Vocabulary, category: str, value: str, phrase: str) -> bool:
    read = list(keys(phrase))
    term = words.terms(read, 0).get(category) if read else None
    return term is not None and (term.value, term.width) == (value, len(read))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_twice_in_a_category(language: str) -> None:
    said = Counter((category, phrase) for category, _, phrase in entries(language))
    assert [entry for entry, times in said.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_repeats_the_calendar_of_cldr(language: str) -> None:
    known = {(category, name.casefold()) for category, _, name in calendar(language)}
    assert [entry for entry in entries(language) if (entry[0], entry[2]) in known] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_is_a_measure_a_currency_or_a_family(language: str) -> None:
    table = units()
    named = {value.partition("/")[0] for category, value, _ in entries(language) if category == "units"}
    unknown = {
        unit
        for unit in named
        if unit not in table.measures and unit not in table.families and not table.is_currency(unit)
    }
    assert unknown == set()


@pytest.mark.parametrize("language", sorted(INSIDE_WORDS))
def test_every_beginning_ending_and_stem_has_a_word(language: str) -> None:
    words, examples = vocabulary(language), INSIDE_WORDS[language].split()
    assert [word for word in examples if derived(word, language) is None] == []
    ends = [ending for ending, _ in words.suffixes if not any(word.endswith(ending) for word in examples)]
    begins = [form for form, _ in words.prefixes if not any(word.startswith(form) for word in examples)]
    parts = [part for forms in words.combining.values() for part in forms]
    assert (ends, begins, [part for part in parts if not any(part in word for word in examples)]) == (
        [],
        [],
        [],
    )
