"""What a person has said is the same: two forms that are told apart no more."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from tui.alignment import Alignment
from tui.articles import SIDES, Article, Side, other_side
from tui.comparison.model import Finding
from tui.comparison.rule import Kind
from tui.languages import base_language, fold

FIGURES: frozenset[Kind] = frozenset(("number", "percentage", "amount", "unit", "date", "time"))
"""Kinds of findings whose two sides can be the same in one pair only."""
FORMS: frozenset[Kind] = frozenset({
    "name", "word", "untranslated", "false-friend", "omission", "addition", "title", "relation", "speaker",
    "lookalike", "link", "code",
})  # fmt: skip
"""Kinds of findings whose two sides are the same wherever they meet again."""


class Equivalence(Struct, frozen=True):
    """Two forms that say the same."""

    source: str
    """As it is written, or the normal form of a figure; so the other."""
    target: str
    source_language: str = ""
    """The language of that form, without region; empty: any."""
    target_language: str = ""
    figures: bool = False
    """Whether these are figures: numbers, dates, amounts."""

    @property
    def mirrored(self) -> Equivalence:
        """The same said the other way round."""
        return Equivalence(self.target, self.source, self.target_language, self.source_language, self.figures)


class Same(Struct, frozen=True, dict=True):
    """The equivalences that hold for a pair, whichever of its languages comes first."""

    equivalences: frozenset[Equivalence] = frozenset()

    def parted(
        self, findings: Iterable[Finding], source: Article, target: Article, alignment: Alignment
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """The findings that are told, and those that the equivalences silence.

        A finding on both sides is silenced by an equivalence of its two forms, of which one may be a part of
        what is marked there, or of two forms of which these are parts; one on a single side by an equivalence
        whose other form stands in the sentences that correspond.
        """
        if not self.equivalences:
            return tuple(findings), ()
        known = self._known(base_language(source.language), base_language(target.language))
        articles: Mapping[Side, Article] = {"source": source, "target": target}
        told: list[Finding] = []
        silenced: list[Finding] = []
        for finding in findings:
            (silenced if _holds(finding, articles, alignment, known) else told).append(finding)
        return tuple(told), tuple(silenced)

    def without(self, one: Equivalence) -> Same:
        """The others: those that hold when this one, whichever side is named first, is taken back."""
        return Same(self.equivalences - {one, one.mirrored})

    def _known(self, source: str, target: str) -> _Known:
        """What each form of either side is the same as, in a pair of these languages."""
        key = source, target
        if key not in self._by_languages:
            known: _Known = {side: defaultdict(set) for side in SIDES}
            for one in self.equivalences:
                for turned in (one, one.mirrored):
                    if turned.source_language in ("", source) and turned.target_language in ("", target):
                        near, far = _key(turned.source), _key(turned.target)
                        known["source"][turned.figures, near].add(far)
                        known["target"][turned.figures, far].add(near)
            self._by_languages[key] = known
        return self._by_languages[key]

    @cached_property
    def _by_languages(self) -> dict[tuple[str, str], _Known]:
        return {}


_WORD = re.compile(r"\w+")
_WIDE = 4
"""Words on either side up to which what is marked may be a part of a form."""
_Known = Mapping[Side, dict[tuple[bool, str], set[str]]]

NOTHING_SAME = Same()
"""Nothing is said to be the same."""


def equivalence(
    finding: Finding, source: Article, target: Article, counterpart: str = ""
) -> Equivalence | None:
    """What is said by saying that the two sides of a finding are the same.

    `counterpart`: what stands for it on the other side where the finding has one side only. None where a side
    is missing or where such findings can't be the same.
    """
    figures = finding.kind in FIGURES
    if not figures and finding.kind not in FORMS:
        return None
    sides = []
    for side, article in zip(SIDES, (source, target), strict=True):
        value = finding.source_value if side == "source" else finding.target_value
        written = " ".join(" ".join(span.within(article.text) for span in finding.side(side)).split())
        sides.append((value if figures and value else written) or " ".join(counterpart.split()))
    if not all(sides):
        return None
    languages = (base_language(source.language), base_language(target.language))
    return Equivalence(sides[0], sides[1], *languages, figures=figures)


def counterpart(
    finding: Finding, findings: Sequence[Finding], source: Article, target: Article, alignment: Alignment
) -> str:
    """What stands for a finding with one side in the sentences that correspond: the words of the only finding
    of its kind that has the other side only; empty where there is none, or several.
    """
    articles: Mapping[Side, Article] = {"source": source, "target": target}
    side = next((side for side in SIDES if finding.side(side)), None)
    if side is None or finding.side(other_side(side)):
        return ""
    there = other_side(side)
    bead = alignment.bead_of(side, articles[side].sentence_at(finding.side(side)[0].start))
    found = [
        other
        for other in findings
        if other.side(there) and not other.side(side) and (other.kind in FIGURES) == (finding.kind in FIGURES)
        if other.layer == finding.layer
        if articles[there].sentence_at(other.side(there)[0].start) in bead.side(there)
    ]
    if len(found) != 1:
        return ""
    return " ".join(span.within(articles[there].text) for span in found[0].side(there))


def _holds(finding: Finding, articles: Mapping[Side, Article], alignment: Alignment, known: _Known) -> bool:
    figures = finding.kind in FIGURES
    if not figures and finding.kind not in FORMS:
        return False
    for side in SIDES:
        there = other_side(side)
        forms = _forms(finding, side, articles[side])
        for form in forms if figures else (*forms, *_around(finding, side, articles[side])):
            same = known[side].get((figures, form))
            if same is None:
                continue
            if finding.side(there):
                others = [*_forms(finding, there, articles[there])]
                if same & {*others, *(() if figures else _around(finding, there, articles[there]))}:
                    return True
                # A name may be marked with what stands beside it: `Corderia` and `Cordaria di Genova`.
                if not figures and any(_stands(form, other) for form in same for other in others):
                    return True
            elif any(_stands(other, _across(finding, side, articles, alignment)) for other in same):
                return True
    return False


def _forms(finding: Finding, side: Side, article: Article) -> Iterable[str]:
    """The forms of one side of a finding: as written, and the normal one."""
    if spans := finding.side(side):
        yield _key(" ".join(span.within(article.text) for span in spans))
        value = finding.source_value if side == "source" else finding.target_value
        if value:
            yield _key(value)


def _around(finding: Finding, side: Side, article: Article) -> Iterable[str]:
    """The runs of words in its sentence of which what is marked is a part: a glossary has whole names."""
    spans = finding.side(side)
    if len(spans) != 1:
        return
    (span,) = spans
    sentence = article.sentences[article.sentence_at(span.start)]
    words = list(_WORD.finditer(article.text, sentence.start, sentence.end))
    starts = [word.start() for word in words if word.start() <= span.start][-_WIDE:]
    ends = [word.end() for word in words if word.end() >= span.end][:_WIDE]
    for start in starts:
        for end in ends:
            yield _key(article.text[start:end])


def _across(finding: Finding, side: Side, articles: Mapping[Side, Article], alignment: Alignment) -> str:
    """The sentences of the other side that correspond to those of a finding."""
    there = other_side(side)
    near = {articles[side].sentence_at(span.start) for span in finding.side(side)}
    far = sorted({index for sentence in near for index in alignment.bead_of(side, sentence).side(there)})
    return _key(" ".join(articles[there].sentence_text(index) for index in far))


def _stands(form: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _key(form: str) -> str:
    return " ".join(fold(form).split())
