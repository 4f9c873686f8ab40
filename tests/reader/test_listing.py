"""The list of findings and the finding in hand are one: the keys walk what is listed, the mark follows."""

from __future__ import annotations

import pytest
from reader_pair import SOURCE, TARGET, finding, study_by_hand, study_going_on
from reading import Reading, reading

from tui.comparison import identified

AMOUNTS = identified(
    [
        finding("amount", "facts", "critical", "300,000 euros", "500.000 euro", "The amounts differ."),
        finding("amount", "facts", "critical", "two friends", "due amici", "The amounts differ."),
    ],
    SOURCE,
    TARGET,
)


def marked(reader: Reading) -> list[str]:
    """The findings of the list under the mark; a message over the list is none."""
    return [line for line in reader.list_lines() if line.startswith("▌") and "%" in line]


async def verdicts(reader: Reading) -> list[str]:
    """The kinds of the findings decided on, all listed again."""
    await reader.press("0")
    return [line for line in reader.list_lines() if line.endswith("✓")]


@pytest.mark.parametrize(
    ("there", "back"),
    [("right_square_bracket", "left_square_bracket"), ("right_parenthesis", "left_parenthesis")],
)
async def test_the_keys_for_findings_walk_what_is_listed(there: str, back: str) -> None:
    """With two of six listed, from one to the other and no further; the mark goes along."""
    async with reading() as reader:
        await reader.press("f", "slash", *"critical", "enter")
        assert ["amount" in line for line in marked(reader)] == [True]
        page = await reader.press(there)
        assert "Only the source says “not”." in page.text
        assert ["negation" in line for line in marked(reader)] == [True]
        await reader.press(there)
        assert "finding listed" in reader.told
        assert ["negation" in line for line in marked(reader)] == [True]
        page = await reader.press(back)
        assert "The amounts differ." in page.text
        assert ["amount" in line for line in marked(reader)] == [True]
        await reader.press(there, there, there)
        assert ["amount" in line for line in marked(reader)] == [True]


async def test_a_verdict_falls_on_what_is_listed_only() -> None:
    async with reading() as reader:
        await reader.press("f", "slash", *"amount", "enter", "right_square_bracket", "c")
        await reader.finish()
        (decided,) = await verdicts(reader)
        assert "amount" in decided


async def test_a_sorted_list_is_walked_in_its_order() -> None:
    async with reading() as reader:
        await reader.press("f", "s")
        seen = []
        for _ in range(5):
            await reader.press("right_square_bracket")
            (line,) = marked(reader)
            seen += [severity for severity in ("critical", "major", "minor") if severity in line]
        assert seen == ["critical", "major", "major", "major", "minor"]


@pytest.mark.long
async def test_where_the_page_goes_to_what_is_not_listed_the_list_marks_none() -> None:
    """A key then goes to the nearest of those that are listed."""
    async with reading() as reader:
        await reader.press("f", "slash", *"amount", "enter")
        await reader.press("ctrl+p", *"Finding 4", "enter")
        page = reader.look()
        assert "Nothing like it on the other side." in page.text
        assert not marked(reader)
        await reader.press("k")
        assert ["amount" in line for line in marked(reader)] == [True]
        await reader.press("ctrl+p", *"Finding 4", "enter", "left_square_bracket")
        assert ["amount" in line for line in marked(reader)] == [True]


async def test_with_the_list_closed_every_finding_is_walked() -> None:
    async with reading() as reader:
        await reader.press("f", "slash", *"amount", "enter", "f")
        assert "finding 2 of 6" in (await reader.press("right_square_bracket")).text


async def test_the_list_stays_open_when_the_sides_are_swapped() -> None:
    async with reading(size=(160, 40)) as reader:
        await reader.press("f", "ctrl+p", *"swap", "enter")
        await reader.finish()
        assert "6 findings" in reader.list_lines()[0]
        assert "finding 2 of 6" in (await reader.press("right_square_bracket")).text


async def test_in_a_narrow_list_the_words_have_the_room() -> None:
    """Severities are shorter there, and verdicts are signs."""
    async with reading(size=(80, 24)) as reader:
        await reader.press("right_square_bracket", "c", "f")
        await reader.finish()
        assert any("300,000 euros │ 500.000 euro" in line and "crit" in line for line in reader.list_lines())
        assert any(line.rstrip("▁▂▃▄▅▆▇█ ").endswith("✓") for line in reader.list_lines())


async def test_a_filter_names_a_kind_in_words() -> None:
    async with reading() as reader:
        await reader.press("f", *"KKKK")
        assert reader.list_lines()[1].startswith("only source · as in the text")


async def test_like_findings_are_told_by_their_kind() -> None:
    """The name of a rule says nothing to who reads; that it is one rule does."""
    async with reading(study=study_by_hand(findings=AMOUNTS)) as reader:
        await reader.press("right_square_bracket", "D")
        alike = "findings of this kind (amount; found by the same rule)"
        assert f"The same key again makes 2 open {alike} dismissed." in reader.told
        await reader.press("D")
        await reader.finish()
        assert f"Now dismissed: 2 {alike}." in reader.told


@pytest.mark.long
async def test_before_the_comparison_has_ended_every_key_for_a_finding_says_so() -> None:
    async with reading(study=study_going_on(), wait=False) as reader:
        for key in ("right_square_bracket", "c", "equals_sign", "D", "e"):
            await reader.press(key)
        assert reader.told.splitlines() == ["No finding yet: the texts have not been compared."] * 5


@pytest.mark.parametrize("key", ["S", "K", "v"])
async def test_a_list_without_findings_says_that_there_is_nothing_to_choose(key: str) -> None:
    async with reading(study=study_by_hand(findings=())) as reader:
        await reader.press("f", key)
        assert "Nothing to choose from: the list is empty." in reader.told


async def test_a_filter_goes_through_what_the_others_leave() -> None:
    """Severity, then kind: of the critical ones there is an amount and a negation."""
    async with reading() as reader:
        shown = []
        await reader.press("f", "S")
        for _ in range(3):
            await reader.press("K")
            shown.append(reader.list_lines()[1].split(" · ")[0])
        assert shown == ["only critical, amount", "only critical, negation", "only critical"]
