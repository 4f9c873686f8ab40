"""What a setting may be: each kind reads a value from TOML and from a word, and writes it as TOML."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct

from tui.errors import NotAllowedError

_WORDS = {
    **dict.fromkeys(("true", "yes", "on", "1"), True),
    **dict.fromkeys(("false", "no", "off", "0"), False),
}


class Kind(Protocol):
    """One kind of value. What is not allowed raises NotAllowedError."""

    @property
    def allowed(self) -> str:
        """What a value may be, in words."""
        ...

    def from_toml(self, value: object) -> object:
        """The setting from what stands in the file."""
        ...

    def from_word(self, word: str) -> object:
        """The setting from an environment variable or an option."""
        ...


class Choice(Struct, frozen=True):
    """One of several words; any word where none are listed."""

    options: Sequence[str]

    @property
    def allowed(self) -> str:
        """The words."""
        return listed(self.options) or "the name of one"

    def from_toml(self, value: object) -> str:
        """A string."""
        if not isinstance(value, str):
            raise NotAllowedError(self.allowed)
        return self.from_word(value)

    def from_word(self, word: str) -> str:
        """The word itself."""
        if not word or (self.options and word not in self.options):
            raise NotAllowedError(self.allowed)
        return word


class Choices(Struct, frozen=True):
    """Any of several words, also none."""

    options: Sequence[str]

    @property
    def allowed(self) -> str:
        """The words."""
        return f"a list of {listed(self.options, 'and')} or some of them (as an option: with commas, or none)"

    def from_toml(self, value: object) -> frozenset[str]:
        """A list of strings."""
        if not isinstance(value, list) or not all(word in self.options for word in value):
            raise NotAllowedError(self.allowed)
        return frozenset(value)

    def from_word(self, word: str) -> frozenset[str]:
        """The words with commas between, or `none`."""
        return self.from_toml([] if word == "none" else [part.strip() for part in word.split(",")])


class Switch(Struct, frozen=True):
    """On or off."""

    @property
    def allowed(self) -> str:
        """TOML's two words."""
        return "true or false"

    def from_toml(self, value: object) -> bool:
        """A TOML boolean."""
        if not isinstance(value, bool):
            raise NotAllowedError(self.allowed)
        return value

    def from_word(self, word: str) -> bool:
        """Any of the usual words for it."""
        if word.lower() not in _WORDS:
            raise NotAllowedError(self.allowed)
        return _WORDS[word.lower()]


class Number(Struct, frozen=True):
    """A number between two others."""

    least: float
    most: float

    @property
    def allowed(self) -> str:
        """The two."""
        return f"a number from {self.least:g} to {self.most:g}"

    def from_toml(self, value: object) -> float:
        """A TOML number."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise NotAllowedError(self.allowed)
        if not self.least <= value <= self.most:  # also what is no number at all, `nan`
            raise NotAllowedError(self.allowed)
        return float(value)

    def from_word(self, word: str) -> float:
        """The number with a decimal point."""
        try:
            return self.from_toml(float(word))
        except ValueError as error:
            raise NotAllowedError(self.allowed) from error


class Command(Struct, frozen=True):
    """The name of an engine or a command line."""

    @property
    def allowed(self) -> str:
        """Either."""
        return "argos, or a command"

    def from_toml(self, value: object) -> str:
        """A string that a shell can take apart."""
        if not isinstance(value, str):
            raise NotAllowedError(self.allowed)
        return self.from_word(value)

    def from_word(self, word: str) -> str:
        """The same."""
        import shlex

        try:
            parts = shlex.split(word)
        except ValueError as error:
            raise NotAllowedError(f"{self.allowed} ({error})") from error
        if not parts:
            raise NotAllowedError(self.allowed)
        return word


class Keys(Struct, frozen=True):
    """The keys of one action."""

    spelled: Callable[[str], str | None] = str
    """A key as the reader spells it; None for what is no key."""

    @property
    def allowed(self) -> str:
        """How keys are written."""
        return 'names of keys with commas between, such as "j,down" or "ctrl+n"'

    def from_toml(self, value: object) -> str:
        """A string."""
        if not isinstance(value, str):
            raise NotAllowedError(self.allowed)
        return self.from_word(value)

    def from_word(self, word: str) -> str:
        """The keys as the reader spells them."""
        written = [key.strip() for key in word.split(",")]
        keys = [self.spelled(key) for key in written if len(key.split()) == 1]
        if not all(keys) or len(keys) < len(written):
            raise NotAllowedError(self.allowed)
        return ",".join(key for key in keys if key)


def listed(words: Sequence[str], last: str = "or") -> str:
    """`a, b or c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def as_toml(value: object) -> str:
    """A value as TOML writes it."""
    if isinstance(value, frozenset):
        return json.dumps(sorted(value))
    return json.dumps(value, ensure_ascii=False)  # strings and booleans are written alike in both
