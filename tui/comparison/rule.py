"""What a rule is: a value, known by its name, from which everything that is said of its findings follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from tui.articles import SIDES, Side, Span
from tui.languages import Language, Resource

if TYPE_CHECKING:
    from tui.alignment import AlignedPair
    from tui.alignment.model import Vectors

Layer = Literal["facts", "missing", "words"]
Severity = Literal["critical", "major", "minor"]
Kind = Literal[
    "number", "percentage", "amount", "unit", "date", "time", "name", "negation", "reversal", "modality",
    "speaker", "quotation", "only-source", "only-target", "moved", "omission", "addition", "word",
    "untranslated", "doubled", "false-friend", "back-translation", "lookalike", "engine",
    "role", "relation", "title", "tense", "quantifier", "condition", "gender", "link", "code",
]  # fmt: skip

LAYERS: tuple[Layer, ...] = ("facts", "missing", "words")
SEVERITIES: tuple[Severity, ...] = ("critical", "major", "minor")

SOURCE, TARGET = "\ufdd0", "\ufdd1"
AS_READ: Mapping[Side, str] = {"source": SOURCE, "target": TARGET}
"""How a candidate's message names the sides, until it is known which of the two texts a person reads as the
source: characters that Unicode keeps free of any meaning, so that no text has them.
"""


class Rule(Struct, frozen=True):
    """One way in which two sides may part."""

    name: str
    kind: Kind
    """What most of its findings are; a candidate may say another kind."""
    layer: Layer
    ceiling: Severity
    """How much it matters at most: how sure a finding is may make it quieter, never louder."""
    needs: frozenset[Resource] = frozenset()
    """What both languages must have for the rule to run."""
    yields_to: frozenset[str] = frozenset()
    """The rules, by name, and the layers that say the same where one of their findings covers its own."""
    yields_to_touch: bool = False
    """Whether one of those says the same already where it only touches a finding of this rule."""
    together: bool = False
    """Whether all that it and its like say of one bead is one finding of several places."""

    weighs_bead: bool = False
    """Whether how surely its sentences correspond weighs otherwise for it than for the rest of its family."""

    def runs(self, pair: AlignedPair) -> bool:
        """Whether both languages have what the rule needs."""
        return all(
            Language.of(pair.article(side).language).has(resource)
            for side in SIDES
            for resource in self.needs
        )


class Question(Struct, frozen=True):
    """What the sentence encoder is asked about a candidate, together with all others (`questions.py`)."""

    texts: tuple[str, ...]
    evidence: Callable[[Vectors], Mapping[str, float]]
    """What follows from their unit vectors, a row a text."""
    words: bool = False
    """Whether the texts are single words, of which common ones have vectors that are shipped."""


class Candidate(Struct, frozen=True):
    """A difference that a family proposes; the judge says how sure it is."""

    rule: Rule
    source: tuple[Span, ...]
    """Where it stands in the source; empty when only the target has it."""
    target: tuple[Span, ...]
    source_value: str | None
    """The normal form compared (`12`, `2024-05-09`), or None when that side has none."""
    target_value: str | None
    message: str
    """One plain sentence that says what differs; it names the sides by `AS_READ`."""
    evidence: Mapping[str, float]
    """What speaks for or against it, by name: each 0 to 1; the names are those of `assets/judge/`."""
    kind: Kind | None = None
    """Where it is not the kind of its rule."""
    questions: tuple[Question, ...] = ()
    """What the encoder has not been asked yet; the answers are evidence, too."""


class Family(Struct, frozen=True):
    """Rules that read the texts together: they run, and fail, as one."""

    name: str
    rules: tuple[Rule, ...]
    propose: Callable[[AlignedPair], Iterable[Candidate]]
    """Every candidate of its rules in a pair."""
    one_language: bool = True
    """Whether it makes sense for two texts of one language: for a source and what the target says,
    translated back."""
    beside: bool = False
    """Whether what it says of a bead depends on nothing but the paragraphs in which that and the nearest on
    either side with words on both stand: then it is kept by the bead."""
    settle: Callable[[Iterable[Candidate]], Iterable[Candidate]] = iter
    """What becomes of its candidates when all of a text, or of a section of it, are there."""
    whole: bool = False
    """Whether it reads long articles in one, and not section by section: what it costs grows with their
    length, and what it says of a place may depend on any other."""
