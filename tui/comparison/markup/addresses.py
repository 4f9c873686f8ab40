"""Addresses in the form in which the links of two versions are compared."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

_INDEX = re.compile(r"(?:^|/)(?:index|default)\.(?:x?html?|php|aspx?)$|/$")
_HOLDS = frozenset(
    {
        "i18n",
        "l10n",
        "lang",
        "language",
        "languages",
        "locale",
        "locales",
        "translated",
        "translation",
        "translations",
    }
)
_PATH = re.compile(r"[\w.~+-]*(?:/[\w.+-]+)+")
_GENERATED = re.compile(r"\bid[mp]?\d{3,}\b")
"""A name that DocBook's stylesheets number anew whenever a file is made."""


def address_form(address: str, languages: frozenset[str]) -> str:
    """An address without what two versions may write differently.

    That is how it is fetched (`http`, `www.`), the name of a language as a part of host, path or query (of
    those in `languages`, or doubled as in `en-gb`), a file `index.html`, and a place inside the page, whose
    name follows its heading; numbered names of files are one. An address that leads to a place in the same
    page is empty.
    """
    parts = urlsplit(unquote(address.strip()))
    host = ".".join(part for part in parts.netloc.lower().split(".") if part not in languages | {"www"})
    path = _INDEX.sub("", parts.path)
    path = "/".join(_parts(path.split("/"), _spellings(languages)))
    path = _GENERATED.sub("id", _without_language(path, languages))
    query = "&".join(
        sorted(f"{k}={v}" for k, v in parse_qsl(parts.query) if v.lower() not in _spellings(languages))
    )
    scheme = parts.scheme if parts.scheme not in ("", "http", "https") else ""
    form = f"{scheme}:{host}{'/' if host and path and not path.startswith('/') else ''}{path}".strip(":/")
    return f"{form}?{query}" if query else form


def _parts(folders: list[str], spellings: set[str]) -> list[str]:
    """The parts of a path but for a language and the folder that holds it: *translations/it_IT*."""
    apart = [folder.lower() in spellings for folder in folders]
    holds = [folder.lower() in _HOLDS and after for folder, after in zip(folders, apart[1:], strict=False)]
    return [
        folder
        for folder, language, holder in zip(folders, apart, [*holds, False], strict=True)
        if not language and not holder
    ]


def is_path(text: str) -> bool:
    """Whether a text is a path to a file."""
    return _PATH.fullmatch(text.strip()) is not None


def is_translated(source: str, target: str, languages: frozenset[str]) -> bool:
    """Whether two addresses are pages of one site in two languages, whose names are translated too."""
    hosts = [urlsplit(address).netloc.lower().removeprefix("www.").split(".") for address in (source, target)]
    return (
        hosts[0] != hosts[1]
        and all(
            {part for part in host if part in languages} and [p for p in host if p not in languages]
            for host in hosts
        )
        and [p for p in hosts[0] if p not in languages] == [p for p in hosts[1] if p not in languages]
    )


def _spellings(languages: frozenset[str]) -> set[str]:
    """How the languages may stand in a path: `en`, `en-us`, `en_gb`."""
    return {
        *languages,
        *(f"{a}{sign}{b}" for a in languages for b in (*languages, "us", "gb", "uk") for sign in "-_"),
    }


def _without_language(path: str, languages: frozenset[str]) -> str:
    """A path without the language in the name of its file: `guide.it.md`, `README_it.md`, `it_guide`."""
    folder, _, name = path.rpartition("/")
    parts = [
        part for part in re.split(r"(?<=[^._-])(?=[._-])", name) if part.strip("._-").lower() not in languages
    ]
    if len(parts) > 1 or name[:1] not in ("_", "-"):  # it_guide
        parts[:1] = [part.lstrip("_-") for part in parts[:1]]
    return "/".join(filter(None, (folder, "".join(parts))))
