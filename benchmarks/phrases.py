"""How often a phrase or clause left out of one side is noticed, and what is said of pairs as they are.

    python -m benchmarks.phrases --data FOLDER

Of every third sentence pair one side loses what stands between two marks, or from a function word to the next
or to a mark: one to four words of content, none of them a name. What the families of small omissions say on
the other side of the pair counts as finding it, however loud, or as loud as can be.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from benchmarks.evaluation_sets import Document, parser
from benchmarks.fitting.memory import RememberingEncoder
from benchmarks.fitting.omissions import clean_documents
from benchmarks.omissions import EVERY, LANGUAGES
from benchmarks.planting import pair_of
from tui.alignment import AlignedPair, standard_encoder
from tui.articles import SIDES, Side
from tui.comparison import Finding
from tui.comparison.compare import findings_of, rules
from tui.comparison.lexical.families import CLAUSES_ALONE, OMISSIONS
from tui.comparison.modifiers import FAMILY as MODIFIERS
from tui.comparison.repeats import unrepeated
from tui.comparison.unrendered import FAMILY as UNRENDERED
from tui.languages import bare, function_words, tokenize

SETS = ("ntrex", "debian_docs", "pinocchio", "partut", "newstest2009")
FAMILIES = (MODIFIERS, CLAUSES_ALONE, OMISSIONS, UNRENDERED)
_MOST = 4
"""Words of content that are left out at most, and that stay at least."""
_MARK = re.compile(r"[,;:()—–\"“”«».!?]")


@dataclass(frozen=True, slots=True)
class Cut:
    """What was left out."""

    side: Side
    words: int
    """Of content."""


def main() -> None:
    """Prints the shares by how many words of content were left out, and findings in 100 clean pairs."""
    options = parser(__doc__).parse_args()
    encoder = RememberingEncoder(standard_encoder())
    for name in SETS:
        count: Counter[str] = Counter()
        for pair, cuts in spoiled(list(clean_documents(options.data, name))):
            count += _tally(replace(pair, encoder=encoder), cuts)
        print(f"{name}: {count['clean']} clean pairs, in 100 of them", end=" ")
        print(*(f"{100 * count[one] / count['clean']:.1f} {one}" for one in ("major", "minor")), sep=", ")
        for words in range(1, _MOST + 1):
            planted = max(1, count[f"{words}"])
            shares = (f"{count[f'{words} {how}'] / planted:.2f} {how}" for how in ("found", "loud"))
            print(f"  {words} words, {planted}:", *shares)


def _tally(pair: AlignedPair, cuts: dict[int, Cut]) -> Counter[str]:
    """What is said of a document by what was left out of it."""
    count = Counter(clean=len(pair.source.sentences) - len(cuts))
    loudest: dict[int, Finding] = {}
    said = [one for family in FAMILIES for one in findings_of(family, pair)]
    for finding in sorted(unrepeated(said, rules(), pair), key=lambda one: -one.confidence):
        side: Side = "source" if finding.source else "target"
        row = pair.article(side).sentence_at(finding.side(side)[0].start)
        if row not in cuts:
            count[finding.severity] += 1
        elif side != cuts[row].side:
            loudest.setdefault(row, finding)
    for row, cut in cuts.items():
        count[f"{cut.words}"] += 1
        count[f"{cut.words} found"] += row in loudest
        count[f"{cut.words} loud"] += row in loudest and loudest[row].severity == "major"
    return count


def spoiled(clean: list[Document]) -> Iterator[tuple[AlignedPair, dict[int, Cut]]]:
    """Each document with phrases left out, its sentences aligned one to one."""
    random = Random(7)
    for document in clean:
        rows = [list(row) for row in zip(document.english, document.italian, strict=True)]
        cuts: dict[int, Cut] = {}
        for number in range(random.randrange(EVERY), len(rows), EVERY):
            place = random.randrange(2)
            text = rows[number][place]
            found = list(_phrases(text, LANGUAGES[SIDES[place]]))
            if found:
                start, end, words = random.choice(found)
                rows[number][place] = re.sub(r"[\s,]+([,.;:])", r"\1", f"{text[:start]} {text[end:]}".strip())
                cuts[number] = Cut(SIDES[place], words)
        english, italian = ([row[place] for row in rows] for place in (0, 1))
        yield pair_of(Document(document.id, tuple(english), tuple(italian))), cuts


def _phrases(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Where phrases stand that may be left out, and how many words of content each has."""
    tokens, grammar = list(tokenize(text)), function_words(language)
    content = [not grammar.get(bare(token.key)) for token in tokens]
    marks = [
        not 0 < at < len(tokens) or bool(_MARK.search(text[tokens[at - 1].end : tokens[at].start]))
        for at in range(len(tokens) + 1)
    ]
    starts = [at for at in range(len(tokens)) if marks[at] or (content[at - 1] and not content[at])]
    for first in starts[1:]:
        for end in [*(at for at in starts if at > first), len(tokens)]:
            words = sum(content[first:end])
            small = all(tokens[at].text.islower() for at in range(first, end) if content[at])
            if 0 < words <= min(_MOST, sum(content) - _MOST) and small:
                yield tokens[first].start, tokens[end - 1].end, words
            if marks[end]:
                break


if __name__ == "__main__":
    main()
