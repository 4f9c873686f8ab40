"""How a language shows who acts and on whom, read from `assets/roles/<language>.toml`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from tui.languages import NEVER, Section


class Grammar(Struct, frozen=True, eq=False):
    """The words that hold a clause together."""

    language: str
    determiners: frozenset[str]
    """What begins a noun phrase."""
    prepositions: Mapping[str, frozenset[str]]
    """What begins a phrase of another role: which, by names that are the same in all languages."""
    articled: frozenset[str]
    """Prepositions that hold an article."""
    one: frozenset[str]
    """What says of a noun phrase that it is of one."""
    many: frozenset[str]
    asking: frozenset[str]
    """What asks for a noun after it."""
    genitive: frozenset[str]
    """What stands between an owner and what is owned."""
    more: frozenset[str]
    """What compares."""
    less: frozenset[str]
    """What compares the other way round."""
    comparative: re.Pattern[str] | None
    """How a word ends that compares by its form; None where none does."""
    plural: re.Pattern[str] | None
    """How verbs of many end; None where verbs do not tell it."""
    infinitive: re.Pattern[str] | None
    """How the dictionary form of a verb ends; None where it does not tell a verb."""
    participle: re.Pattern[str]
    past: re.Pattern[str] | None
    """How a past ends that looks like a participle; None where none does."""
    agreeing: str
    """How the participle ends that such a past would be a form of."""
    gerund: re.Pattern[str]
    """How a form ends that is a verb and opens no clause of its own."""
    adverb: re.Pattern[str]
    modals: frozenset[str]
    """What makes one verb with the infinitive after it."""
    auxiliaries: frozenset[str]
    """What belongs to a verb after it, in the active."""
    be: frozenset[str]
    """What makes a passive of most participles, and a perfect of those of `intransitive` verbs."""
    passive: frozenset[str]
    """What makes a passive of any participle."""
    within: frozenset[str]
    """What may stand between the words of a verb."""
    timing: frozenset[str]
    """What makes of a noun before it a time: *ago*."""
    pronouns: frozenset[str]
    """Those that stand beside a verb and leave the order of the others free."""
    subjects: frozenset[str]
    """Those that stand for a subject named before."""
    even: frozenset[str]
    """Dictionary forms of verbs of which both sides may change places."""
    intransitive: frozenset[str]
    helping: frozenset[str]
    """What belongs to a verb after it, in any voice."""
    breaks: frozenset[str]
    """What parts two clauses."""
    joins: frozenset[str]
    contrasts: frozenset[str]
    """Those of `breaks` that set one clause beside another."""
    whoever: frozenset[str]
    """What begins a clause and is whom it tells of."""
    in_turn: frozenset[str]
    """What says of two lists which of one belongs to which of the other."""
    goal: frozenset[str]
    """What begins the place to which something moves."""
    origin: frozenset[str]
    """What begins the place from which it moves."""
    motion: frozenset[str]
    """What moves or is moved somewhere, as dictionary forms."""
    receiving: frozenset[str]
    """Dictionary forms of verbs whose subject gets something from one who acts."""
    giving: frozenset[str]
    """Those whose subject gives something to another, who may be the subject of the passive of some."""
    causative: frozenset[str]
    """Those that have somebody do what the infinitive after them says."""
    reflexive: frozenset[str]
    """What turns a verb on the one who acts."""
    mutual: frozenset[str]
    """Verbs of which whom and with whom, from whom and so on may change places."""
    relatives: frozenset[str]
    """What begins a clause about the word before it and is its subject."""
    whom: frozenset[str]
    """What begins a clause about the word before it that another acts on."""
    that: frozenset[str]
    """What begins the clause that tells what is said."""


@cache
def grammar(language: str) -> Grammar | None:
    """The grammar of a base language; None where no data describes it."""
    data = Section.of(f"roles/{language}.toml")
    if not data.values:
        return None
    verbs = data.section("verbs")
    begins = data.section("prepositions")
    prepositions: dict[str, set[str]] = defaultdict(set)
    for role in begins.values:
        for word in begins.words(role):
            prepositions[word].add(role)

    def listed(name: str) -> frozenset[str]:
        return verbs.words(name) or data.words(name)

    return Grammar(
        language=language,
        determiners=data.words("determiners"),
        prepositions={word: frozenset(roles) for word, roles in prepositions.items()},
        articled=listed("articled"), one=listed("one"), many=listed("many"), asking=listed("asking"),
        genitive=listed("genitive"), more=listed("more"), less=listed("less"),
        comparative=data.pattern("comparative"),
        plural=verbs.pattern("plural"),
        infinitive=verbs.pattern("infinitive", before=".*"),
        participle=verbs.pattern("participle", before=".*") or NEVER,
        past=verbs.pattern("past"),
        agreeing=verbs.text("agreeing"),
        gerund=verbs.pattern("gerund") or NEVER, adverb=verbs.pattern("adverb") or NEVER,
        modals=listed("modals"), auxiliaries=listed("auxiliaries"), be=listed("be"),
        passive=listed("passive"), within=listed("within"),
        timing=listed("timing"), pronouns=listed("pronouns"),
        subjects=listed("subjects"), even=listed("even"),
        intransitive=listed("intransitive"),
        helping=listed("auxiliaries") | listed("modals") | listed("be") | listed("passive"),
        breaks=listed("breaks"), joins=listed("joins"),
        contrasts=listed("contrasts"), whoever=listed("whoever"), in_turn=listed("in_turn"),
        goal=listed("goal"), origin=listed("origin"), motion=listed("motion"),
        receiving=listed("receiving"), giving=listed("giving"),
        causative=listed("causative"), mutual=listed("mutual"),
        reflexive=data.section("persons").words("reflexive"),
        relatives=listed("relatives"), whom=listed("whom"), that=listed("that"),
    )  # fmt: skip
