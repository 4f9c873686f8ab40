"""What several families ask of a pair is found out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from tui.alignment import AlignedPair

_Answer = TypeVar("_Answer")


def once_a_pair(ask: Callable[[AlignedPair], _Answer]) -> Callable[[AlignedPair], _Answer]:
    """Asks a question about a pair once, as long as the pair is there."""
    answers: WeakKeyDictionary[AlignedPair, _Answer] = WeakKeyDictionary()

    @wraps(ask)
    def asked(pair: AlignedPair) -> _Answer:
        if pair not in answers:
            answers[pair] = ask(pair)
        return answers[pair]

    return asked
