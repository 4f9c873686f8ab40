"""Argos's language codes and BCP 47 tags."""

from collections.abc import Iterable

from tui import languages
from tui.errors import AfronteError

_OWN_CODES = {"zt": "zh-Hant", "pb": "pt-BR"}
"""Codes of Argos that no standard knows."""
_CLOSE = 8
"""The greatest distance at which one language stands for another: `it-CH` for `it`, not `nn` for `nb`."""


def tag(code: str) -> str:
    """The BCP 47 tag of a language code of Argos."""
    return _OWN_CODES.get(code, code)


def is_language(code: str) -> bool:
    """Whether `code` names a language."""
    import langcodes

    return langcodes.tag_is_valid(tag(code))


def language_name(language: str) -> str:
    """The English name of a language given by a tag or a code of Argos."""
    return languages.language_name(tag(language))


def closest(wanted: str, offered: Iterable[str]) -> str | None:
    """The code of Argos, among those offered, that stands for the tag `wanted`; None when none is close."""
    import langcodes

    distances = sorted((langcodes.tag_distance(wanted, tag(code)), code) for code in set(offered))
    if not distances or distances[0][0] > _CLOSE:
        return None
    exact = [code for distance, code in distances if tag(code) == wanted]
    return exact[0] if exact else distances[0][1]


def parse_language(written: str) -> str:
    """The tag of a language as a person writes it: `it`, `ita`, `it-CH`, `Italian`.

    Raises `AfronteError` when no language is called that.
    """
    import langcodes

    if is_language(written):
        return langcodes.standardize_tag(tag(written))
    try:
        return langcodes.find(written).to_tag()
    except LookupError:
        raise AfronteError(f"No language is called {written!r}; write a code such as it or en.") from None
