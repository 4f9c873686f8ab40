"""Who acts and on whom where pronouns and the forms of verbs say it: *they told us*, *gli abbiamo detto*.

A verb of one side and its counterpart are read for the person of the one who acts (by a pronoun, by the
ending of the verb or its helper, by a noun before it) and of the one acted on (by a pronoun after the verb or
before it). The two may be exchanged, or the one who acts may be another: *I*, *they*; *he*, *lei*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.comparison.polarity import Ties, clause_bounds
from tui.comparison.roles.person_words import Persons, PersonWords, person_words
from tui.comparison.roles.reading import Reading
from tui.comparison.rule import Rule
from tui.languages import bare, function_words, lemma

PERSON = Rule(
    "persons-turned", "role", "facts", "critical", needs=frozenset({"roles"}),
    yields_to=frozenset({"roles-exchanged", "gender-differs"}), yields_to_touch=True,
)  # fmt: skip

_FIRST = frozenset({"1s", "1p"})
_THIRD = frozenset({"3s", "3p", "3m", "3f"})
_ONE = frozenset({"3s", "3m", "3f"})
_NOBODY: Persons = frozenset()
_GROUP = 6
"""Words before a verb that may belong to it."""
_CLAUSE = 10
"""Words to either side of a pronoun that belong to its clause."""
_TELLING, _TOLD = 2, 0.5
"""Words of a clause, and the share of all of it, that are linked where it is known which one it is."""
_NOUN = 4
"""Words before the group of a verb among which a noun is its subject."""


class Act(Struct, frozen=True):
    """A verb with the persons of those around it; empty sets where nothing says them."""

    verb: int
    first: int
    """The first of its words, with the pronoun before it."""
    last: int
    subject: Persons
    pronoun: int | None
    """The word that stands for its subject."""
    noun: tuple[int, ...]
    """The words of content before it that may be its subject."""
    acted: Persons
    """Who is acted on, by a pronoun."""
    after: tuple[int, ...]
    """The words of the noun phrase after it."""
    taken_up: bool = False
    """Whether the pronoun may take up the noun before it."""
    reflexive: bool = False
    """Whether it turns on the one who acts: *si aspettava*, *blamed herself*."""
    passive: bool = False
    told: bool = True
    """Whether it is in the active, and something says who acts."""


class TurnedPersons(Struct, frozen=True):
    """A verb and its counterpart, of which others act or are acted on."""

    here: Act
    there: Act
    exchanged: bool
    """Whether the one who acts and the one acted on are exchanged; else another acts."""
    link: float
    """How surely the verbs are each other's counterpart."""
    elsewhere: bool
    """Whether the one who acts here is spoken of anywhere there, or the verb stands on both sides again."""
    gender: bool
    """Whether she acts, or is acted on, on one side and he on the other."""
    alone: bool = False
    """Whether no other pronoun of either side stands for one who acts."""


def acts(here: Reading, there: Reading, ties: Ties) -> list[tuple[Act, Act]]:
    """The words of a bead that are read as verbs, and so are their counterparts, where a pronoun is beside
    either.
    """
    found = []
    for at in range(len(here.keys)):
        other = ties.counterpart(here.side.side, at)
        ours = _act(here, at) if other is not None else None
        theirs = _act(there, other) if ours is not None and other is not None else None
        if ours is not None and theirs is not None and (_speaks(here, ours) or _speaks(there, theirs)):
            found.append((_with_nouns(here, ours), _with_nouns(there, theirs)))
    return found


def _speaks(reading: Reading, act: Act) -> bool:
    """Whether a pronoun is beside a verb: of others nothing is said."""
    words = person_words(reading.side.language)
    before = act.first - 1
    thing = words is not None and before >= 0 and reading.keys[before] in words.things
    return act.pronoun is not None or bool(act.acted) or act.reflexive or thing


def turned_persons(
    here: Reading, there: Reading, ties: Ties, linked: Iterable[tuple[Act, Act]]
) -> Iterator[TurnedPersons]:
    """The verbs of a bead that have other persons around them than their counterparts, and the clauses in
    which she acts on one side and he on the other. `linked`: what `acts` gives.
    """
    found: set[int | None] = set()
    for ours, theirs in linked:
        if not (ours.told and theirs.told):
            continue
        turned, gender = ours.reflexive or theirs.reflexive, _gender(ours, theirs)
        exchanged = not turned and _exchanged(ours, theirs, here, ties)
        another = not (exchanged or gender or turned) and _another(ours, theirs)
        if exchanged or gender or another:
            elsewhere = another and (_spoken_of(ours.subject, there) or _spoken_of(theirs.subject, here))
            elsewhere = elsewhere or (exchanged and _again(here, ours.verb) and _again(there, theirs.verb))
            link = ties.strength(here.side.side, ours.verb)
            yield TurnedPersons(ours, theirs, exchanged, link, elsewhere, gender)
            found.add(ours.pronoun)
            found.add(theirs.pronoun)
    for one in _placed(here, there, ties):
        if found.isdisjoint({one.here.pronoun, one.there.pronoun}):
            yield one


def _again(reading: Reading, verb: int) -> bool:
    """Whether a side says a verb more than once, so that another may be its counterpart: *I asked her and she
    asked me*.
    """
    forms = reading.side.forms
    return any(at != verb and not forms[at].isdisjoint(forms[verb]) for at in range(len(forms)))


def _placed(here: Reading, there: Reading, ties: Ties) -> Iterator[TurnedPersons]:
    """The clauses in which she acts on one side and he on the other, by what else is linked in them; where no
    other clause may be meant.
    """
    ours, theirs = _acting(here), _acting(there)
    alone = len({*ours.values()}) == len({*theirs.values()}) == 1
    for at, gender in ours.items() if theirs else ():
        if gender in theirs.values():
            continue
        first, last = clause_bounds(here.side, at, most=_CLAUSE)
        words = ties.content(here.side.side, first, last)
        linked = [place for word in words if (place := ties.counterpart(here.side.side, word)) is not None]
        if len(linked) < _TELLING or ties.share(here.side.side, words) < _TOLD:
            continue
        bounds = [(other, clause_bounds(there.side, other, most=_CLAUSE)) for other in theirs]
        held = {
            other: sum(low <= place <= high for place in linked) / len(linked)
            for other, (low, high) in bounds
        }
        best = max(held.values())
        found = [other for other, share in held.items() if share == best]
        if best >= _TOLD:
            other = min(found, key=lambda one: abs(one - linked[0]))
            yield TurnedPersons(
                _pronoun_act(at, gender), _pronoun_act(other, theirs[other]),
                exchanged=False, link=0.0, elsewhere=False, gender=True, alone=alone,
            )  # fmt: skip


def _pronoun_act(word: int, person: str) -> Act:
    """What is known of a verb that is not known itself."""
    return Act(word, word, word, frozenset({person}), word, (), frozenset(), ())


def _acting(reading: Reading) -> dict[int, str]:
    """The pronouns that stand for her or him who acts."""
    words = person_words(reading.side.language)
    if words is None:
        return {}
    found = {}
    for at, key in enumerate(reading.keys):
        said = words.subjects.get(key, frozenset())
        before = reading.keys[at - 1] if at and reading.joined(at - 1) else ""
        if said & {"3m", "3f"} and before not in reading.rules.prepositions:
            found[at] = next(iter(said))
    return found


def _with_nouns(reading: Reading, act: Act) -> Act:
    """A verb with the nouns around it, where no pronoun stands for them."""
    noun = () if act.pronoun is not None else _noun_before(reading, act.first)
    after = () if act.acted else _noun_after(reading, act.verb)
    told = act.told and bool(act.pronoun is not None or noun or act.subject)
    return replace(act, noun=noun, after=after, told=told)


def _act(reading: Reading, verb: int) -> Act | None:
    """A word read as a verb, without the nouns around it; None where it is none."""
    words, rules, keys = person_words(reading.side.language), reading.rules, reading.keys
    held = reading.side.forms[verb]
    if words is None or held & words.turning or reading.within(verb):
        return None
    subject = acted = _NOBODY
    pronoun, first, finite, reflexive, taken_up, passive = None, verb, False, False, False, False
    done = rules.participle.fullmatch(keys[verb]) is not None
    while first > 0 and verb - first < _GROUP and reading.joined(first - 1):
        key = keys[first - 1]
        if done and (key in rules.passive or (key in rules.be and not held & rules.intransitive)):
            passive = True
        if reading.named(first - 1) and not reading.opens(first - 1):
            break
        if reading.helps(first - 1):
            subject, finite = words.helpers.get(key, frozenset()), True
        elif key in words.clitics and a_verb_follows(reading, first - 1):
            acted = acted | words.clitics[key]
            agrees = done and keys[verb][-1] == key[-1]  # *le ho perdute*, not *le ho detto*
            taken_up = taken_up or agrees or key not in words.to_whom
        elif key in words.reflexive:
            reflexive = True
        elif not reading.within(first - 1):
            break
        first -= 1
    told = not passive
    if not finite:
        subject = _by_ending(reading, verb, words)
        told = told and bool(subject or not words.endings)
    if first > 0 and reading.joined(first - 1) and keys[first - 1] in words.subjects:
        pronoun = first = first - 1
        before = keys[first - 1] if first > 0 and reading.joined(first - 1) else ""
        if before in rules.prepositions:
            return None
        subject = words.subjects[keys[first]]
    last = verb
    for at in range(verb + 1, min(verb + 3, len(keys))):
        if not reading.joined(at - 1):
            break
        if keys[at] in words.selves:
            reflexive, last = True, at
            break
        if keys[at] in words.objects and stands_alone(reading, at):
            acted, last = acted | words.objects[keys[at]], at
            break
        if keys[at] not in words.towards:
            break
    return Act(verb, first, last, subject, pronoun, (), acted, (), taken_up, reflexive, passive, told)


def a_verb_follows(reading: Reading, at: int) -> bool:
    """Whether a verb follows a word that may be a pronoun: else it is an article."""
    if at + 1 >= len(reading.keys) or reading.named(at + 1):
        return False
    return reading.helps(at + 1) or reading.form(at + 1) == "finite"


def _by_ending(reading: Reading, verb: int, words: PersonWords) -> Persons:
    """The person that a finite form tells."""
    if reading.form(verb) != "finite":
        return frozenset()
    key = reading.keys[verb]
    before = reading.keys[verb - 1] if verb and reading.joined(verb - 1) else ""
    is_clitic = before in words.clitics and lemma(key, reading.side.language) != key  # *lo lodarono*
    if before in reading.rules.prepositions or (before in reading.rules.determiners and not is_clitic):
        return frozenset()
    return next((persons for ending, persons in words.endings if ending.fullmatch(key)), frozenset())


def _noun_before(reading: Reading, first: int) -> tuple[int, ...]:
    """The words of the noun phrase right before a verb."""
    start = first
    while start > 0 and first - start < _NOUN and reading.joined(start - 1) and not reading.stops(start - 1):
        start -= 1
    phrases = [one for one in reading.phrases(start, first) if not one.role]
    return phrases[-1].words if phrases and start < first else ()


def _noun_after(reading: Reading, verb: int) -> tuple[int, ...]:
    """The words of the noun phrase right after a verb."""
    end = verb + 1
    while (
        end < len(reading.keys) and end - verb <= _NOUN and reading.joined(end - 1) and not reading.stops(end)
    ):
        end += 1
    phrases = reading.phrases(verb + 1, end)
    return phrases[0].words if phrases and phrases[0].first == verb + 1 else ()


def stands_alone(reading: Reading, at: int) -> bool:
    """Whether a pronoun has no noun after it: *told her*, not *told her brother*."""
    if at + 1 >= len(reading.keys) or not reading.joined(at):
        return True
    key = reading.keys[at + 1]
    return bool(function_words(reading.side.language).get(bare(key))) or reading.within(at + 1)


def _meet(one: Persons, other: Persons) -> bool:
    """Whether two may be one person."""
    if not one or not other:
        return False
    return bool(one & other) or ("3s" in one and bool(other & _ONE)) or ("3s" in other and bool(one & _ONE))


def _actor(act: Act) -> Persons:
    """Who acts: of a noun, anybody who is neither speaking nor spoken to."""
    return act.subject or (frozenset({"3s", "3p"}) if act.noun else frozenset())


def _exchanged(ours: Act, theirs: Act, here: Reading, ties: Ties) -> bool:
    """Whether the one who acts on one side is acted on on the other, and the other way round."""
    actors = _actor(ours), _actor(theirs)
    if ours.acted and theirs.acted:
        told = _FIRST & (actors[0] | actors[1] | ours.acted | theirs.acted)
        return (
            bool(told)
            and not _meet(*actors)
            and _meet(actors[0], theirs.acted)
            and _meet(actors[1], ours.acted)
        )
    return _acted_on(ours, theirs, here, ties) or _acted_on(theirs, ours, here, ties, back=True)


def _acted_on(one: Act, other: Act, here: Reading, ties: Ties, *, back: bool = False) -> bool:
    """Whether a noun of one side stands on the other side of the verb on the other, and a pronoun takes its
    place: *she asked the team*, *la squadra le ha chiesto*; *the firm sued him*, *ha querelato l'azienda*.
    `back`: whether the first is of the side that is not `here`.
    """
    side = here.side.side

    def linked(words: Sequence[int]) -> set[int | None]:
        if back:
            return {at for at in range(len(here.keys)) if ties.counterpart(side, at) in words}
        return {ties.counterpart(side, word) for word in words}

    if one.pronoun is not None and other.acted and not one.acted and not other.taken_up:
        return _meet(one.subject & _THIRD, other.acted) and not linked(one.after).isdisjoint(other.noun)
    if one.noun and one.acted & _THIRD and not one.taken_up and not other.acted and other.after:
        heads = linked((one.noun[0],)) | linked((one.noun[-1],))
        return not heads.isdisjoint(other.after) and linked(one.noun[-1:]).isdisjoint(other.noun)
    return False


def _gender(ours: Act, theirs: Act) -> bool:
    """Whether pronouns say that she acts, or is acted on, on one side and he on the other."""
    acting = ours.pronoun is not None and theirs.pronoun is not None
    return (acting and _sexes(ours.subject, theirs.subject)) or _sexes(ours.acted, theirs.acted)


def _sexes(one: Persons, other: Persons) -> bool:
    """Whether one is of a woman and the other of a man; a pronoun may be of many too: *gli ho detto*."""
    return not one & other and any(
        a in ({"3m"}, {"3f"}) and bool(b & {"3m", "3f"}) for a, b in ((one, other), (other, one))
    )


def _another(ours: Act, theirs: Act) -> bool:
    """Whether the one who speaks acts on one side, and another on the other."""
    actors = _actor(ours), _actor(theirs)
    if _meet(*actors) or (ours.pronoun is None and theirs.pronoun is None):
        return False
    alone = {*actors[0], *actors[1]} == _FIRST and len(actors[0]) == len(actors[1]) == 1  # I, noi
    return alone or any(a <= _FIRST and b <= _THIRD for a, b in (actors, actors[::-1]))


def _spoken_of(persons: Persons, reading: Reading) -> bool:
    """Whether a side speaks of a person in any word."""
    words = person_words(reading.side.language)
    if words is None:
        return False
    tables = words.subjects, words.objects, words.clitics, words.owners, words.helpers
    return any(
        _meet(table.get(key, frozenset()), persons) for key in reading.keys for table in tables
    ) or any(
        ending.fullmatch(key) and reading.form(at) == "finite" and _meet(said, persons)
        for at, key in enumerate(reading.keys)
        for ending, said in words.endings
    )
