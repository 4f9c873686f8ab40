"""A woman on one side, a man on the other: by the words that stand for her or him, and those that agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, get_args

from msgspec import Struct

from tui.articles import Span
from tui.comparison.classes.gender_words import GENDERS, Gender, Words, words_of
from tui.comparison.polarity import Stretch, clause_end
from tui.comparison.rule import SOURCE, TARGET, Candidate, Rule
from tui.languages import function_words, known, lemma

GENDER = Rule(
    "gender-differs", "gender", "facts", "critical", needs=frozenset({"gender"}),
    yields_to=frozenset({"person-differs", "kin-differs", "name-differs"}),
)  # fmt: skip

Sort = Literal["pronoun", "agreeing", "other", "article", "clitic", "object"]
"""How a word says it: it stands for her or him, agrees with her or him, stands for somebody who
may be another, is an article before a noun for both, or is a pronoun that means something else elsewhere.
"""
SORTS: tuple[Sort, ...] = get_args(Sort)

CALLED: Mapping[Gender, str] = {"feminine": "a woman", "masculine": "a man"}
"""What a message calls her and him."""
_AGREES = 3
"""Words after a verb of being among which stands what agrees."""
_SHORT = 4
"""Letters that a word that agrees has at least."""
_MANY = 3
"""So many words that say it, and more, say it surely."""
_NAMED = 5
"""Words between a word that says it and the name of the one of whom it does."""
_QUOTES = str.maketrans(dict.fromkeys('“”„«»"', ""))
"""Marks within a clause: *la «nuova era» è finita*."""
_ADDRESSED = 8
"""Words after a verb that tells somebody something within which a pronoun may mean who is told."""


class Sign(Struct, frozen=True):
    """A word that says whether a woman or a man is spoken of."""

    gender: Gender
    span: Span
    text: str
    sort: Sort


def signs(stretch: Stretch, names: frozenset[str]) -> list[Sign]:
    """What a stretch says of the one it speaks of; `names`: the words with a capital of the other side."""
    words = words_of(stretch.language)
    return list(_signs(stretch, words, names)) if words else []


def _signs(stretch: Stretch, words: Words, names: frozenset[str]) -> Iterator[Sign]:
    for at, token in enumerate(stretch.tokens):
        said = _said(stretch, at, words)
        if said:
            yield Sign(said[0], token.span, token.text, said[1])
        elif _is_copula(stretch, at, words) and _unnamed(stretch, at, words, names):
            yield from _agreeing(stretch, at, words)


def _said(stretch: Stretch, at: int, words: Words) -> tuple[Gender, Sort] | None:
    """What a word says by itself, or by the one after it."""
    token = stretch.tokens[at]
    said = _listed(stretch, at, words) if token.key in words.telling else None
    said = said or _by_form(token.key, stretch.language, words)
    if said or not _begins_sentence(stretch, at):
        return said
    if token.key in words.never_opens or _acts(token.key, stretch.language, words):
        return None
    following = stretch.tokens[at + 1].key if at + 1 < len(stretch.tokens) else ""
    comma = stretch.text[token.end : token.end + 1] == ","
    if comma or (following in words.opens and words.participle.fullmatch(token.key)):
        gender = ending(token.key, stretch.language, words)
        return (gender, "agreeing") if gender else None
    return None


@lru_cache(maxsize=8192)
def _by_form(key: str, language: str, words: Words) -> tuple[Gender, Sort] | None:
    """What a word says by its ending."""
    if words.titled_alone.fullmatch(key):
        gender = ending(key, language, words)
        return (gender, "article") if gender else None
    if attached := words.attached.fullmatch(key):
        return next(gender for gender in GENDERS if attached[gender]), "object"
    return None


def _listed(stretch: Stretch, at: int, words: Words) -> tuple[Gender, Sort] | None:
    """What one of the listed words says, where it stands as it must to say it."""
    token = stretch.tokens[at]
    following = stretch.tokens[at + 1].key if at + 1 < len(stretch.tokens) else ""
    if token.key in words.pronouns and (token.text[0].islower() or _begins_sentence(stretch, at)):
        return words.pronouns[token.key], "pronoun"
    if token.key in words.others:
        return words.others[token.key], "other"
    if (token.key, following) in words.selves:
        return words.selves[token.key, following], "pronoun"
    if token.key in words.roles and words.titled.fullmatch(following):
        gender = ending(following, stretch.language, words)
        return (gender, "agreeing") if gender else None
    if token.key in words.before and following in words.auxiliaries:
        return None if _is_owned(stretch, at + 1, words) else (words.before[token.key], "clitic")
    if token.key in words.clitics and _acts(following, stretch.language, words):
        return words.clitics[token.key], "clitic"
    if token.key in words.articles and (following in words.people or words.aged.fullmatch(following)):
        return words.articles[token.key], "article"
    if token.key in words.elided and following in words.auxiliaries and at + 2 < len(stretch.tokens):
        after = stretch.tokens[at + 2].key
        gender = ending(after, stretch.language, words) if words.participle.fullmatch(after) else None
        return (gender, "object") if gender else None
    if token.key in words.objects and _acts(following, stretch.language, words):
        return words.objects[token.key], "object"
    return None


def _is_owned(stretch: Stretch, at: int, words: Words) -> bool:
    """Whether a helper is no helper: *le aveva in tasca*, not *le aveva detto*."""
    after = (token.key for token in stretch.tokens[at + 1 :] if token.key not in words.between)
    following = next(after, "")
    return stretch.tokens[at].key in words.owning and following in words.prepositions | words.determiners


def _is_copula(stretch: Stretch, at: int, words: Words) -> bool:
    """Whether a word says that somebody is or becomes something, not that something is there or is given to
    somebody: *le è stato assegnato il premio*.
    """
    key = stretch.tokens[at].key
    before = stretch.tokens[at - 1].key if at else ""
    if before in words.before:
        return False
    if key in words.copulas:
        return before not in words.existential
    return before in words.reflexives and key in words.found


def _begins_sentence(stretch: Stretch, at: int) -> bool:
    """Whether a word begins a sentence or what follows a mark that ends one."""
    if at == 0:
        return True
    gap = stretch.between(at)
    return gap != " " and any(mark in gap for mark in '.!?\n«“"—–:;')


def _acts(key: str, language: str, words: Words) -> bool:
    """Whether a word is the verb that a pronoun of an object stands before."""
    form = lemma(key, language)
    return form != key and bool(words.verb.fullmatch(form)) and not words.participle.fullmatch(key)


def _unnamed(stretch: Stretch, at: int, words: Words, names: frozenset[str]) -> bool:
    """Whether the subject of a verb is left out, a pronoun, or a name that both sides have."""
    tokens, verb = stretch.tokens, at
    if tokens[at].key in words.nonfinite and at and tokens[at - 1].key in words.prepositions:
        at -= 1
    while at > 0:
        before = tokens[at - 1]
        gap = stretch.between(at).translate(_QUOTES)
        if gap.strip() and (clause_end(gap) or _begins_sentence(stretch, at)):
            return True
        if before.key in words.heads:
            return True
        if before.key in words.joins:
            return _joined(stretch, at - 1, words, names)
        if before.key in words.says and at > 1:
            saying = tokens[at - 2].key
            return saying in words.heads or bool(words.verb.fullmatch(lemma(saying, stretch.language)))
        governed = at > 1 and tokens[at - 2].key in words.prepositions
        if not governed and before.key in words.pronouns:
            return True
        if before.text[0].isupper() and (before.key in names or not _begins_sentence(stretch, at - 1)):
            while at > 1 and tokens[at - 2].text[0].isupper():
                at -= 1
            if at < 2 or tokens[at - 2].key not in words.prepositions:
                return before.key in names
        elif before.key in words.determiners and not governed:
            clitic = at == verb and (before.key in words.before or before.key in words.objects)
            if not clitic:
                return False
        at -= 1
    return True


def _joined(stretch: Stretch, at: int, words: Words, names: frozenset[str]) -> bool:
    """Whether the verb of the clause before a conjunction, if it is one of being, names no subject either."""
    while at > 0 and not _begins_sentence(stretch, at):
        at -= 1
        if _is_copula(stretch, at, words):
            return _unnamed(stretch, at, words, names)
    return True


def _agreeing(stretch: Stretch, verb: int, words: Words) -> Iterator[Sign]:
    """The words that agree after a verb of being; none where they do with what somebody is given."""
    found: list[Sign] = []
    for at in range(verb + 1, min(len(stretch.tokens), verb + 1 + _AGREES)):
        token = stretch.tokens[at]
        if clause_end(stretch.between(at)):
            break
        if _is_of_gift(stretch, at, words):
            return
        gender = ending(token.key, stretch.language, words)
        after = (word.key for word in stretch.tokens[at + 1 :] if word.key not in words.between)
        following = next(after, "")
        names_another = token.key not in words.becoming and (
            following in words.determiners
            or (words.participle.fullmatch(token.key) is not None and _opens_noun(stretch, at + 1, words))
        )
        if gender and not names_another and following not in words.says:
            found.append(Sign(gender, token.span, token.text, "agreeing"))
        if token.key not in words.between and not words.adverb.fullmatch(token.key):
            break
    yield from found


def _is_of_gift(stretch: Stretch, at: int, words: Words) -> bool:
    """Whether a word is the participle of a verb of giving whose subject is what is given: that stands after
    it, or the one to whom it is given: *è stato dato un libro a lei*, *è stato dato a lei*.
    """
    is_participle = words.participle.fullmatch(stretch.tokens[at].key) is not None
    if not is_participle or words.giving.isdisjoint(stretch.forms[at]):
        return False
    keys = [token.key for token in stretch.tokens[at + 1 : at + 3]]
    return _opens_noun(stretch, at + 1, words) or (
        len(keys) == 2 and keys[0] in words.prepositions and keys[1] in words.pronouns
    )


def _opens_noun(stretch: Stretch, at: int, words: Words) -> bool:
    """Whether a word begins a noun phrase: *è stato trovato un successore*."""
    return at < len(stretch.tokens) and stretch.tokens[at].key in words.determiners


def ending(key: str, language: str, words: Words) -> Gender | None:
    """The gender of a word that has the other one too: *eletta*, *eletto*."""
    if key in words.never or key in words.people or len(key) < _SHORT:
        return None
    if function_words(language).get(key) and not words.participle.fullmatch(key):
        return None
    for endings in words.endings:
        for gender, own, other in zip(GENDERS, endings, endings[::-1], strict=True):
            told = [known(form, language) for form in (key, key[: -len(own)] + other)]
            if key.endswith(own) and told[1] and (told[0] or len(own) > 1):
                return gender
    return None


def genders(source: Stretch, target: Stretch) -> Iterator[Candidate]:
    """One side speaks of a woman, the other of a man, and the source of no one else."""
    words = words_of(source.language), words_of(target.language)
    if not words[0] or not words[1]:
        return
    here = _signs_beside(source, target, words[1])
    if len({sign.gender for sign in here}) != 1:
        return
    there = _signs_beside(target, source, words[0])
    things = any(token.key in words[0].things for token in source.tokens)
    told = tells_another(source, words[0])
    others = [
        sign
        for sign in there
        if sign.gender != here[0].gender
        and not (things and sign.sort == "object")  # she told it, lo disse
        and not (told and sign.sort == "article")
        and not _is_named_after(sign, target, here, source, words[1])
    ]
    if others:
        called = {words[0].nouns.get(lemma(token.key, source.language)) for token in source.tokens}
        yield _candidate(here, others, len(there) - len(others), things, others[0].gender in called)


def _is_named_after(
    sign: Sign, side: Stretch, pronouns: Sequence[Sign], other: Stretch, words: Words
) -> bool:
    """Whether a word says it of one who has a name beside it that the other side has only after its pronouns
    and in the same clause, so that they mean somebody else: *her third since Ford took office*, *la terza da
    quando Ford si è insediato*; not *before she resigned, Ford …*.
    """
    name = _name_beside(sign, side, words)
    places = [at for at, token in enumerate(other.tokens) if token.key == name]
    last = max(at for at, token in enumerate(other.tokens) if token.span in {one.span for one in pronouns})
    return bool(places) and not any(
        at <= last or any(clause_end(other.between(word)) for word in range(last + 1, at + 1))
        for at in places
    )


def _name_beside(sign: Sign, side: Stretch, words: Words) -> str:
    """The name of the one of whom a word says it: before what agrees, after an article."""
    at = next(at for at, token in enumerate(side.tokens) if token.start == sign.span.start)
    near = {"article": range(at + 1, at + 1 + _NAMED), "agreeing": range(at - 1, at - 1 - _NAMED, -1)}
    for place in near.get(sign.sort, ()):
        if not 0 <= place < len(side.tokens) or side.tokens[place].key in words.says:
            break
        if clause_end(side.between(place + 1 if place < at else place)):
            break
        if side.tokens[place].text[0].isupper():
            return side.tokens[place].key
    return ""


def tells_another(side: Stretch, words: Words) -> bool:
    """Whether somebody is told what a pronoun has a part in, which may mean either: *told him that she*."""
    keys = [token.key for token in side.tokens]
    return any(
        key in words.addressing and not words.pronouns.keys().isdisjoint(keys[at + 1 : at + 1 + _ADDRESSED])
        for at, key in enumerate(keys)
    )


def _signs_beside(side: Stretch, other: Stretch, words: Words) -> list[Sign]:
    """What a side says, but for words that may stand for an object of which the other side has none."""
    capitals = frozenset(token.key for token in other.tokens if token.text[0].isupper())
    has_object = any(token.key in words.object_words for token in other.tokens)
    return [sign for sign in signs(side, capitals) if has_object or sign.sort != "object"]


def _candidate(
    here: Sequence[Sign], there: Sequence[Sign], own: int, things: bool, called: bool
) -> Candidate:
    """`sure`, `often`: how many words of the target and the source say it; `subject`: whether the source has
    one for whom it is about; `pronoun`, `agreeing` and so on: whether the target has one of that sort; `own`:
    how many of its words say the same as the source; `thing`: whether no word of the target stands for her or
    him, and one of the source does for a thing; `called`: whether a noun of the source is of the other: *her
    uncle was buried*.
    """
    first, second = here[0], min(there, key=lambda sign: SORTS.index(sign.sort))
    sorts = {sign.sort for sign in there}
    return Candidate(
        rule=GENDER,
        evidence={
            "gender-sure": min(1.0, (len(there) - 1) / _MANY),
            "gender-often": min(1.0, (len(here) - 1) / _MANY),
            "gender-own": min(1.0, own / 2),
            "gender-called": float(called),
            "gender-thing": float(things and "pronoun" not in sorts),
            "gender-subject": float(any(sign.sort == "pronoun" for sign in here)),
            **{f"gender-{sort}": float(sort in sorts) for sort in SORTS},
        },
        source=(first.span,), target=(second.span,),
        source_value=first.gender, target_value=second.gender,
        message=f"The {SOURCE} speaks of {CALLED[first.gender]} ({first.text}), "
        f"the {TARGET} of {CALLED[second.gender]} ({second.text}).",
    )  # fmt: skip
