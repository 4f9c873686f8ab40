"""Who did what to whom: the subject and the object of an Italian verb exchanged; for control, a passive.

Reads Italian by patterns of its own, so that it plants what the program may not see: at the head of a
sentence or after a comma a noun phrase, a verb that takes an object, and a noun phrase with an article or of
names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from benchmarks.planters import Planted
from tui.languages import Token, known, lemma, tokenize


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MASCULINE, _FEMININE = _words("il lo un uno i gli"), _words("la una un' le")
_MANY = _words("i gli le")
_ARTICLES = _words("il lo la l' un uno una un'") | _MANY
_OF = _words("di del dello della dei degli delle dell'")
"""What an object goes on over: the winner of the race."""
_DEGREE = _words("più meno molto così tanto")
_ENDS = _OF | _words("""
    a da in con su per tra fra e ed o ma che chi cui se quando dove come perché mentre non al allo
    alla ai agli alle all' dal dallo dalla dai dagli dalle dall' nel nello nella nei negli nelle
    nell' sul sullo sulla sui sugli sulle sull' dopo prima durante contro verso senza oltre più meno
    così è sono era ha hanno anche già ieri oggi domani lunedì martedì mercoledì giovedì venerdì
    sabato domenica scorso scorsa prossimo tutti tutto
""")
"""What a noun phrase does not go on over."""
_TIMES = _words("""
    giorno giorni anno anni mese mesi settimana settimane notte notti sera mattina volta volte ora
    ore minuti
""")
_HAVE = {
    "ha": "hanno", "aveva": "avevano", "avrà": "avranno", "avrebbe": "avrebbero", "abbia": "abbiano",
}  # fmt: skip
_BE = {
    "ha": ("è", "sono"), "aveva": ("era", "erano"), "avrà": ("sarà", "saranno"),
    "avrebbe": ("sarebbe", "sarebbero"), "abbia": ("sia", "siano"),
}  # fmt: skip
_SINGULAR = {**{one: one for one in _HAVE}, **{many: one for one, many in _HAVE.items()}}
_PARTICIPLE = re.compile(r".*(?:[aiu]t|[^n]s|st|tt|rt|lt|[^e]nt)o")
_SIMPLE = re.compile(r".{3,}(?:ò|[aei]va|[aei]vano|[aei]rono|sero|[^s]se|sse)")
_NO_OBJECT = _words("""
    essere avere diventare divenire rimanere restare sembrare parere rappresentare costituire
    incontrare sposare piacere mancare andare venire arrivare nascere morire dovere potere volere
    cominciare iniziare durare vivere fare dare prendere svolgere porre
""")
"""Verbs whose two sides are alike or that take no object, and those that say little without their noun."""
_FROM = {
    "il": "dal ",
    "lo": "dallo ",
    "la": "dalla ",
    "l'": "dall’",
    "i": "dai ",
    "gli": "dagli ",
    "le": "dalle ",
}


_LONG = 8
"""Words that a noun phrase has at most."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A subject, a verb of one or two words, and an object, as runs of tokens (end exclusive)."""

    subject: tuple[int, int]
    verb: tuple[int, int]
    object: tuple[int, int]


def exchanged(_: str, target: str, random: Random) -> Planted | None:
    """Subject and object of a verb change places, and the verb its number with them."""
    tokens = tokenize(target)
    found = list(_clauses(target, tokens))
    if not found:
        return None
    clause = random.choice(found)
    verb = _text(target, tokens, clause.verb)
    if _many(tokens, clause.subject) != _many(tokens, clause.object):
        first = tokens[clause.verb[0]].key
        if first not in _SINGULAR:
            return None
        one = _SINGULAR[first]
        verb = (_HAVE[one] if first == one else one) + verb[len(first) :]
    text = f"{_head(target, tokens, clause)} {verb} {_tail(target, tokens, clause.subject)}"
    return _put(target, tokens, clause, text)


def passive(_: str, target: str, random: Random) -> Planted | None:
    """The same clause in the passive: no error."""
    tokens = tokenize(target)
    found = [
        clause
        for clause in _clauses(target, tokens)
        if tokens[clause.verb[0]].key in _SINGULAR
        and (tokens[clause.subject[0]].key in _FROM or tokens[clause.subject[0]].text[0].isupper())
    ]
    if not found:
        return None
    clause = random.choice(found)
    one = _SINGULAR[tokens[clause.verb[0]].key]
    many = _many(tokens, clause.object)
    ending = _ending(tokens, clause.object)
    participle = tokens[clause.verb[1] - 1].text[:-1] + ending
    first = tokens[clause.subject[0]]
    subject = target[first.start : tokens[clause.subject[1] - 1].end]
    by = _FROM[first.key] + subject[len(first.text) :].lstrip() if first.key in _FROM else f"da {subject}"
    text = f"{_head(target, tokens, clause)} {_BE[one][many]} stat{ending} {participle} {by}"
    return _put(target, tokens, clause, text)


def _put(target: str, tokens: tuple[Token, ...], clause: _Clause, text: str) -> Planted:
    start, end = tokens[clause.subject[0]].start, tokens[clause.object[1] - 1].end
    return Planted(target[:start] + text + target[end:], start, start + len(text))


def _clauses(text: str, tokens: tuple[Token, ...]) -> Iterator[_Clause]:
    for at in range(1, len(tokens) - 1):
        verb = _verb(tokens, at)
        if verb is None:
            continue
        subject = _subject(text, tokens, at)
        object_ = _object(text, tokens, verb[1])
        if subject and object_ and not _TIMES & {token.key for token in tokens[object_[0] : object_[1]]}:
            yield _Clause(subject, verb, object_)


def _verb(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    key, after = tokens[at].key, tokens[at + 1].key
    if key in _SINGULAR and _PARTICIPLE.fullmatch(after) and lemma(after, "it") not in _NO_OBJECT:
        return at, at + 2
    form = lemma(key, "it")
    simple = _SIMPLE.fullmatch(key) and form.endswith(("are", "ere", "ire")) and form != key
    return (at, at + 1) if simple and form not in _NO_OBJECT else None


def _subject(text: str, tokens: tuple[Token, ...], verb: int) -> tuple[int, int] | None:
    """All words from the head of the sentence or a comma to the verb, if they are one noun phrase."""
    first = verb
    while first > 0 and verb - first < 6 and not text[tokens[first - 1].end : tokens[first].start].strip():
        first -= 1
    opens = first == 0 or text[tokens[first - 1].end : tokens[first].start].strip() in {",", ";", ":"}
    head = tokens[first]
    if first == verb or not opens or not (head.key in _ARTICLES or head.text[0].isupper()):
        return None
    inner = tokens[first + 1 : verb]
    if head.key not in _ARTICLES and (head.key in _ENDS or not all(t.text[0].isupper() for t in inner)):
        return None
    if not inner and (head.key in _ARTICLES or known(head.key, "it")):
        return None
    wrong = _words("che chi cui se non e ed o ma si ci mi ti vi ne lo")
    return (first, verb) if not wrong & {token.key for token in inner} else None


def _object(text: str, tokens: tuple[Token, ...], start: int) -> tuple[int, int] | None:
    """An article and the words after it up to the next preposition or mark; or a run of names."""
    if start >= len(tokens) or text[tokens[start - 1].end : tokens[start].start].strip():
        return None
    head = tokens[start]
    named = head.text[0].isupper()
    if head.key not in _ARTICLES and not named:
        return None
    end = start + 1
    while (
        end < len(tokens)
        and end - start < _LONG
        and not text[tokens[end - 1].end : tokens[end].start].strip()
    ):
        token = tokens[end]
        ends = token.key in _ENDS - _OF or (named and not token.text[0].isupper())
        if ends or (token.key in _ARTICLES and tokens[end - 1].key not in _OF):
            break
        end += 1
    after = text[tokens[end - 1].end : tokens[end - 1].end + 1]
    if after and after in "-%'’":
        return None  # half a compound
    marked = end == len(tokens) or bool(text[tokens[end - 1].end : tokens[end].start].strip())
    closed = marked or (tokens[end].key in _ENDS - _DEGREE and tokens[end - 1].key not in _DEGREE | _OF)
    return (start, end) if closed and (named or end - start > 1) else None


def _many(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> bool:
    return tokens[phrase[0]].key in _MANY


def _ending(tokens: tuple[Token, ...], phrase: tuple[int, int]) -> str:
    first, noun = tokens[phrase[0]].key, tokens[min(phrase[0] + 1, phrase[1] - 1)].key
    feminine = first in _FEMININE or (first not in _MASCULINE and noun.endswith("a"))
    if first in _MANY:
        return "e" if feminine else "i"
    return "a" if feminine else "o"


def _text(text: str, tokens: tuple[Token, ...], run: tuple[int, int]) -> str:
    return text[tokens[run[0]].start : tokens[run[1] - 1].end]


def _head(text: str, tokens: tuple[Token, ...], clause: _Clause) -> str:
    """The object as it is written in the subject's place."""
    said = _text(text, tokens, clause.object)
    return said[0].upper() + said[1:] if tokens[clause.subject[0]].text[0].isupper() else said


def _tail(text: str, tokens: tuple[Token, ...], run: tuple[int, int]) -> str:
    """A subject as it is written behind the verb."""
    said = _text(text, tokens, run)
    return said[0].lower() + said[1:] if tokens[run[0]].key in _ARTICLES else said
