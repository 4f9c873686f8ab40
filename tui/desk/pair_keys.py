"""A pair's corrections and positions: written by the names of sentences, read back as indexes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import product
from typing import Any

from tui.alignment import Correction, Link, Merge, Moved, Split, Unlink
from tui.articles import SIDES, Article, Side, other_side
from tui.comparison import LAYERS
from tui.desk.keys import paragraph_keys, sentence_key, sentence_keys, text_keys
from tui.desk.model import Position
from tui.untrusted import json_of

_OF_SENTENCES: Mapping[str, type[Link | Moved | Unlink]] = {"link": Link, "moved": Moved, "unlink": Unlink}
_NAMES = {Link: "link", Moved: "moved", Unlink: "unlink", Merge: "merge", Split: "split"}
PARAGRAPHS = frozenset(("merge", "split"))
"""The corrections that are about paragraphs; the others are about sentences."""
_END = "end"
"""Stands for the place after the last paragraph."""


_SHAPES: Mapping[str, tuple[type, ...]] = {
    "side": (str,),
    "key": (str,),
    "sentence": (int,),
    "line": (int,),
    "layers": (list,),
    "only": (str, type(None)),
    "theme": (str,),
    "layout": (str,),
}
"""What the fields of a written position are."""


class PairKeys:
    """The names in two articles as they are now, both ways; sides are those of the articles."""

    def __init__(self, source: Article, target: Article) -> None:
        self._articles: Mapping[Side, Article] = {"source": source, "target": target}
        self._mirrored = False
        self.size = len(source.text) + len(target.text)
        """Characters of the two."""

    def mirrored(self) -> PairKeys:
        """The same names for what is written with the sides the other way round."""
        other = copy(self)
        other._mirrored = not self._mirrored
        return other

    @property
    def former_sizes(self) -> tuple[int, ...]:
        """Characters that the two may have had while line feeds at their ends were part of them."""
        return self.size, self.size + 1, self.size + 2

    # The first frame of two long texts that the desk has never seen comes before these.

    @cached_property
    def former_texts(self) -> tuple[tuple[str, str], ...]:
        """Names that the two may have in the file, those of now first."""
        return tuple(product(text_keys(self._articles["source"]), text_keys(self._articles["target"])))

    @property
    def texts(self) -> tuple[str, str]:
        """The names that the two have now."""
        return self.former_texts[0]

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

    def written_side(self, side: Side) -> Side:
        """The side of an article as it is written, and back."""
        return other_side(side) if self._mirrored else side

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
            | {
                self.written_side(side): [names[side][i] for i in which]
                for side, which in zip(SIDES, sides, strict=True)
            }
        )

    def read_correction(self, written: str) -> Correction | None:
        """The correction by indexes, or None when something it is about was edited away."""
        if not is_correction(written):
            return None
        body = json_of(written)
        kind = body["kind"]
        index = self._sentence_index if kind in _OF_SENTENCES else self._paragraph_index
        sides = []
        for side in SIDES:
            found = [index[side].get(key) for key in body[self.written_side(side)]]
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
                "side": self.written_side(position.side),
                "key": sentence_key(self._articles[position.side], position.sentence),
                "sentence": position.sentence,
                "line": position.line,
                "layers": sorted(position.layers),
                "only": self.written_side(position.only) if position.only else None,
                "theme": position.theme,
                "layout": position.layout,
                "density": position.density,
                "ruler": position.ruler,
                "sure": position.sure,
            }
        )

    def read_position(self, written: str) -> Position | None:
        """The position; where its sentence was edited away, the one that has its number. None for none."""
        if not is_position(written):
            return None
        body: dict[str, Any] = json_of(written)
        side = self.written_side(body["side"])
        last = len(self._sentences[side]) - 1
        sentence = self._sentence_index[side].get(body["key"], min(body["sentence"], last))
        return Position(
            side=side,
            sentence=max(0, sentence),
            line=body["line"],
            layers=frozenset(layer for layer in LAYERS if layer in body["layers"]),
            only=self.written_side(body["only"]) if body["only"] else None,
            theme=body["theme"],
            layout=body["layout"],
            # What was kept before these were remembered is as configured.
            density=body.get("density", ""),
            ruler=body.get("ruler"),
            sure=body.get("sure"),
        )


def is_correction(written: str) -> bool:
    """Whether what is written has the shape of a correction."""
    try:
        body = json_of(written)
        return body["kind"] in _NAMES.values() and all(
            isinstance(body[side], list)
            and all(isinstance(key, str) for key in body[side])
            and (body[side] or body["kind"] == "merge")
            for side in SIDES
        )
    except (KeyError, TypeError, ValueError):
        return False


def is_position(written: str) -> bool:
    """Whether what is written has the shape of a position."""
    try:
        body = json_of(written)
        return (
            all(isinstance(body[name], kinds) for name, kinds in _SHAPES.items())
            and body["side"] in SIDES
            and body["only"] in (*SIDES, None)
            and body["sentence"] >= 0
            and isinstance(body.get("density", ""), str)
            and isinstance(body.get("ruler"), bool | None)
            and isinstance(body.get("sure"), float | int | None)
        )
    except (KeyError, TypeError, ValueError):
        return False


def _index(keys: Sequence[str]) -> dict[str, int]:
    return {key: i for i, key in enumerate(keys)}
