"""Who did what to whom: what both sides say of the same two, the other way round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from tui.alignment import AlignedPair
from tui.articles import Side, Span
from tui.comparison.polarity import (
    Stretch,
    asked_stretches,
    from_the_end,
    is_denied,
    meant_ties_of,
    stretches,
)
from tui.comparison.roles.bonds import SORTS, Bond, bonds
from tui.comparison.roles.crossed import CONVERTED, CROSSED, parts_crossed, relative_turned
from tui.comparison.roles.exchange import ALL, Exchange, exchanges
from tui.comparison.roles.frames import Frame
from tui.comparison.roles.goals import Reversed, goals
from tui.comparison.roles.joints import JOINT, TurnedEvents, turned_events
from tui.comparison.roles.links import WordLinks
from tui.comparison.roles.pairs import Turned, comparisons, counts, ends
from tui.comparison.roles.persons import PERSON, TurnedPersons, acts, turned_persons
from tui.comparison.roles.pronouns import Named, named
from tui.comparison.roles.reading import Phrase, Reading
from tui.comparison.roles.voices import TurnedVoice, turned_voices
from tui.comparison.rule import AS_READ, SOURCE, TARGET, Candidate, Family, Rule
from tui.languages import Resource

if TYPE_CHECKING:
    from tui.alignment import Encoder

_ROLES: frozenset[Resource] = frozenset({"roles"})
SWAP = Rule(
    "roles-exchanged", "role", "facts", "critical", needs=_ROLES,
    yields_to=frozenset({"opposite-words"}), yields_to_touch=True,
)  # fmt: skip
ENDS = Rule("ends-exchanged", "role", "facts", "critical", needs=_ROLES)
COMPARED = Rule("comparison-turned", "role", "facts", "critical", needs=_ROLES)
COUNTS = Rule("counts-exchanged", "role", "facts", "critical", needs=_ROLES)
GOAL = Rule("goal-turned", "role", "facts", "critical", needs=_ROLES)
BOND = Rule(
    "bond-differs", "role", "facts", "critical", needs=_ROLES,
    yields_to=frozenset({"roles-exchanged", "persons-turned", "gender-differs"}), yields_to_touch=True,
)  # fmt: skip
VOICE = Rule(
    "voice-turned", "role", "facts", "critical", needs=_ROLES,
    yields_to=frozenset({"roles-exchanged", "ends-exchanged", "persons-turned", "opposite-words"}),
    yields_to_touch=True,
)  # fmt: skip
NAMED = Rule("pronoun-named", "role", "facts", "major", needs=_ROLES)

_PAIRS: Mapping[Rule, Callable[[Reading, Reading, WordLinks], Iterable[Turned]]] = {
    ENDS: ends, COMPARED: comparisons, COUNTS: counts,
}  # fmt: skip


def propose(pair: AlignedPair) -> Iterable[Candidate]:
    """Clauses in which two have changed places (`roles-exchanged`)."""
    for _, source, target in asked_stretches(pair):
        if source.tokens and target.tokens:
            yield from _in_bead(source, target, pair.encoder)
            yield from (_events(source, target, one) for one in turned_events(source, target))
    yield from map(_pronoun, named(stretches(pair)))


FAMILY = Family(
    "roles",
    (SWAP, *_PAIRS, VOICE, GOAL, NAMED, JOINT, PERSON, BOND, CROSSED, CONVERTED),
    propose,
    beside=True,
)


def _in_bead(source: Stretch, target: Stretch, encoder: Encoder) -> Iterator[Candidate]:
    ours, theirs = Reading.of(source), Reading.of(target)
    if ours is None or theirs is None:
        return
    here, there = (theirs, ours) if theirs.rules.infinitive is not None else (ours, theirs)
    ties = meant_ties_of(source, target)
    linked = acts(ours, theirs, ties)
    for one in turned_persons(ours, theirs, ties, linked):
        yield _persons(ours, theirs, one)
    for found in islice(bonds(ours, theirs, ties, linked), 1):
        yield _bond(ours, theirs, found)
    yield from parts_crossed(ours, theirs, ties)
    yield from islice(relative_turned(here, there, ties), 1)
    links = WordLinks(ties, here.side, there.side, encoder)
    taken = set[int]()
    for exchange in exchanges(here, there, links) if not from_the_end(source, target) else ():
        taken.update([exchange.frames[0].verb] if exchange.shown == ALL else ())
        yield _exchanged(here, there, exchange, links)
    voices = (one for one in turned_voices(here, there, links) if one.here.verb not in taken)
    for voice in islice(voices, 1):
        yield _voice(here, there, voice)
    done: set[Rule] = set()
    for rule, find in _PAIRS.items():
        for turned in islice(find(here, there, links), 1):
            done.add(rule)
            yield _turned(rule, here, there, turned)
    for place in goals(here, there, links) if ENDS not in done else ():
        yield _reversed(here, there, place)


def _voice(here: Reading, there: Reading, found: TurnedVoice) -> Candidate:
    """A verb by whose voice another acts.

    Evidence, each 0 to 1: `voice-verb`, how surely the verbs are each other's counterpart; `voice-end`, how
    surely the one is who has changed places; `voice-both`, whether both have; `voice-unsure`, whether one may
    be meant either way; `voice-equal`, whether the voice of both is one.
    """
    spans = {
        reading.side.side: Span(
            reading.side.tokens[one.words[0]].start, reading.side.tokens[one.words[-1]].end
        )
        for reading, one in ((here, found.here), (there, found.there))
    }
    text = {
        reading.side.side: spans[reading.side.side].within(reading.side.text) for reading in (here, there)
    }
    return Candidate(
        rule=VOICE,
        evidence={
            "voice-verb": found.verb,
            "voice-end": found.strength,
            "voice-both": float(bool(found.across and found.back)),
            "voice-unsure": float(found.here.unsure or found.there.unsure),
            "voice-equal": float(found.here.passive == found.there.passive),
        },
        source=(spans["source"],), target=(spans["target"],),
        source_value=text["source"], target_value=text["target"],
        message=_other_way(text),
    )  # fmt: skip


def _persons(ours: Reading, theirs: Reading, found: TurnedPersons) -> Candidate:
    """A verb around which stand others than on the other side.

    Evidence, each 0 to 1: `person-link`, how surely the verbs are each other's counterpart;
    `person-exchanged`, whether the two persons have changed places; `person-gender`, whether it is she on one
    side and he on the other; `person-alone`, whether nobody else acts by a pronoun; `person-elsewhere`,
    whether a side speaks of the one who acts on the other anywhere; `person-another`, whether somebody
    acts of whom the other side says nothing at all; `person-quoted`, whether the verb stands
    in a quotation, where somebody speaks.
    """
    spans, text = [], []
    for reading, act in ((ours, found.here), (theirs, found.there)):
        side = reading.side
        spans.append(Span(side.tokens[act.first].start, side.tokens[act.last].end))
        text.append(spans[-1].within(side.text))
    said = "Another person" if found.gender else "Another person acts"
    said = "The other way round" if found.exchanged else said
    return Candidate(
        rule=PERSON,
        evidence={
            "person-link": found.link,
            "person-exchanged": float(found.exchanged),
            "person-gender": float(found.gender),
            "person-alone": float(found.alone),
            "person-elsewhere": float(found.elsewhere),
            "person-another": float(not (found.exchanged or found.gender or found.elsewhere)),
            "person-quoted": float(found.here.verb in ours.side.quoted),
        },
        source=(spans[0],), target=(spans[1],), source_value=text[0].lower(), target_value=text[1].lower(),
        message=f"{said}: “{text[0]}” in the {SOURCE}, “{text[1]}” in the {TARGET}.",
    )  # fmt: skip


def _bond(ours: Reading, theirs: Reading, found: Bond) -> Candidate:
    """Words that stand for another than those on the other side do.

    Evidence, each 0 to 1: `bond-link`, how surely the verbs, or what is owned, are each other's counterpart;
    `bond-alone`, whether nobody else is acted on instead; `bond-elsewhere`, whether a side speaks of the one
    who is meant by another word; `bond-either`, whether what stands for many may stand for one;
    `bond-kept`, whether the nouns before are of one, or of many, on both sides; `bond-quoted`, whether both
    are words of somebody who is quoted, or neither is; `bond-self`, `bond-number`, `bond-acted`,
    `bond-owner` and `bond-stressed`, what says so.
    """
    spans = [
        Span(reading.side.tokens[first].start, reading.side.tokens[last].end)
        for reading, (first, last) in ((ours, found.here), (theirs, found.there))
    ]
    said = [span.within(reading.side.text) for span, reading in zip(spans, (ours, theirs), strict=True)]
    return Candidate(
        rule=BOND,
        evidence={
            "bond-link": found.link,
            "bond-alone": float(not found.link),
            "bond-elsewhere": float(found.elsewhere),
            "bond-either": float(found.either),
            "bond-kept": float(found.kept),
            "bond-quoted": float(found.quoted and found.sort == "acted" and not found.elsewhere),
            **{f"bond-{sort}": float(sort == found.sort) for sort in SORTS},
        },
        source=(spans[0],), target=(spans[1],), source_value=said[0].lower(), target_value=said[1].lower(),
        message=f"Another is meant: “{said[0]}” in the {SOURCE}, “{said[1]}” in the {TARGET}.",
    )  # fmt: skip


def _events(source: Stretch, target: Stretch, found: TurnedEvents) -> Candidate:
    """Two clauses of which another comes first on the other side.

    Evidence, each 0 to 1: `joint-least`, how surely the less sure of both clauses has its counterpart;
    `joint-linked`, how many words of theirs are linked; `joint-crossed`, whether they have changed places;
    `joint-about`, whether what the clauses speak of has not.
    """
    spans = found.here.span(source), found.there.span(target)
    text = spans[0].within(source.text), spans[1].within(target.text)
    return Candidate(
        rule=JOINT,
        evidence={
            "joint-least": found.least, "joint-linked": found.linked, "joint-crossed": float(found.crossed),
            "joint-about": float(found.about),
        },
        source=(spans[0],), target=(spans[1],), source_value=text[0], target_value=text[1],
        message=f"What comes first or is the reason on one side comes last or is the result on the other: "
        f"“{text[0]}” in the {SOURCE}, “{text[1]}” in the {TARGET}.",
    )  # fmt: skip


def _pronoun(found: Named) -> Candidate:
    """A pronoun that the other side has another name for than what it takes up.

    Evidence, each 0 to 1: `named-sure`, how surely the name is another word of the sentence before;
    `named-alone`, whether one thing only stands at the head of that.
    """
    (side, at), (other, phrase) = found.pronoun, found.name
    word = side.tokens[at].span
    name = Span(other.tokens[phrase.first].start, other.tokens[phrase.last].end)
    spans = {side.side: word, other.side: name}
    text = {side.side: word.within(side.text), other.side: name.within(other.text)}
    return Candidate(
        rule=NAMED,
        evidence={"named-sure": found.sure, "named-alone": float(found.alone)},
        source=(spans["source"],), target=(spans["target"],),
        source_value=text["source"], target_value=text["target"],
        message=f"“{text[side.side]}” in the {AS_READ[side.side]} goes on about the subject of the sentence "
        f"before; "
        f"the {AS_READ[other.side]} goes on about “{text[other.side]}”, which is another.",
    )  # fmt: skip


def _reversed(here: Reading, there: Reading, found: Reversed) -> Candidate:
    """A place to which something moves on one side only. Evidence: `goal-motion`, how surely what moves is
    the same.
    """
    spans = {
        reading.side.side: Span(reading.side.tokens[led.first].start, reading.side.tokens[led.last].end)
        for reading, led in ((here, found.here), (there, found.there))
    }
    text = {
        reading.side.side: spans[reading.side.side].within(reading.side.text) for reading in (here, there)
    }
    return Candidate(
        rule=GOAL, evidence={"goal-motion": found.motion},
        source=(spans["source"],), target=(spans["target"],),
        source_value=text["source"], target_value=text["target"],
        message=f"Where it begins on one side is where it leads on the other: “{text['source']}” in the "
        f"{SOURCE}, “{text['target']}” in the {TARGET}.",
    )  # fmt: skip


def _turned(rule: Rule, here: Reading, there: Reading, turned: Turned) -> Candidate:
    """Two things that stand in another order on the other side."""
    spans = {
        reading.side.side: Span(
            reading.side.tokens[min(two.words)].start, reading.side.tokens[max(two.words)].end
        )
        for reading, two in ((here, turned.here), (there, turned.there))
    }
    text = {
        reading.side.side: spans[reading.side.side].within(reading.side.text) for reading in (here, there)
    }
    times = Counter(here.keys), Counter(there.keys)
    links = turned.across + turned.back
    repeated = any(times[0][here.keys[one.here]] > 1 or times[1][there.keys[one.there]] > 1 for one in links)
    return Candidate(
        rule=rule,
        evidence={
            "pair-least": min(max(one.strength for one in found) for found in (turned.across, turned.back)),
            "pair-crossing": 2 * len(links) / len(turned.here.words + turned.there.words),
            "pair-repeated": float(repeated),
        },
        source=(spans["source"],), target=(spans["target"],),
        source_value=text["source"], target_value=text["target"],
        message=_other_way(text),
    )  # fmt: skip


def _exchanged(here: Reading, there: Reading, exchange: Exchange, links: WordLinks) -> Candidate:
    told: dict[Side, tuple[Reading, tuple[Phrase, ...], int]] = {
        reading.side.side: (reading, _present(ends), frame.verb)
        for reading, ends, frame in zip(
            (here, there), zip(exchange.agents, exchange.others, strict=True), exchange.frames, strict=True
        )
    }
    spans = {side: _span(*found) for side, found in told.items()}
    text = {side: spans[side].within(found[0].side.text) for side, found in told.items()}
    return Candidate(
        rule=SWAP, evidence=_evidence(here, there, exchange, links),
        source=(spans["source"],), target=(spans["target"],),
        source_value=text["source"], target_value=text["target"],
        message=_message(told["source"][0], told["source"][1], text),
    )  # fmt: skip


def _present(ends: tuple[Phrase | None, Phrase | None]) -> tuple[Phrase, ...]:
    """Those that are there, in the order of the text."""
    return tuple(sorted((one for one in ends if one is not None), key=lambda one: one.first))


def _span(reading: Reading, phrases: tuple[Phrase, ...], verb: int) -> Span:
    tokens = reading.side.tokens
    first = min(phrase.first for phrase in phrases)
    last = max(phrase.last for phrase in phrases)
    return Span(tokens[min(first, verb)].start, tokens[max(last, verb)].end)


def _other_way(text: Mapping[Side, str]) -> str:
    return f"The other way round: “{text['source']}” in the {SOURCE}, “{text['target']}” in the {TARGET}."


def _message(source: Reading, phrases: tuple[Phrase, ...], text: dict[Side, str]) -> str:
    """What the source says, and the same turned round for the target; or both as they are written."""
    if len(phrases) < 2 or not all(phrase.words for phrase in phrases):
        return _other_way(text)
    first, second = phrases
    whole, tokens = source.side.text, source.side.tokens
    begins = second.first + bool(second.role)
    between = whole[tokens[first.last].end : tokens[begins].start]
    one, other = _said(source, first), _said(source, second)
    return f"In the {SOURCE} {one}{between}{other}; in the {TARGET} {other}{between}{one}."


def _said(reading: Reading, phrase: Phrase) -> str:
    """A phrase without its preposition, as it is written inside a sentence."""
    tokens = reading.side.tokens
    first = phrase.first + bool(phrase.role)
    words = reading.side.text[tokens[first].start : tokens[phrase.last].end]
    return words[0].lower() + words[1:] if tokens[first].key in reading.rules.determiners else words


def _bare(reading: Reading, phrase: Phrase) -> bool:
    """Whether a phrase without a preposition has no article and no capital: it may be no noun phrase."""
    first = reading.side.tokens[phrase.first]
    return not phrase.role and first.key not in reading.rules.determiners and not first.text[0].isupper()


def _runs_on(frame: Frame, ends: tuple[Phrase, ...]) -> bool:
    """Whether a verb and its phrases follow each other without any other word."""
    words = sorted({frame.verb, *(word for phrase in ends for word in phrase.all)})
    first = min(frame.verb, *(phrase.first for phrase in ends))
    return words == list(range(first, words[-1] + 1))


def _evidence(here: Reading, there: Reading, exchange: Exchange, links: WordLinks) -> dict[str, float]:
    """What speaks for a real exchange, each 0 to 1.

    `verb`: how surely the verbs are linked; `three`: whether they and both exchanged phrases are; `least`,
    `most`: how surely the less and the more sure of the two are; `half`: whether both sides name both and one
    is not linked at all; `mirror`: whether each side is one run of words, as an English noun with what stands
    before it and its Italian mirror are (*mixed linear models*); `crossing`, `linked`: how many words of the
    four phrases are linked across, and at all; `straight`: whether what belongs to them is linked as if
    nothing had changed; `repeated`: whether a word of theirs stands twice on its side; `voice`: whether one
    side is in the passive; `dropped`: whether a passive leaves out its subject; `bare`: whether one may be no
    noun phrase; `preposition`: whether one of the two stands after a preposition, unless only the verb of one
    side takes one and is the other's counterpart: *who owns it*, *a chi appartiene*; `denied`: whether the
    verb of one side alone is denied: *slept through the storm*, *non fu svegliato dalla tempesta*.
    """
    ends = [_present(pair) for pair in zip(exchange.agents, exchange.others, strict=True)]
    words = [[word for phrase in held for word in phrase.words] for held in ends]
    crossing = exchange.across + exchange.back
    linked = {link.here for link in crossing} | {
        word for word in words[0] if links.counterpart(word) is not None
    }
    returned = {link.there for link in crossing} | {
        word for word in words[1] if links.returned(word) is not None
    }
    times = Counter(here.keys), Counter(there.keys)
    repeated = any(
        times[0][here.keys[link.here]] > 1 or times[1][there.keys[link.there]] > 1 for link in crossing
    )
    best = [max((link.strength for link in found), default=0.0) for found in (exchange.across, exchange.back)]
    count = len(words[0]) + len(words[1])
    frames = exchange.frames
    return {
        "role-verb": exchange.verb,
        "role-three": float(exchange.shown == ALL),
        "role-least": min(best),
        "role-most": max(best),
        "role-half": float(not exchange.dropped and not min(best)),
        "role-mirror": float(all(map(_runs_on, frames, ends))),
        "role-crossing": 2 * len(crossing) / count,
        "role-linked": (len(linked) + len(returned)) / count,
        "role-straight": float(exchange.straight),
        "role-repeated": float(repeated),
        "role-voice": float(frames[0].passive != frames[1].passive),
        "role-dropped": float(exchange.dropped),
        "role-denied": float(is_denied(here.side, frames[0].verb) != is_denied(there.side, frames[1].verb)),
        "role-bare": float(any(_bare(here, phrase) for phrase in ends[0])),
        "role-preposition": float(
            not (exchange.governed and exchange.verb)
            and any(phrase.role for phrase in exchange.others if phrase)
        ),
    }
