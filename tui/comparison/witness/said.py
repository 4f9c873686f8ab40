"""What the target says, translated back: an article beside the source, in the source's language."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tui.alignment import AlignedPair, Alignment, Bead
from tui.articles import Article, Paragraph, Sentence

_ODD, _TIMES = 30, 3
"""A translation that is more than so many characters and so many times longer or shorter is a slip."""


class Said(Struct, frozen=True):
    """A source and its target translated back, aligned as the source and the target are."""

    pair: AlignedPair
    """Source and back-translation. A bead whose target is not wholly translated stands as two, each with one
    side: nothing is compared there."""
    beads: Mapping[int, int]
    """The beads of `pair` that are compared, each with the bead of the two articles that it is."""


def said(pair: AlignedPair, back_translations: Mapping[int, str]) -> Said:
    """The pair to compare; `back_translations`: by the index of the target sentence.

    What an engine left as it stands, cut short or repeated without end is as good as none.
    """
    texts = [back_translations.get(index, "") for index in range(len(pair.target.sentences))]
    beads: list[Bead] = []
    compared: dict[int, int] = {}
    for number, bead in enumerate(pair.alignment.beads):
        if not bead.source or not bead.target:
            beads.append(bead)
        elif all(_is_said(texts[index], pair.target.sentence_text(index)) for index in bead.target):
            compared[len(beads)] = number
            beads.append(bead)
        else:
            beads += [Bead(bead.source, (), 0.0), Bead((), bead.target, 0.0)]
    back = article_of(texts, pair.source.language)
    return Said(AlignedPair(pair.source, back, Alignment(tuple(beads)), pair.encoder), compared)


def parts(what: Said, starts: Sequence[int]) -> Iterator[Said]:
    """What is heard at a time: the beads of one section of the two articles, as far as they are compared.

    `starts`: the first bead of each section of the two articles.
    """
    held: dict[int, dict[int, int]] = defaultdict(dict)
    for number, bead in what.beads.items():
        held[bisect_right(starts, bead)][number] = bead
    for beads in held.values():
        yield replace(what, beads=beads)


def _is_said(translation: str, sentence: str) -> bool:
    """Whether a sentence has a translation to go by: not an empty one, nor itself as it stands, nor one that
    was cut short or runs on.
    """
    if not translation.strip() or translation.split() == sentence.split():
        return False
    shorter, longer = sorted((len(translation), len(sentence)))
    return longer - shorter <= _ODD or longer <= _TIMES * shorter


def article_of(sentences: Sequence[str], language: str) -> Article:
    """An article of these sentences, one a line; unlike what is read from a file, some may be empty."""
    made: list[Sentence] = []
    start = 0
    for sentence in sentences:
        made.append(Sentence(start, start + len(sentence), 0))
        start += len(sentence) + 1
    text = "\n".join(sentences)
    return Article("-", language, text, (Paragraph(0, len(text), range(len(made))),), tuple(made))
