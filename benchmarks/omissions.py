"""How often a phrase deleted from one side is noticed, and how many marks clean sentences get.

    python -m benchmarks.omissions --data FOLDER [--show]

In every third sentence pair of ntrex and newstest2009 a run of words with one to three content words is
deleted from one side, at random. It is found when something in its counterpart is said to have none. `--show`
prints the marks of the sentences that were left alone: what the translators really left out or added is among
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from benchmarks.evaluation_sets import Document, documents, parser
from benchmarks.planting import pair_of
from tui.alignment import AlignedPair, Encoder, standard_encoder
from tui.articles import SIDES, Side
from tui.comparison.compare import findings_of
from tui.comparison.lexical.families import OMISSIONS
from tui.languages import bare, function_words, tokenize

EVERY = 3
LANGUAGES: dict[Side, str] = {"source": "en", "target": "it"}


@dataclass(frozen=True, slots=True)
class Deleted:
    """A sentence pair and what was deleted from it."""

    side: Side
    """The side that lacks it."""
    words: int
    """Content words."""
    text: str
    """The sentence before."""
    start: int
    """Where in it the deleted words stand."""
    end: int


def main() -> None:
    """Prints recall by the number of content words, and marks on clean sentences."""
    arguments = parser(__doc__)
    arguments.add_argument("--show", action="store_true", help="print the marks of clean sentences")
    options = arguments.parse_args()
    encoder = standard_encoder()
    for name in ("ntrex", "newstest2009"):
        found: Counter[int] = Counter()
        planted: Counter[int] = Counter()
        marks: Counter[str] = Counter()
        clean = 0
        for pair, deleted in spoiled(documents(options.data, name), encoder):
            planted.update(deletion.words for deletion in deleted.values())
            clean += len(pair.source.sentences) - len(deleted)
            hit = set()
            for finding in findings_of(OMISSIONS, pair):
                side: Side = "source" if finding.source else "target"
                sentence = pair.article(side).sentence_at(finding.side(side)[0].start)
                if sentence not in deleted:
                    marks[finding.layer] += 1
                    if options.show:
                        print(
                            f"  {finding.message}  {[pair.article(s).sentence_text(sentence) for s in SIDES]}"
                        )
                elif side != deleted[sentence].side:
                    hit.add(sentence)
            found.update(deleted[sentence].words for sentence in hit)
        print(
            f"{name}: of {planted.total()} deletions found {found.total() / planted.total():.2f}; with",
            end=" ",
        )
        print(
            *(f"{words} content words {found[words] / planted[words]:.2f}" for words in sorted(planted)),
            sep=", ",
        )
        for layer, count in marks.items():
            print(f"  layer {layer}: {100 * count / clean:.1f} marks in 100 clean sentence pairs")


def spoiled(texts: Sequence[Document], encoder: Encoder) -> Iterator[tuple[AlignedPair, dict[int, Deleted]]]:
    """Each document with phrases deleted, its sentences aligned one to one."""
    random = Random(1)
    for document in texts:
        rows = [row for row in zip(document.english, document.italian, strict=True) if all(row)]
        deleted: dict[int, Deleted] = {}
        for number in range(0, len(rows), EVERY):
            side = random.choice(SIDES)
            words = random.choice((1, 2, 3))
            place = SIDES.index(side)
            text = rows[number][place]
            phrase = phrase_of(text, LANGUAGES[side], words, random)
            if phrase:
                start, end = phrase
                shorter = " ".join((text[:start] + text[end:]).split())
                rows[number] = (shorter, rows[number][1]) if place == 0 else (rows[number][0], shorter)
                deleted[number] = Deleted(side, words, text, start, end)
        english, italian = zip(*rows, strict=True)
        yield replace(pair_of(Document(document.id, english, italian)), encoder=encoder), deleted


def phrase_of(text: str, language: str, words: int, random: Random) -> tuple[int, int] | None:
    """Where a run of so many content words stands, with what is between; None where little else is."""
    content = [
        token
        for token in tokenize(text)
        if token.text.islower() and bare(token.key) not in function_words(language)
    ]
    if len(content) < words + 4:
        return None
    first = random.randrange(len(content) - words + 1)
    return content[first].start, content[first + words - 1].end


if __name__ == "__main__":
    main()
