"""What only the witness sees: its rules, and the name under which the judge has their weights."""

from tui.comparison.rule import Family, Rule

REVERSAL = Rule("back-translation-reversal", "back-translation", "words", "major")
FACT = Rule("back-translation-fact", "back-translation", "words", "major")
WORD = Rule("back-translation-word", "back-translation", "words", "major")
CLAUSE = Rule("back-translation-clause", "back-translation", "words", "major")
ORDER = Rule("back-translation-order", "back-translation", "words", "major")
ADDED = Rule("back-translation-added", "back-translation", "words", "minor")
WORDS = Rule("back-translation-words", "back-translation", "words", "major")

CLAIM = Rule("back-translation-claim", "back-translation", "words", "minor")
MOOD = Rule("back-translation-mood", "back-translation", "words", "major")

WITNESS = Family("witness", (REVERSAL, FACT, WORD, ORDER, CLAUSE, WORDS, ADDED, CLAIM, MOOD), lambda _: ())
"""Proposes nothing by itself: it needs a back-translation (`propose`)."""
