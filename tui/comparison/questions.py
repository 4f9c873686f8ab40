"""What the encoder is asked about candidates, all at once: one text by itself takes it as long as many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.comparison.rule import Candidate

if TYPE_CHECKING:
    from tui.alignment import Encoder


def answered(candidates: Sequence[Candidate], encoder: Encoder) -> list[Candidate]:
    """The candidates with the answers to their questions among their evidence, and no question left."""
    questions = [question for one in candidates for question in one.questions]
    if not questions:
        return list(candidates)
    import numpy as np

    from tui.comparison.word_vectors import vectors_together

    words, texts = (
        list(dict.fromkeys(text for one in questions if one.words is single for text in one.texts))
        for single in (True, False)
    )
    found = vectors_together(words, texts, encoder)
    rows = {True: dict(zip(words, found[0], strict=True)), False: dict(zip(texts, found[1], strict=True))}

    def answer(one: Candidate) -> Candidate:
        if not one.questions:
            return one
        evidence = dict(one.evidence)
        for asked in one.questions:
            evidence |= asked.evidence(np.stack([rows[asked.words][text] for text in asked.texts]))
        return replace(one, evidence=evidence, questions=())

    return [answer(one) for one in candidates]
