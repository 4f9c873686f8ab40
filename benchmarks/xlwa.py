"""How well words are linked: precision, recall and F1 of `words` against links made by hand.

    python -m benchmarks.xlwa --data FOLDER

Each sentence pair is read, aligned and compared as two articles are; a link is a word and the words its
counterpart covers, from either side. Words are found again in the set's own tokens by their offsets.
"""

from __future__ import annotations

from benchmarks.evaluation_sets import parser, table
from tui.alignment import Encoder, align, standard_encoder
from tui.articles import SIDES, Span, article_from_text
from tui.comparison import words


def main() -> None:
    """Prints the figures of the whole set."""
    data = parser(__doc__).parse_args().data
    encoder = standard_encoder()
    right = found = gold = 0
    for row in table(data, "xlwa"):
        links = {(int(i), int(j)) for i, j in (link.split("-") for link in row["links"].split())}
        guessed = linked(row["en"], row["it"], encoder)
        right += len(guessed & links)
        found += len(guessed)
        gold += len(links)
    print(f"precision {right / found:.3f}  recall {right / gold:.3f}  F1 {2 * right / (found + gold):.3f}")


def linked(english: str, italian: str, encoder: Encoder) -> set[tuple[int, int]]:
    """The links between the blank-separated tokens of a sentence pair."""
    source, target = article_from_text(english, language="en"), article_from_text(italian, language="it")
    compared = words(source, target, align(source, target, encoder), encoder)
    links = set()
    for side, own, other in zip(SIDES, (english, italian), (italian, english), strict=True):
        for word in compared[side]:
            if word.counterpart:
                for i in tokens_in(own, Span(word.start, word.end)):
                    for j in tokens_in(other, word.counterpart):
                        links.add((i, j) if side == "source" else (j, i))
    return links


def tokens_in(text: str, span: Span) -> range:
    """The indexes of the blank-separated tokens of `text` that a span touches."""
    return range(len(text[: span.start + 1].split()) - 1, len(text[: span.end].split()))


if __name__ == "__main__":
    main()
