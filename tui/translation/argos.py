"""Argos Translate's models, driven straight through CTranslate2.

`argostranslate.translate` is never imported: it splits sentences with MiniSBD, which fetches a model and
brings ONNX Runtime with it, and it translates in batches of one sentence. Only its package and tokenizer are
used; the sentences come split from the article.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from tui.errors import AfronteError
from tui.translation.languages import tag
from tui.translation.model import always
from tui.translation.shelf import Model, Shelf

if TYPE_CHECKING:
    import ctranslate2

_REPLICAS = 2
"""How many batches are translated at once."""
_BATCH = 384
"""Tokens a batch (`benchmarks/translation.py`): half a second or so, before which nothing else begins."""
_AHEAD = 32
"""Batches made at once, of sentences of like length: a batch takes as long as the longest of it."""
_LONGEST = 200
"""Tokens of the longest piece a model gets at once: it learned from sentences and loses the thread beyond."""
_PAUSES = (re.compile(r"(?<=[;:…—])\s+"), re.compile(r"(?<=,)\s+"), re.compile(r"\s+"))
"""Where an overlong sentence is cut, the best places first."""
_BEAM = 2
"""CTranslate2's own default; the four of Argos Translate take nearly twice the time."""
_LENGTH_PENALTY = 0.2
"""As Argos Translate has it."""

_loading = threading.Lock()


class ArgosTranslator:
    """Translates with one installed model, or with several in a row."""

    def __init__(self, models: Sequence[Model]) -> None:
        """`models`: one, or a route such as it→en, en→fr. Nothing is loaded before the first translation."""
        self._models = tuple(models)
        self._engines: tuple[_Engine, ...] = ()

    @property
    def name(self) -> str:
        """Such as `Argos it→en` or `Argos it→en→fr`."""
        return f"Argos {'→'.join([self._models[0].card.source, *(m.card.target for m in self._models)])}"

    @property
    def version(self) -> str:
        """The models' versions."""
        return "+".join(model.card.version for model in self._models)

    @property
    def build(self) -> str:
        """A digest of the models' files."""
        return "+".join(model.build for model in self._models)

    @property
    def languages(self) -> tuple[str, str]:
        """The first model's source and the last one's target."""
        return tag(self._models[0].card.source), tag(self._models[-1].card.target)

    def translate(
        self, sentences: Iterable[str], wanted: Callable[[], bool] = always
    ) -> Iterator[dict[str, str]]:
        """The translations by sentence, batch by batch. Raises `AfronteError` when a model is damaged."""
        with _loading:
            self._engines = self._engines or tuple(_Engine(model) for model in self._models)
        return _in_a_row(self._engines, sentences, wanted)

    def close(self) -> None:
        """Frees the memory of the models."""
        self._engines = ()


def argos_translator(shelf: Shelf, source: str, target: str) -> ArgosTranslator | None:
    """A translator from one language (BCP 47 tags) to another; None when no installed models lead there."""
    route = shelf.route(source, target)
    return ArgosTranslator(route) if route else None


def try_model(model: Model) -> None:
    """Loads a model and translates one sentence. Raises `AfronteError` when it cannot."""
    for _ in _Engine(model).translate(["1, 2, 3."], always):
        pass


def _in_a_row(
    engines: Sequence[_Engine], texts: Iterable[str], wanted: Callable[[], bool]
) -> Iterator[dict[str, str]]:
    """Each text as all of the engines leave it, one after the other."""
    first, *others = engines
    for batch in first.translate(texts, wanted):
        if others:
            further = dict[str, str]()
            for part in _in_a_row(others, batch.values(), always):
                further |= part
            yield {text: further[between] for text, between in batch.items()}
        else:
            yield batch


class _Piece(Struct, frozen=True):
    """What a model gets at once of a text."""

    text: str
    number: int
    """Which piece of the text it is, from 0."""
    of: int
    """How many pieces the text has."""
    tokens: list[str]
    """None of a blank text."""


class _Engine:
    """One loaded model."""

    def __init__(self, model: Model) -> None:
        # CTranslate2 would log to file descriptor 2, onto the reader's screen.
        os.environ["CT2_VERBOSE"] = "-1"
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        import ctranslate2
        from argostranslate.package import Package

        self._name = f"The model {model.card.pair} {model.card.version}".rstrip()
        self._folder = model.folder
        with self._blamed():
            package = Package(model.folder)
            self._tokenizer: Any = package.tokenizer
            self._prefix: str = package.target_prefix
            self._translator: ctranslate2.Translator = ctranslate2.Translator(
                str(model.folder / "model"), compute_type="int8", inter_threads=_REPLICAS, intra_threads=1
            )

    def translate(self, texts: Iterable[str], wanted: Callable[[], bool]) -> Iterator[dict[str, str]]:
        """The translations, by text, of the texts that end with each batch."""
        batches = self._batches(dict.fromkeys(texts))
        begun: dict[str, dict[int, str]] = {}  # of each text, the pieces that there are
        running: dict[Future[list[str]], list[_Piece]] = {}
        ended: dict[str, str] = {}
        with ThreadPoolExecutor(_REPLICAS) as replicas:
            while True:
                while len(running) < _REPLICAS and wanted() and (batch := next(batches, None)):
                    running[replicas.submit(self._translate_batch, batch)] = batch
                if ended:
                    yield ended
                if not running:
                    return
                ended = {}
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    for piece, translated in zip(running.pop(future), future.result(), strict=True):
                        pieces = begun.setdefault(piece.text, {})
                        pieces[piece.number] = translated
                        if len(pieces) == piece.of:
                            del begun[piece.text]
                            ended[piece.text] = " ".join(pieces[number] for number in range(piece.of))

    def _batches(self, texts: Iterable[str]) -> Iterator[list[_Piece]]:
        """The pieces of the texts in batches, always several batches of like length at once.

        The first are no more than what is begun at once, so that the first text is in one of them.
        """
        held: list[_Piece] = []
        size, room = 0, _REPLICAS * _BATCH
        for text in texts:
            pieces = self._pieces(_line(text)) or [[]]
            for number, tokens in enumerate(pieces):
                if held and size + len(tokens) > room:
                    yield from _of_like_length(held)
                    held, size, room = [], 0, _AHEAD * _BATCH
                held.append(_Piece(text, number, len(pieces), tokens))
                size += len(tokens)
        yield from _of_like_length(held)

    def _pieces(self, text: str) -> list[list[str]]:
        """The tokens of a text: in one piece, in several when it is too long, in none when it is blank."""
        with self._blamed():
            tokens: list[str] = self._tokenizer.encode(text) if text else []
        if len(tokens) <= _LONGEST:
            return [tokens] if tokens else []
        middle = len(text) / 2
        for pause in _PAUSES:
            cuts = [match.span() for match in pause.finditer(text)]
            start, end = min(cuts, key=lambda cut: abs(cut[0] - middle), default=(0, 0))
            if len(text) / 5 < start < len(text) * 4 / 5:
                return self._pieces(text[:start]) + self._pieces(text[end:])
        return [tokens[i : i + _LONGEST] for i in range(0, len(tokens), _LONGEST)]

    def _translate_batch(self, batch: list[_Piece]) -> list[str]:
        texts = [piece.tokens for piece in batch if piece.tokens]
        if not texts:
            return [""] * len(batch)
        with self._blamed():
            results = self._translator.translate_batch(
                texts,
                [[self._prefix]] * len(texts) if self._prefix else None,
                beam_size=_BEAM,
                length_penalty=_LENGTH_PENALTY,
                replace_unknowns=True,
                max_decoding_length=3 * max(map(len, texts)) + 32,  # the default, 256, cuts silently
            )
            written = iter([self._tokenizer.decode(self._written(r.hypotheses[0])).strip() for r in results])
        return [next(written) if piece.tokens else "" for piece in batch]

    def _written(self, tokens: list[str]) -> list[str]:
        """The tokens without the one that told the model its target language."""
        return tokens[1:] if self._prefix and tokens[:1] == [self._prefix] else tokens

    @contextmanager
    def _blamed(self) -> Iterator[None]:
        try:
            yield
        except (RuntimeError, ValueError, OSError, KeyError, AttributeError) as error:
            raise AfronteError(
                f"{self._name} in {self._folder} does not work ({str(error).partition(chr(10))[0]}); "
                "remove it and install it again."
            ) from error


def _line(text: str) -> str:
    """The text in one line, of characters only: half a surrogate pair is none."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _of_like_length(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces in batches of about as many tokens, one for each replica at least."""
    size = sum(len(piece.tokens) for piece in pieces)
    count = max(_REPLICAS, round(size / _BATCH))
    batches: list[list[_Piece]] = [[] for _ in range(count)]
    taken = 0
    for piece in sorted(pieces, key=lambda piece: len(piece.tokens), reverse=True):
        middle = taken + len(piece.tokens) / 2
        batches[int(count * middle / (size + 1))].append(piece)
        taken += len(piece.tokens)
    yield from filter(None, batches)
