"""A pair's corrections and positions: written by the names of sentences, read back as indexes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Any

from tui.alignment import Correction, Link, Merge, Moved, Split, Unlink
from tui.articles import SIDES, Article, Side
from tui.comparison import LAYERS
from tui.desk.keys import former_text_keys, paragraph_keys, sentence_keys, text_key
from tui.desk.model import Position

_OF_SENTENCES: Mapping[str, type[Link | Moved | Unlink]] = {"link": Link, "moved": Moved, "unlink": Unlink}
_NAMES = {Link: "link", Moved: "moved", Unlink: "unlink", Merge: "merge", Split: "split"}
_END = "end"
"""Stands for the place after the last paragraph."""


class PairKeys:
    """The names in two articles as they are now, both ways."""

    def __init__(self, source: Article, target: Article) -> None:
        self._articles: Mapping[Side, Article] = {"source": source, "target": target}
        self.texts = text_key(source), text_key(target)
        self.former_texts = tuple(product(former_text_keys(source), former_text_keys(target)))
        """Names that the two may have in the file, those of now first."""

    # A pair on which nothing was decided is opened without them.

    @cached_property
    def _sentences(self) -> Mapping[Side, tuple[str, ...]]:
        return {side: sentence_keys(article) for side, article in self._articles.items()}

    @cached_property
    def _paragraphs(self) -> Mapping[Side, tuple[str, ...]]:
        return {side: (*paragraph_keys(article), _END) for side, article in self._articles.items()}

    @cached_property
    def _sentence_index(self) -> Mapping[Side, Mapping[str, int]]:
        return {side: _index(keys) for side, keys in self._sentences.items()}

    @cached_property
    def _paragraph_index(self) -> Mapping[Side, Mapping[str, int]]:
        return {side: _index(keys) for side, keys in self._paragraphs.items()}

    def paragraph(self, side: Side, index: int) -> str:
        """The name of a paragraph."""
        return self._paragraphs[side][index]

    def paragraph_index(self, side: Side, key: str) -> int | None:
        """The paragraph of that name, or None when the article has it no more."""
        return self._paragraph_index[side].get(key)

    def write_correction(self, correction: Correction) -> str:
        """The correction by names."""
        names = self._sentences
        if isinstance(correction, Merge | Split):
            names = self._paragraphs
        sides = (
            ((correction.source,), (correction.target,))
            if isinstance(correction, Split)
            else (correction.source, correction.target)
        )
        return json.dumps(
            {"kind": _NAMES[type(correction)]}
            | {side: [names[side][i] for i in which] for side, which in zip(SIDES, sides, strict=True)}
        )

    def read_correction(self, written: str) -> Correction | None:
        """The correction by indexes, or None when something it is about was edited away."""
        body = json.loads(written)
        kind = body["kind"]
        index = self._sentence_index if kind in _OF_SENTENCES else self._paragraph_index
        sides = []
        for side in SIDES:
            found = [index[side].get(key) for key in body[side]]
            if None in found:
                return None
            sides.append(tuple(i for i in found if i is not None))
        source, target = sides
        if kind == "split":
            return Split(source[0], target[0])
        if kind == "merge":
            return Merge(source, target)
        return _OF_SENTENCES[kind](source, target)

    def write_position(self, position: Position) -> str:
        """The position, its sentence by name."""
        return json.dumps(
            {
                "side": position.side,
                "key": self._sentences[position.side][position.sentence],
                "sentence": position.sentence,
                "line": position.line,
                "layers": sorted(position.layers),
                "only": position.only,
                "theme": position.theme,
                "layout": position.layout,
                "density": position.density,
                "ruler": position.ruler,
                "sure": position.sure,
            }
        )

    def read_position(self, written: str) -> Position:
        """The position; where its sentence was edited away, the one that has its number."""
        body: dict[str, Any] = json.loads(written)
        side: Side = body["side"]
        last = len(self._sentences[side]) - 1
        sentence = self._sentence_index[side].get(body["key"], min(body["sentence"], last))
        return Position(
            side=side,
            sentence=max(0, sentence),
            line=body["line"],
            layers=frozenset(layer for layer in LAYERS if layer in body["layers"]),
            only=body["only"],
            theme=body["theme"],
            layout=body["layout"],
            # What was kept before these were remembered is as configured.
            density=body.get("density", ""),
            ruler=body.get("ruler"),
            sure=body.get("sure"),
        )


def _index(keys: Sequence[str]) -> dict[str, int]:
    return {key: i for i, key in enumerate(keys)}
