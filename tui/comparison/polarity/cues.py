"""Where a sentence says no: cues that deny a clause, and words that deny by their meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from msgspec import Struct

from tui.articles import Span
from tui.comparison.polarity.clauses import Stretch, clause_end, once
from tui.comparison.polarity.lexicon import Negation, forms, negation, suppositions
from tui.languages import Token, known

_CLAUSE = 4
"""Words before *nessuno* among which a verb makes it say nothing without a cue of its own."""
_STOPS = ".!?;:\n"
"""Marks after which a denial has nothing to do with what went before."""
_STOP = re.compile(r"[.!?\n]")
_AUXILIARY = 2
"""Words before a cue among which an auxiliary makes it deny the verb."""
_AFFIXED = 5
"""Letters that a word with an affix has at least: *unmet*."""
_SUBJECT = 5
"""Words after a cue at the head of a clause among which an auxiliary makes it part of the subject."""
_AND = 4
"""Words before a cue among which a conjunction joins its clause to one that was denied."""
_SHORT = 3
"""Words that a phrase has at most which would say the reverse without its cue; longer ones are idioms."""
_FOLLOWED, _CLOSELY = 16, 4
"""Words after a cue among which is looked for what lets other words say the same."""
_TAG = re.compile(r"[^\w\n]?(?:\w+[^\w\n])?\w*(?:, *[A-Z][^?,\n]*)?\?")
"""What follows the denial of a question that asks for consent only: *, aren't you, Anna?*"""
_ASKED = 3
"""Words before the conjunction of a question among which the verb that asks stands."""
_STANDING = ("", "idle", "unless")
"""Meanings of what stands for itself, though a cue before it is followed by it."""
_BEFORE = 5
"""Words before it among which a conjunction of its clause is."""


class Cue(Struct, frozen=True):
    """One word or phrase that says no."""

    start: int
    end: int
    word: int
    """The index of its first word among those of the bead's side."""
    text: str
    denies: bool
    """Whether it denies its clause; one that does not can only stand for one that does."""
    meaning: str
    """The key of its lexical class; empty for most plain cues."""
    remainder: str
    """What an affix denies: *converted* in *unconverted*."""
    firm: bool
    """Whether a word that says no by its meaning is found when the other side has nothing like it."""
    soft: bool = False
    """Whether it holds less than a clause, or is often said otherwise."""
    clausal: bool = False
    """Whether it denies the verb of its clause, not a part of it: *non parla*, not *non parlante*."""
    coordinated: bool = False
    """Whether a clause denied before may go on here, so that one denial would do."""
    kernel: str = ""
    """What stands after the cue of a phrase that denies nothing, and says the reverse alone: *doubt* in *no
    doubt*."""
    kernels: frozenset[str] = frozenset()
    """The classes of what such a phrase denies, by which the other language knows it again."""
    expletive: bool = False
    """Whether it is a phrase with a denial that adds nothing after another word: *finché non*."""
    instead: frozenset[str] = frozenset()
    """The lexical classes whose words say the same without a cue: *only* for *not … until*."""

    follower: int = 0
    """The last of the words anywhere after a cue that let others say the same."""

    @property
    def cancels(self) -> bool:
        """Whether a negation before it makes a yes: *not unlike*, *non mancare*."""
        return self.meaning in _CANCELLING

    @property
    def span(self) -> Span:
        """The cue as a span."""
        return Span(self.start, self.end)


SLIP = "slip"
"""The meaning of what says no only after a cue, and has none: *vide nessuno*."""
UNDONE = "undone"
"""The meaning of what an affix does not deny but take back: *unmounted*."""
_CANCELLING = frozenset({
    "affix", "deny", "disagree", "exclude", "fail", "forbid", "impossible", "lack", "prevent", "quit",
    "refuse", "stop", "unable", "unaware", "unlikely", "untouched", "without", "wrong",
})  # fmt: skip

_LICENSING = _CANCELLING | {"hardly", "few", "only", "lose", "exclude", "unless", "instead", "despite", "nor"}
"""Meanings of words after which what needs a cue may stand: *rifiutò alcun aiuto*."""


@once
def cues(side: Stretch) -> list[Cue]:
    """The cues of a stretch, in order; words that agree with one earlier in the clause are part of it."""
    rules = negation(side.language)
    return list(_cues(side, rules)) if rules else []


def hints(side: Stretch) -> list[int]:
    """The words of a stretch that may carry a denial in some context, though they are no cues."""
    rules = negation(side.language)
    if rules is None:
        return []
    held = side.forms
    return [at for at in range(len(held)) if rules.hints.at(held, at) or _remainder(held[at], rules)]


def _cues(side: Stretch, rules: Negation) -> Iterator[Cue]:
    tokens, text, language, held = side.tokens, side.text, side.language, side.forms
    said = ""  # the cue before
    denied = False  # whether a cue earlier in the clause makes concord words add nothing
    earlier = False  # whether the sentence has one already
    negative = False  # whether a word in it says no by its meaning
    bound: set[int] = set()  # the words that belong to a cue before them: *unless* to *not*
    inside: set[int] = set()  # those that go on such a phrase: *se non*
    begun = frozenset(rules.idle.begun(held)), frozenset(rules.lexical.begun(held))
    at = 0
    while at < len(tokens):
        token = tokens[at]
        gap = text[tokens[at - 1].end : token.start] if at else ""
        head = at == 0 or clause_end(gap)
        goes_on = gap == " " or not any(mark in gap for mark in _STOPS)
        earlier, negative = earlier and goes_on, negative and goes_on
        denied = denied and not head and earlier
        found = _at(at, held, tokens, text, head, rules, begun)
        agrees = token.key in rules.concord
        lost = agrees and (
            denied or (token.key in rules.postverbal and _after_verb(tokens, held, at, text, rules))
        )
        if lost and at and tokens[at - 1].key in rules.joins and said in rules.concord:
            found, lost = (at + 1, "nor"), False
        slip = lost and not denied and (found is None or found[1] != "idle")
        needs = token.key in rules.needing and not (earlier or head or slip or negative)
        if needs and tokens[at - 1].key not in rules.heads and not _is_open(side, at):
            slip = lost = found is None or found[1] != "idle"
        if slip:
            found = at + 1, SLIP
        if (
            found is None
            or (lost and found[1] not in ("idle", SLIP))
            or (at in bound and found[1] not in _STANDING)
            or at in inside
        ):
            at += 1
            continue
        end, meaning = found
        said = token.key
        if agrees and earlier and not meaning:
            meaning = "concord"
        if not meaning and gap.strip() == "," and _TAG.match(text, token.end):
            meaning = "tag"
        joined = text[tokens[end - 1].end : tokens[end - 1].end + 1] == "-" and end < len(tokens)
        if not meaning and joined and tokens[end].start == tokens[end - 1].end + 1:
            meaning = "affix"  # non-smoker
        denies = not meaning
        follows = (
            earlier
            and denies
            and (
                gap.strip() == ","
                or any(word.key in rules.coordinates for word in tokens[max(0, at - _AND) : at])
            )
        )
        denied = denied or denies or meaning == "without"
        earlier = earlier or denied or meaning == SLIP
        negative = negative or meaning in _LICENSING
        followers = _followers(tokens, held, end, text, rules) if denies else {}
        bound.update(followers)
        inside.update(
            word for start, said_so in followers.items() for word in range(start + 1, said_so[0][0])
        )
        first, last = tokens[at], tokens[end - 1]
        clausal = denies and _clausal(tokens, held, at, head, language, rules)
        yield Cue(
            first.start,
            last.end,
            at,
            text[first.start : last.end],
            denies,
            meaning,
            _denied_in(held[at], tokens[end].key if joined else "", meaning, rules),
            meaning != "idle" and rules.firm.at(held, at) is not None,
            not clausal and (not denies or token.key in rules.soft),
            clausal,
            follows,
            _kernel(tokens[at:end], rules) if meaning == "idle" else "",
            _kernels(held, at, end, rules) if meaning == "idle" else frozenset(),
            meaning == "idle" and not rules.is_cue(token.key),
            frozenset(key for keys in followers.values() for _, key in keys)
            | frozenset(_clause_words(tokens, held, at, text, rules) if denies else ()),
            max((word for word in followers if rules.followed.at(held, word)), default=0),
        )
        at = end


def _is_open(side: Stretch, word: int) -> bool:
    """Whether the sentence of a word asks, or supposes something before it: *se alcuna parte*."""
    stop = _STOP.search(side.text, side.tokens[word].end)
    if stop and stop[0] == "?":
        return True
    opens = suppositions(side.language)
    for at in range(word - 1, -1, -1):
        if any(mark in side.between(at + 1) for mark in _STOPS):
            return False
        if side.tokens[at].key in opens:
            return True
    return False


def _at(
    at: int,
    held: Sequence[frozenset[str]],
    tokens: Sequence[Token],
    text: str,
    head: bool,
    rules: Negation,
    begun: tuple[Set[int], Set[int]],
) -> tuple[int, str] | None:
    """The cue at a word: the word after its last, and its meaning (empty for one that denies).

    `begun`: the words with which phrases may begin that deny nothing, and those that deny by their meaning.
    """
    token = tokens[at]
    if _asks(at, held, tokens, rules):
        return at + 1, "idle"
    if at in begun[0]:
        phrases = rules.idle.all_at(held, at)
        idle = [one for one in phrases if not _conditional(one[0], held, tokens, rules)]
        if idle:
            return max(idle)
    word = rules.lexical.at(held, at) if at in begun[1] else None
    if word and any(rules.is_cue(token.key) for token in tokens[at + 1 : word[0] - 1]):
        word = None  # il capitano non è più
    if word and text[token.end : token.end + 1] == "-" and word[0] > at + 1:
        return word  # never-ending
    if rules.is_cue(token.key) or (head and token.key in rules.openers):
        alone = at + 1 == len(tokens) or text[token.end] in ",.;:!?…"
        return at + 1, "no" if alone and token.key in rules.answers else ""
    if word:
        return word
    name = not head and token.text[:1].isupper()
    rest = "" if name else _remainder(held[at], rules)
    if not rest:
        return None
    return at + 1, UNDONE if forms(rest, rules.language) & rules.reversing else "affix"


def _asks(at: int, held: Sequence[frozenset[str]], tokens: Sequence[Token], rules: Negation) -> bool:
    """Whether a cue stands right after the conjunction of a question that a verb asks, where it denies
    nothing: *si chiese se non fosse l'ultimo*.
    """
    if at == 0 or tokens[at - 1].key not in rules.asking_joins or not rules.is_cue(tokens[at].key):
        return False
    return any(not rules.asking.isdisjoint(word) for word in held[max(0, at - 1 - _ASKED) : at - 1])


def _conditional(end: int, held: Sequence[frozenset[str]], tokens: Sequence[Token], rules: Negation) -> bool:
    """Whether a phrase ends in the words of a condition, since a finite verb follows: *se non c'è*, not *se
    non domani*.
    """
    if not rules.conditions or not any(
        tuple(token.key for token in tokens[max(0, end - len(words)) : end]) == words
        for words in rules.conditions
    ):
        return False
    verb = end
    while verb < len(tokens) and tokens[verb].key in rules.clitics:
        verb += 1
    return (
        verb < len(tokens)
        and rules.infinitive.search(tokens[verb].key) is None
        and _verb(tokens[verb].key, held[verb], rules.language, rules)
    )


def _clause_words(
    tokens: Sequence[Token], held: Sequence[frozenset[str]], at: int, text: str, rules: Negation
) -> Iterator[str]:
    """The classes of words by which a conjunction before a cue lets it be said: *if … not*, *unless*."""
    for word in range(at - 1, max(-1, at - 1 - _BEFORE), -1):
        if clause_end(text[tokens[word].end : tokens[word + 1].start]):
            return
        for _, key in rules.preceded.all_at(held, word):
            yield key


def _followers(
    tokens: Sequence[Token], held: Sequence[frozenset[str]], end: int, text: str, rules: Negation
) -> dict[int, list[tuple[int, str]]]:
    """The words of a sentence after a cue up to `end` by which words of some lexical classes say the same:
    the word after each phrase of them, and the class.
    """
    found: dict[int, list[tuple[int, str]]] = {}
    for at in range(end, min(len(tokens), end + _FOLLOWED)):
        if any(mark in text[tokens[at - 1].end : tokens[at].start] for mark in _STOPS):
            break
        keys = rules.followed.all_at(held, at)
        if at < end + _CLOSELY:
            keys += rules.followed_closely.all_at(held, at)
        keys = [key for key in keys if not _conditional(key[0], held, tokens, rules)]
        if keys:
            found[at] = keys
    return found


def _clausal(
    tokens: Sequence[Token],
    held: Sequence[frozenset[str]],
    at: int,
    head: bool,
    language: str,
    rules: Negation,
) -> bool:
    """Whether the cue at a word denies a verb."""
    key = tokens[at].key
    if rules.whole.at(held, at) or (rules.endings and key.endswith(rules.endings)):
        return True
    if any(not rules.auxiliaries.isdisjoint(forms) for forms in held[max(0, at - _AUXILIARY) : at]):
        return True
    if head and any(token.key in rules.auxiliaries for token in tokens[at + 1 : at + 1 + _SUBJECT]):
        return True  # no decision was taken
    verb = at + 1
    while verb < len(tokens) and tokens[verb].key in rules.clitics:
        verb += 1
    return verb < len(tokens) and _verb(tokens[verb].key, held[verb], language, rules)


def _kernel(phrase: Sequence[Token], rules: Negation) -> str:
    """The word right after the cue at the head of a short phrase; empty where there is none."""
    if 1 < len(phrase) <= _SHORT and rules.is_cue(phrase[0].key) and phrase[1].key.isalpha():
        return phrase[1].key
    return ""


def _kernels(held: Sequence[frozenset[str]], at: int, end: int, rules: Negation) -> frozenset[str]:
    """The classes of what a phrase denies."""
    return frozenset(
        key for word in range(at, end) for after, key in rules.kernels.all_at(held, word) if after <= end
    )


def _verb(key: str, held: frozenset[str], language: str, rules: Negation) -> bool:
    """Whether a word is a form of a verb other than a participle."""
    if not any(rules.infinitive.search(form) for form in held):
        return False
    return not rules.participle.search(key) or known(f"{key}re", language)  # evita, evitare


def _after_verb(
    tokens: Sequence[Token], held: Sequence[frozenset[str]], at: int, text: str, rules: Negation
) -> bool:
    """Whether a verb of the same clause stands before a word; a participle may be a noun: *contenuto*."""
    for before in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        gap = text[tokens[before].end : tokens[before + 1].start]
        if clause_end(gap) or tokens[before].key in rules.heads or any(mark in gap for mark in _STOPS):
            return False
        if _verb(tokens[before].key, held[before], rules.language, rules):
            return True
    return False


def _denied_in(word: frozenset[str], next_key: str, meaning: str, rules: Negation) -> str:
    """What a word that denies a part of itself, or one joined to it by a hyphen, denies."""
    if meaning not in ("affix", UNDONE):
        return ""
    return _remainder(word, rules) or next_key


@lru_cache(maxsize=8192)
def _remainder(word: frozenset[str], rules: Negation) -> str:
    """What an affix denies in a word (*happy* in *unhappy*); empty where the rest is no word, where the whole
    has another origin (*important*), and where it is a form of a verb or made from one: *indicazione*.
    """
    found = [rules.affixed.fullmatch(form) for form in sorted(word) if len(form) >= _AFFIXED]
    if not any(found):
        return ""  # as of most: before any word is searched for
    if any(rules.infinitive.search(form) and known(form, rules.language) for form in word):
        return ""
    for form in word:
        made = (pattern.fullmatch(form) for pattern, _ in rules.verbal)
        if rules.alike.fullmatch(form) or any(
            match and known(match["stem"] + ending, rules.language)
            for match, (_, ending) in zip(made, rules.verbal, strict=True)
        ):
            return ""
    for match in filter(None, found):
        for rest in match.groups():
            if rest and _is_word(rest, rules):
                return str(rest)
    return ""


def _is_word(rest: str, rules: Negation) -> bool:
    """Whether the language has a word, or the verb of which it says what can be done: *trovabile*."""
    if known(rest, rules.language):
        return True
    made = (pattern.fullmatch(rest) for pattern, _ in rules.able)
    return any(
        match is not None and known(match["stem"] + ending, rules.language)
        for match, (_, ending) in zip(made, rules.able, strict=True)
    )
