"""What a language has: what a rule may count on."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from msgspec import Struct

from tui.languages.tables import columns, table_exists, toml_table
from tui.languages.tags import base_language

Resource = Literal[
    "quantities",
    "names",
    "polarity",
    "modality",
    "opposites",
    "speech",
    "classes",
    "gender",
    "roles",
    "tense",
    "function-words",
    "lemmas",
]
"""What a language may have: its words of quantity, its names of things that others call otherwise, its
ways to deny, to hedge and to turn round, its verbs of saying, its words for kin, offices and the like, the
words that hold its clauses together, its tenses and conditions, its function words, its dictionary forms."""

RESOURCES: tuple[Resource, ...] = get_args(Resource)


class Language(Struct, frozen=True):
    """A language by its base tag, and what `assets/` has of it."""

    tag: str

    @staticmethod
    def of(tag: str) -> Language:
        """The language of a BCP 47 tag, whatever its region or script."""
        return _language(base_language(tag))

    def has(self, resource: Resource) -> bool:
        """Whether a table of the language has this."""
        return _has(self.tag, resource)


@cache
def _language(tag: str) -> Language:
    return Language(tag)


@cache
def _has(tag: str, resource: Resource) -> bool:
    match resource:
        case "quantities":
            return "cardinals" in toml_table(f"quantities/{tag}.toml")
        case "names":
            return tag in columns("names/places.tsv")
        case "polarity":
            return "cues" in toml_table(f"polarity/{tag}.toml").get("negation", {})
        case "modality":
            return "modality" in toml_table(f"polarity/{tag}.toml")
        case "opposites":
            return f"{tag}+" in columns("polarity/opposites.tsv")
        case "speech":
            return table_exists(f"speech/{tag}.toml")
        case "classes":
            return tag in columns("classes/kin.tsv")
        case "roles":
            return table_exists(f"roles/{tag}.toml")
        case "tense":
            return table_exists(f"tense/{tag}.toml")
        case "gender":
            return "gender" in toml_table(f"classes/{tag}.toml")
        case "function-words":
            return "roles" in toml_table(f"words/{tag}.toml")
        case "lemmas":
            from tui.languages.lemmas import has_lemmas

            return has_lemmas(tag)
