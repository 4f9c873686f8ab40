"""Languages: what each has, and how its words are written, found and compared."""

from tui.languages.code import code_spans, is_program
from tui.languages.dictionary import (
    Dictionary,
    Kinship,
    contraries,
    denied_by,
    dictionary,
    is_kind_of,
    is_listed_noun,
    kinship,
)
from tui.languages.folding import INVISIBLE, fold, normalized, unaccented
from tui.languages.function_words import bare, function_words
from tui.languages.language import RESOURCES, Language, Resource
from tui.languages.lemmas import dictionary_forms, known, lemma
from tui.languages.phrases import Phrases, phrase_words
from tui.languages.spans import Span
from tui.languages.tables import NEVER, Section, columns, spelled_out, table_exists, toml_table, tsv_table
from tui.languages.tags import LANGUAGES, base_language, canonical_language, language_name, unsupported
from tui.languages.tokens import Token, tokenize, tokens_and_marks
from tui.languages.translations import Translations
from tui.languages.word_lists import word_list, word_table

__all__ = [
    "INVISIBLE",
    "LANGUAGES",
    "NEVER",
    "RESOURCES",
    "Dictionary",
    "Kinship",
    "Language",
    "Phrases",
    "Resource",
    "Section",
    "Span",
    "Token",
    "Translations",
    "bare",
    "base_language",
    "canonical_language",
    "code_spans",
    "columns",
    "contraries",
    "denied_by",
    "dictionary",
    "dictionary_forms",
    "fold",
    "function_words",
    "is_kind_of",
    "is_listed_noun",
    "is_program",
    "kinship",
    "known",
    "language_name",
    "lemma",
    "normalized",
    "phrase_words",
    "spelled_out",
    "table_exists",
    "tokenize",
    "tokens_and_marks",
    "toml_table",
    "tsv_table",
    "unaccented",
    "unsupported",
    "word_list",
    "word_table",
]
