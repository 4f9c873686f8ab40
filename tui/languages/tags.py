"""Languages: any spelling of a tag or name becomes a BCP 47 tag, and a tag becomes a name for the screen."""

from functools import lru_cache

from tui.errors import AfronteError

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
"""The languages that articles may be in: the sentence encoder's, which counts Chinese twice, by script."""

_NAMES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "th": "Thai", "tr": "Turkish", "zh": "Chinese",
}  # fmt: skip
"""What `langcodes` calls them; it reads its names of all languages first, a twentieth of a second."""


def canonical_language(spelling: str) -> str:
    """The BCP 47 tag of a language given as tag or name: `ita`, `Italian` and `italiano` are `it`.

    Raises `AfronteError` for what is no language and for a language that articles may not be in.
    """
    if spelling in LANGUAGES:
        return spelling
    import langcodes
    from langcodes.tag_parser import LanguageTagError

    try:
        language = langcodes.Language.get(spelling.strip(), normalize=True)
    except LanguageTagError:
        try:
            language = langcodes.find(spelling)
        except LookupError:
            language = langcodes.Language.get("und")
    tag = language.prefer_macrolanguage().to_tag()
    if not language.is_valid() or base_language(tag) == "und":
        raise AfronteError(
            f"unknown language “{spelling}”: give a tag such as en, it or pt-BR, or a name such as Italian"
        )
    if base_language(tag) not in LANGUAGES:
        raise AfronteError(f"language “{spelling}”: {unsupported(tag)}")
    return tag


def unsupported(tag: str) -> str:
    """What to say of a language that articles may not be in."""
    names = ", ".join(sorted(map(language_name, LANGUAGES)))
    return f"{language_name(tag)} cannot be aligned, only {names}"


@lru_cache(maxsize=256)
def base_language(tag: str) -> str:
    """The language of a BCP 47 tag without region and script: `en` of `en-GB`."""
    return tag.replace("_", "-").partition("-")[0].lower()


def language_name(tag: str) -> str:
    """The English name of a BCP 47 tag: `Italian`, `English (United Kingdom)`."""
    if tag in _NAMES:
        return _NAMES[tag]
    import langcodes

    return langcodes.Language.get(tag).display_name()
