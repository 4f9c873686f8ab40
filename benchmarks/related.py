"""How well `correspondence` tells versions of one article from texts that do not belong together.

    python -m benchmarks.related --data FOLDER

Documents of ntrex and newstest2009 as they are, with half of the sentences of one side or of both left out at
random, and each beside eight others; swissgov as it is and each beside three others.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from random import Random

from benchmarks.evaluation_sets import documents, parser, set_file
from tui.alignment import align, correspondence, hardly_correspond, standard_encoder
from tui.articles import article_from_text

Texts = tuple[Sequence[str], Sequence[str]]


def main() -> None:
    """Prints the range of the measure for each kind of pair, and how many are said hardly to correspond."""
    data = parser(__doc__).parse_args().data
    random, encoder = Random(1), standard_encoder()
    news = [(d.english, d.italian) for name in ("ntrex", "newstest2009") for d in documents(data, name)]
    lines = set_file(data, "swissgov.jsonl").read_text("utf-8").splitlines()
    swiss = [([given["text_a"]], [given["text_b"]]) for given in map(json.loads, lines)]
    kinds: dict[str, list[Texts]] = {
        "news": list(news),
        "news, half of one side": [(_half(source, random), target) for source, target in news],
        "news, half of both sides": [
            (_half(source, random), _half(target, random)) for source, target in news
        ],
        "swissgov": list(swiss),
        "news beside others": _others(news, 8, random),
        "swissgov beside others": _others(swiss, 3, random),
    }
    for kind, pairs in kinds.items():
        found, warned = [], 0
        for english, italian in pairs:
            source = article_from_text("\n\n".join(english), language="en")
            target = article_from_text("\n\n".join(italian), language="it")
            alignment = align(source, target, encoder)
            found.append(correspondence(source, target, alignment))
            warned += hardly_correspond(source, target, alignment)
        print(f"{kind}: {len(pairs)} pairs, {min(found):.2f} to {max(found):.2f}, {warned} hardly correspond")


def _half(texts: Sequence[str], random: Random) -> Sequence[str]:
    return [text for text in texts if random.random() < 0.5] or texts[:1]


def _others(pairs: Sequence[Texts], count: int, random: Random) -> list[Texts]:
    return [
        (pairs[one][0], pairs[other][1])
        for one in range(len(pairs))
        for other in random.sample(range(len(pairs)), count)
        if one != other
    ]


if __name__ == "__main__":
    main()
