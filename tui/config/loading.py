"""From the file, the environment and the options to one configuration, and what was wrong with them."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from msgspec import Struct

from tui.config.lines import line_of
from tui.config.model import KEYMAP, Config, settings
from tui.config.values import Choice, Keys, Kind, listed
from tui.errors import NotAllowedError
from tui.untrusted import open_regular

ENVIRONMENT_PREFIX = "AFRONTE_"
"""Before the name of a setting in capitals: the variable that sets it."""
_DEEP = 50
"""Tables or lists in each other."""
DEFAULT = "default"
"""The origin of what nobody has set."""


class Loaded(Struct, frozen=True):
    """A configuration, and how it came about."""

    config: Config
    path: Path
    """The file, whether or not it is there."""
    problems: tuple[str, ...]
    """One line for each value that does not count: where it stands, its key and what is allowed."""
    conflicts: tuple[str, ...]
    """One line for each key that one action takes from another."""
    origins: Mapping[str, str]
    """By setting (`keymap.ID` for keys): the `FILE:LINE`, variable or option that set it, or `default`."""


def config_path() -> Path:
    """Where the file belongs in the user's configuration folder."""
    import platformdirs

    return Path(platformdirs.user_config_dir("afronte")) / "config.toml"


def load(
    path: Path | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    options: Mapping[str, str | None] | None = None,
    themes: Sequence[str] = (),
    bindings: Sequence[Mapping[str, str]] = (),
    spelled: Callable[[str], str | None] = str,
) -> Loaded:
    """Reads the configuration; it never fails.

    `options` (by setting, None where not given) override `environment` (default: the process's), which
    overrides the file at `path` (default: `config_path()`). A wrong value becomes a problem, and what it
    would have overridden counts. `themes` are the names there are, and `bindings` the keys of the actions by
    id, a mapping for those that count side by side; without them any is taken. `spelled` gives a key as the
    reader spells it, None for what is no key.
    """
    path = path or config_path()
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    keymap: dict[str, str] = {}
    origins: dict[str, str] = dict.fromkeys(settings(), DEFAULT)
    problems: list[str] = []

    def take(name: str, kind: Kind, value: object, origin: str) -> None:
        try:
            read = kind.from_word(value) if isinstance(value, _Word) else kind.from_toml(value)
        except NotAllowedError as error:
            where = origin if isinstance(value, _Word) else f"{origin}: {name}"
            problems.append(f"{where}: {_shown(value)} is not allowed; allowed: {error}")
            return
        if name.startswith(f"{KEYMAP}."):
            keymap[name.removeprefix(f"{KEYMAP}.")] = str(read)
        else:
            values[name] = read
        origins[name] = origin

    ids = [action for beside in bindings for action in beside]
    text, document = _document(path, problems)
    kinds = _kinds(themes)
    for name, value in document.items():
        origin = f"{path}:{line_of(text, [name])}"
        if name in kinds:
            take(name, kinds[name], value, origin)
        elif name != KEYMAP:
            problems.append(f"{origin}: {name}: no such setting; there are {listed([*kinds, KEYMAP], 'and')}")
        elif not isinstance(value, dict):
            problems.append(f"{origin}: {name}: {_shown(value)} is not allowed; allowed: a table, [{KEYMAP}]")
        else:
            for action, keys in _flat(value):
                origin = f"{path}:{line_of(text, [KEYMAP, action])}"
                if ids and action not in ids:
                    problems.append(f"{origin}: {KEYMAP}: {_no_such_action(action, ids)}")
                else:
                    take(f"{KEYMAP}.{action}", Keys(spelled), keys, origin)
    for name, kind in kinds.items():
        variable = ENVIRONMENT_PREFIX + name.upper()
        if given := environment.get(variable):
            take(name, kind, _Word(given), variable)
    for name, word in (options or {}).items():
        if word is not None:
            take(name, kinds[name], _Word(word), f"--{name}")
    conflicts = tuple(_conflicts(keymap, bindings, origins))
    return Loaded(Config(**values, keymap=keymap), path, tuple(problems), conflicts, origins)


class _Word(str):
    """A value from the environment or an option, where everything is text."""

    __slots__ = ()


def _kinds(themes: Sequence[str]) -> dict[str, Kind]:
    kinds = {name: kind for name, (kind, _, _) in settings().items()}
    if themes:
        kinds["theme"] = Choice(themes)
    return kinds


def _document(path: Path, problems: list[str]) -> tuple[str, dict[str, Any]]:
    """The file's text and what it says; nothing where it cannot be read."""
    try:
        with open_regular(path) as file:
            text = file.read().decode("utf-8-sig")
        return text, _parsed(text)
    except (FileNotFoundError, NotADirectoryError):
        pass
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = re.search(r"\(at line (\d+), column \d+\)", message)
        line = place[1] if place else text.count("\n") + 1  # tomllib's other place is the end of the file
        reason = re.sub(r" \(at [^)]*\)", "", message)
        problems.append(f"{path}:{line}: not TOML: {reason}; nothing in this file counts until it is mended")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(f"{path}:{line}: not UTF-8; nothing in this file counts until it is saved as UTF-8")
    except (ValueError, RecursionError):  # a number of thousands of digits, lists in lists without end
        problems.append(
            f"{path}: holds more than can be read; nothing in this file counts until it is mended"
        )
    except OSError as error:
        problems.append(f"{path}: {error.strerror or error}; nothing in this file counts")
    return "", {}


def _parsed(text: str) -> dict[str, Any]:
    """What a TOML text says. Raises `RecursionError` where it is nested deeper than anybody writes."""
    document = tomllib.loads(text)
    layer: list[object] = [document]
    for _ in range(_DEEP):
        inside = [held.values() if isinstance(held, dict) else held for held in layer]
        layer = [
            one
            for held in inside
            if isinstance(held, Iterable)
            for one in held
            if isinstance(one, dict | list)
        ]
    if layer:
        raise RecursionError
    return document


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """The entries of a table and the tables in it: `finding.next` without quotation marks is two of them."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", value


def _conflicts(
    keymap: Mapping[str, str], bindings: Sequence[Mapping[str, str]], origins: Mapping[str, str]
) -> Iterator[str]:
    """What is to be said of a key that two actions have: a mapped action takes it from one that is not."""
    for beside in bindings:
        for action in (one for one in keymap if one in beside):
            where = f"{origins[f'{KEYMAP}.{action}']}: {KEYMAP}.{action}"
            for key in keymap[action].split(","):
                for other in beside:
                    if other == action or key not in keymap.get(other, beside[other]).split(","):
                        continue
                    if other not in keymap:
                        left = [one for one in beside[other].split(",") if one != key]
                        kept = f"which keeps {', '.join(left)}" if left else "which has no other"
                        yield f"{where} = {key!r} takes the key of {other}, {kept}"
                    elif action < other:
                        yield f"{where} and {KEYMAP}.{other} both have the key {key!r}: give one another"


def _no_such_action(action: str, bindings: Sequence[str]) -> str:
    close = get_close_matches(action, bindings, 1)
    hint = f"is it {close[0]}?" if close else "afronte config show lists the ids"
    return f"{action!r} is not the id of an action; {hint}"


def _shown(value: object) -> str:
    text = repr(str(value) if isinstance(value, str) else value)
    return text if len(text) <= 60 else text[:59] + "…"
