"""Every entry of the tables of speech can be met, once."""

from collections import Counter
from typing import Any

import pytest

from tui.languages import Phrases, spelled_out, tokenize, toml_table, tsv_table
from tui.resources import asset

LANGUAGES = sorted(path.stem for path in asset("speech/en.toml").parent.glob("*.toml"))


def twice(words: list[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]


def keys(text: str) -> list[str]:
    return [token.key for token in tokenize(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_one_of_a_text_and_stands_once(language: str) -> None:
    data = dict(toml_table(f"speech/{language}.toml"))
    attributed: dict[str, Any] = data.pop("attributed", {})
    for name, held in (*data.items(), *attributed.items()):
        words = (
            held.split()
            if isinstance(held, str)
            else [spelled for one in held for spelled in spelled_out(one)]
        )
        assert (name, twice(words)) == (name, [])
        assert (
            name,
            [
                word
                for word in words
                if keys(f"{word} x" if word[-1] != "'" else f"{word}x")[:-1] != word.split()
            ],
        ) == (name, [])


def test_no_role_stands_twice() -> None:
    rows = tsv_table("speech/roles.tsv")

    assert twice([row["key"] for row in rows]) == []
    assert [row for row in rows for language in ("en", "it") if twice(row[language].split())] == []


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_role_is_found_at_its_own_text(language: str) -> None:
    named = [
        word.replace("-", " ") for row in tsv_table("speech/roles.tsv") for word in row[language].split()
    ]
    matcher = Phrases((name, name) for name in named)
    read = {name: [frozenset({key}) for key in keys(name)] for name in named}

    assert [name for name, held in read.items() if matcher.at(held, 0) != (len(held), name)] == []
