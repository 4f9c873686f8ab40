"""Those who speak without a name: *a former official*, *il ministro della Difesa*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from tui.articles import Article, Span
from tui.comparison.polarity import Stretch, forms_of
from tui.comparison.quotations import Quotations
from tui.comparison.speech.speakers import Speech, speech
from tui.languages import Phrases, Token, base_language, tsv_table

_FACETS = ("of-", "when-")
"""Prefixes of keys that tell two of one kind apart."""
_BEFORE = 6
"""Words that may stand between a role and the verb of saying after it."""
_AFTER = 5
"""As many between the verb and a role after it."""
_AROUND = 3
"""Words to either side of a role that may say more of it."""


class Role(Struct, frozen=True):
    """One who is called by what he is."""

    span: Span
    """With the words that say more of it."""
    kinds: frozenset[str]
    facets: frozenset[str]

    def other_than(self, role: Role) -> bool:
        """Whether the two are surely not one: another kind, or another office or time of it."""
        if not self.kinds & role.kinds:
            return True
        return any(
            bool(a) and bool(b) and not a & b
            for a, b in ((self._of(facet), role._of(facet)) for facet in _FACETS)
        )

    def _of(self, facet: str) -> frozenset[str]:
        return frozenset(key for key in self.facets if key.startswith(facet))


def roles(article: Article, tokens: Sequence[Token], quotations: Quotations) -> list[Role]:
    """All roles named among the words outside quotations."""
    outside = quotations.outside(tokens)
    return [role for _, _, role in _roles(base_language(article.language), outside)]


def roles_of(side: Stretch) -> list[Role]:
    """All roles that a stretch names."""
    return [role for _, _, role in _roles(side.language, side.tokens)]


def speaking(article: Article, tokens: Sequence[Token], quotations: Quotations) -> list[Role]:
    """The roles that are the subjects of verbs of saying outside quotations."""
    language = base_language(article.language)
    rules = speech(language)
    if rules is None:
        return []
    outside = quotations.outside(tokens)
    held = forms_of(outside, language)
    if all(said.isdisjoint(rules.verbs) for said in held):
        return []
    named = list(_roles(language, outside))
    found: list[Role] = []
    for at, (token, said) in enumerate(zip(outside, held if named else (), strict=False)):
        if said.isdisjoint(rules.verbs) or (at and outside[at - 1].key in rules.passive):
            continue
        if any(word.key in rules.pronouns for word in outside[max(0, at - 2) : at]):
            continue
        subjects = [
            role
            for first, last, role in reversed(named)
            if last < at <= last + _BEFORE
            and _clear(article.text, outside[last : at + 1], rules)
            and not _object(outside[max(0, first - _AROUND) : first], rules)
        ]
        if not said & rules.telling:
            subjects += [
                role
                for first, _, role in named
                if at < first <= at + _AFTER
                and _clear(article.text, outside[at : first + 1], rules)
                and not _object(_past(outside[at + 1 : first], token, rules), rules)
            ]
        if subjects and subjects[0] not in found:
            found.append(subjects[0])
    return found


def _past(between: Sequence[Token], verb: Token, rules: Speech) -> Sequence[Token]:
    """The words without those that belong to the verb: the *to* of *according to*."""
    for phrase in rules.according:
        if phrase == (verb.key, *(token.key for token in between[: len(phrase) - 1])):
            return between[len(phrase) - 1 :]
    return between


def _object(before: Sequence[Token], rules: Speech) -> bool:
    """Whether one of the words before a role makes it somebody spoken to or of."""
    return any(token.key in rules.not_before for token in before)


def _clear(text: str, words: Sequence[Token], rules: Speech) -> bool:
    """Whether no mark and no conjunction stands between the first of the words and the last."""
    if any(token.key in rules.breaks - rules.not_before for token in words[1:-1]):
        return False
    return not any(c in text[words[0].end : words[-1].start] for c in ',;:()"“”«»')


def _roles(language: str, words: Sequence[Token]) -> Iterator[tuple[int, int, Role]]:
    """The roles among some words, each with its first and last."""
    kinds, facets = _table(language)
    held = forms_of(words, language)
    free = 0  # the word after the last role
    for at in kinds.begun(held):
        hit = kinds.at(held, at) if at >= free else None
        if hit is None:
            continue
        end, keys = hit
        more: set[str] = set()
        start, last = at, end
        for i in range(max(0, at - _AROUND), min(len(words), end + _AROUND)):
            facet = facets.at(held, i)
            if facet is not None:
                more.update(facet[1].split())
                start, last = min(start, i), max(last, facet[0])
        span = Span(words[start].start, words[last - 1].end)
        yield at, end - 1, Role(span, frozenset(keys.split()), frozenset(more))
        free = end


@cache
def _table(language: str) -> tuple[Phrases[str], Phrases[str]]:
    """The roles of a language and what tells them apart; empty for a language that the table lacks."""
    held = Phrases.kept_together(f"phrases of roles {language}", lambda: _phrases(language))
    return held["roles"], held["apart"]


def _phrases(language: str) -> dict[str, list[tuple[str, str]]]:
    keys: dict[str, set[str]] = {}
    for row in tsv_table("speech/roles.tsv"):
        for phrase in row.get(language, "").split():
            keys.setdefault(phrase.replace("-", " "), set()).add(row["key"])
    told = {phrase: " ".join(sorted(found)) for phrase, found in keys.items()}
    apart = {phrase for phrase, found in keys.items() if any(key.startswith(_FACETS) for key in found)}
    return {
        "roles": [(phrase, found) for phrase, found in told.items() if phrase not in apart],
        "apart": [(phrase, found) for phrase, found in told.items() if phrase in apart],
    }
