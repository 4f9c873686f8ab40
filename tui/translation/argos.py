"""Argos Translate's models, driven straight through CTranslate2.

`argostranslate.translate` is never imported: it splits sentences with MiniSBD, which fetches a model and
brings ONNX Runtime with it, and it translates in batches of one sentence. Only its package and tokenizer are
used; the sentences come split from the article.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any

from tui.errors import AfronteError
from tui.translation.languages import tag
from tui.translation.shelf import Model, Shelf

if TYPE_CHECKING:
    import ctranslate2

_CHUNK = 1024
"""Tokens translated between two looks at whether anybody still waits: about a second and a half on two cores
(`benchmarks/translation.py`)."""
_BATCH = 512
"""Tokens a batch (`benchmarks/translation.py`); a chunk is two batches, one for each replica."""
_REPLICAS = 2
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

    def translate(self, sentences: Sequence[str]) -> Iterator[list[str]]:
        """The translations in order, in chunks of about a thousand tokens of the last model.

        Raises `AfronteError` when a model is damaged.
        """
        with _loading:
            self._engines = self._engines or tuple(_Engine(model) for model in self._models)
        *ways, last = self._engines
        texts: Iterator[str] = iter(sentences)
        for engine in ways:
            texts = chain.from_iterable(engine.translate(texts))
        return last.translate(texts)

    def close(self) -> None:
        """Frees the memory of the models."""
        self._engines = ()


def argos_translator(shelf: Shelf, source: str, target: str) -> ArgosTranslator | None:
    """A translator from one language (BCP 47 tags) to another; None when no installed models lead there."""
    route = shelf.route(source, target)
    return ArgosTranslator(route) if route else None


def try_model(model: Model) -> None:
    """Loads a model and translates one sentence. Raises `AfronteError` when it cannot."""
    for _ in _Engine(model).translate(["1, 2, 3."]):
        pass


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

    def translate(self, texts: Iterable[str]) -> Iterator[list[str]]:
        """The translations of the texts that end in each chunk."""
        chunk: list[list[str]] = []
        sizes: list[int] = []  # how many pieces of the chunk each text takes that ends in it
        parts: list[str] = []  # what there is already of the first of them
        open_pieces = tokens = 0
        for text in texts:
            for piece in self._pieces(_line(text)):
                if chunk and tokens + len(piece) > _CHUNK:
                    parts += self._translate_chunk(chunk)
                    yield _joined(parts, sizes)
                    chunk, sizes, tokens = [], [], 0
                chunk.append(piece)
                tokens += len(piece)
                open_pieces += 1
            sizes.append(open_pieces)
            open_pieces = 0
        parts += self._translate_chunk(chunk)
        yield _joined(parts, sizes)

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

    def _translate_chunk(self, chunk: list[list[str]]) -> list[str]:
        if not chunk:
            return []
        # A paragraph is less than a batch: halved, it keeps both replicas busy.
        half = -(-sum(map(len, chunk)) // _REPLICAS)
        with self._blamed():
            results = self._translator.translate_batch(
                chunk,
                [[self._prefix]] * len(chunk) if self._prefix else None,
                max_batch_size=max(*map(len, chunk), min(_BATCH, half)),
                batch_type="tokens",
                beam_size=_BEAM,
                length_penalty=_LENGTH_PENALTY,
                replace_unknowns=True,
                max_decoding_length=3 * max(map(len, chunk)) + 32,  # the default, 256, cuts silently
            )
            texts = [self._tokenizer.decode(self._written(result.hypotheses[0])) for result in results]
        return [text.strip() for text in texts]

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


def _joined(parts: list[str], sizes: Sequence[int]) -> list[str]:
    """Takes the pieces of finished texts, so many each, off the front of `parts`: each text in one."""
    texts = []
    for size in sizes:
        texts.append(" ".join(parts[:size]))
        del parts[:size]
    return texts
