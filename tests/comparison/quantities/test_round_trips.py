"""A number means the same however it is written."""

from hypothesis import given
from hypothesis import strategies as st
from quantities_of import differences
from spelling import english, italian

from tui.comparison.quantities import facts

NUMBERS = st.integers(min_value=3, max_value=999_999_999) | st.integers(min_value=3, max_value=2100)


def grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


@given(NUMBERS)
def test_a_number_in_english_words_equals_itself_in_digits_and_in_italian(number: int) -> None:
    target = f"Ne ha {italian(number)}."
    assert differences(f"He has {english(number)}.", target) == []
    assert differences(f"He has {grouped(number, ',')}.", target) == []


@given(NUMBERS, NUMBERS)
def test_two_numbers_differ_in_any_form(one: int, other: int) -> None:
    found = differences(f"He has {english(one)}.", f"Ne ha {italian(other)}.")
    assert bool(found) == (one != other)


@given(st.integers(1, 999_999), st.integers(0, 99))
def test_english_notation_equals_italian_notation(whole: int, cents: int) -> None:
    source = f"It costs ${grouped(whole, ',')}.{cents:02}."
    target = f"Costa {grouped(whole, '.')},{cents:02} dollari."
    assert differences(source, target) == []


@given(st.integers(0, 23), st.integers(0, 59))
def test_the_twelve_hour_clock_equals_the_twenty_four_hour_clock(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    source = f"It began at {hour % 12 or 12}:{minute:02} {half}"
    assert differences(source, f"È cominciato alle {hour}.{minute:02}.") == []
    assert differences(source, f"È cominciato alle {(hour + 5) % 24}.{minute:02}.") != []


@given(st.dates())
def test_a_date_equals_itself_in_every_form(day: object) -> None:
    from babel.dates import format_date

    source = f"It was on {format_date(day, 'MMMM d, y', 'en')}."  # type: ignore[arg-type]
    other = f"It was on {format_date(day, 'd MMMM', 'en')}, {format_date(day, 'y', 'en')}."  # type: ignore[arg-type]
    target = f"Era il {format_date(day, 'd MMMM y', 'it')}."  # type: ignore[arg-type]
    assert differences(source, target) == []
    assert differences(other, target) == []


@given(st.text(max_size=80), st.sampled_from(["en", "it", "es", "de", "zz"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    """Facts lie inside the text, in order and apart."""
    spans = [fact.span for fact in facts(text, 0, len(text), language)]
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.start < span.end <= len(text) for span in spans)
