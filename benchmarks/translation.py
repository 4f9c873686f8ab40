"""How fast models are driven, beside the bare engine and Argos Translate's own `translate()` at its defaults.

    python -m benchmarks.translation [--sentences 200]

The bare engine is `ctranslate2`, given the pieces of all sentences in one call, with the same beam and
threads and with whichever of some sizes of batches is fastest; it and our way take turns in one process, each
as often as the other, and the best of their rounds counts.

The model is made for this: it has the size of a real one (6+6 layers, 512 dimensions, 8 heads, 32,000 pieces,
int8) and weights that translate invented words one by one, so the speed is real and the text means nothing.
Each way runs in a process of its own, after one sentence to warm up. Argos Translate would fetch a model to
split sentences with; here it is handed its sentences, which costs it nothing. Its beam is 4, ours is 2.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.translation import Translator

SUPPORT = Path(__file__).parent.parent / "tests" / "support"
SENTENCES_A_PARAGRAPH = 5
WORDS_A_SENTENCE = (12, 32)
PIECES = 32_000
BATCHES = (256, 384, 512, 1024)
"""Tokens of a batch."""
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Figures:
    """What one way took for all sentences."""

    seconds: float
    processor: float
    """Seconds of processor time, of all cores together: steadier on a busy machine."""
    memory: int
    """Bytes at the most, with the model and the libraries."""
    wait: float
    """The longest time, in seconds, between two moments at which it could have been stopped."""
    texts: tuple[str, ...]
    """The translation of each paragraph."""


def main() -> None:
    """Builds the model, runs both ways and prints their figures and the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sentences", type=int, default=200)
    parser.add_argument("--run", nargs=3, metavar=("WAY", "FOLDER", "SENTENCES"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        way, packages, file = arguments.run
        run = {"ours": ours, "argos": argos, "turns": turns}[way]
        found = run(Path(packages), json.loads(Path(file).read_text()))
        print(json.dumps([asdict(figures) for figures in found]))
        return
    print("a benchmark model: of a real one's size, with invented words and made-up weights")
    with tempfile.TemporaryDirectory() as folder:
        sentences = build(Path(folder), arguments.sentences)
        given = Path(folder) / "sentences.json"
        given.write_text(json.dumps(sentences))
        theirs, mine, in_turn, engine = (
            figures
            for way in ("argos", "ours", "turns")
            for figures in child(way, Path(folder) / "packages", given)
        )
    for name, took in (("Argos", theirs), ("ours", mine), ("bare", engine)):
        print(
            f"{name:5} {len(sentences) / took.seconds:6.1f} sentences a second, "
            f"{took.processor:5.1f} s of processor time, {took.memory / 2**20:5.0f} MB"
        )
    same = sum(a == b for a, b in zip(mine.texts, theirs.texts, strict=True))
    print(f"speed           {theirs.seconds / mine.seconds:5.1f} times Argos's (wanted: at least 4)")
    print(
        f"speed           {engine.seconds / in_turn.seconds:5.2f} of the bare engine's (wanted: at least .95)"
    )
    print(f"processor time  {engine.processor / in_turn.processor:5.2f} of it, the other way round")
    print(f"processor time  {mine.processor / theirs.processor:5.2f} times")
    print(f"memory          {mine.memory / theirs.memory:5.2f} times (wanted: at most 2)")
    print(f"longest wait before it could be stopped: {mine.wait:.1f} s")
    print(f"same translation: {same} of {len(mine.texts)} paragraphs")


def build(folder: Path, count: int) -> list[str]:
    """Unpacks the model under `folder/packages`; returns sentences of its words."""
    sys.path.insert(0, str(SUPPORT))
    from argos_package import Shape, write_package

    chance = random.Random(0)
    syllables = [c + v for c in "bcdfglmnprstvz" for v in "aeiou"]
    words = [f"{a}{b}{c}" for a in syllables for b in syllables[::3] for c in syllables[::4]]
    known = chance.sample(words, PIECES // 2)  # a word is two pieces, with a small and with a capital letter
    shape = Shape(6, 6, heads=8, dimensions=512, inner=2048, quantization="int8", noise=True)
    translations = dict(zip(known, chance.sample(known, len(known)), strict=True))
    path = write_package(folder / "model.argosmodel", translations, shape=shape)
    with zipfile.ZipFile(path) as package:
        package.extractall(folder / "packages")
    made = (chance.choices(known, k=chance.randint(*WORDS_A_SENTENCE)) for _ in range(count))
    return [" ".join(sentence).capitalize() + "." for sentence in made]


def child(way: str, packages: Path, sentences: Path) -> list[Figures]:
    """Runs one way, or two in turn, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.translation", "--run", way, str(packages), str(sentences)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"ARGOS_PACKAGES_DIR": str(packages)},
    )
    return [Figures(**figures) for figures in json.loads(done.stdout)]


def paragraphs(sentences: list[str]) -> list[str]:
    """The sentences in paragraphs of five."""
    starts = range(0, len(sentences), SENTENCES_A_PARAGRAPH)
    return [" ".join(sentences[start : start + SENTENCES_A_PARAGRAPH]) for start in starts]


def ours(packages: Path, sentences: list[str]) -> list[Figures]:
    """Our way."""
    return [translated(loaded(packages, sentences), sentences)]


def loaded(packages: Path, sentences: list[str]) -> Translator:
    """Our translator, warm."""
    from tui.translation import Shelf, argos_translator

    translator = argos_translator(Shelf(packages), "it", "en")
    assert translator
    list(translator.translate(sentences[:1]))
    return translator


def translated(translator: Translator, sentences: list[str]) -> Figures:
    """What our translator took."""
    texts: dict[str, str] = {}
    spent, ends = time.process_time(), [time.perf_counter()]
    for batch in translator.translate(sentences):
        texts |= batch
        ends.append(time.perf_counter())
    wait = max(after - before for before, after in pairwise(ends))
    return Figures(
        ends[-1] - ends[0],
        time.process_time() - spent,
        peak(),
        wait,
        tuple(paragraphs([texts[s] for s in sentences])),
    )


def argos(_packages: Path, sentences: list[str]) -> list[Figures]:
    """Argos Translate's; it finds the packages by its environment variable."""
    import argostranslate.translate as argos_translate

    class Splitter:
        """Splits after full stops, which only end sentences here."""

        def split_sentences(self, text: str) -> list[str]:
            return [f"{sentence}." for sentence in text.rstrip(".").split(". ")]

    translation = argos_translate.get_translation_from_codes("it", "en")
    translation.underlying.sentencizer = Splitter()
    argos_translate.translate(sentences[0], "it", "en")
    text = "\n".join(paragraphs(sentences))
    spent, start = time.process_time(), time.perf_counter()
    text = argos_translate.translate(text, "it", "en")
    seconds = time.perf_counter() - start
    return [Figures(seconds, time.process_time() - spent, peak(), seconds, tuple(text.split("\n")))]


def turns(packages: Path, sentences: list[str]) -> list[Figures]:
    """Our way and the engine alone, to which the pieces of all sentences are given at once."""
    import ctranslate2
    from argostranslate.package import Package

    from tui.translation.argos import _BEAM, _LENGTH_PENALTY, _REPLICAS

    (folder,) = (path for path in packages.iterdir() if path.is_dir())
    pieces = [Package(folder).tokenizer.encode(sentence) for sentence in sentences]
    engine = ctranslate2.Translator(
        str(folder / "model"), compute_type="int8", inter_threads=_REPLICAS, intra_threads=1
    )

    def bare(size: int) -> Figures:
        spent, start = time.process_time(), time.perf_counter()
        engine.translate_batch(
            pieces, max_batch_size=size, batch_type="tokens", beam_size=_BEAM, length_penalty=_LENGTH_PENALTY,
            replace_unknowns=True, max_decoding_length=3 * max(map(len, pieces)) + 32,
        )  # fmt: skip
        seconds = time.perf_counter() - start
        return Figures(seconds, time.process_time() - spent, peak(), seconds, ())

    engine.translate_batch(pieces[:1])
    translator = loaded(packages, sentences)
    mine, alone = [], []
    for size in BATCHES * ROUNDS:
        mine.append(translated(translator, sentences))
        alone.append(bare(size))
    return [min(each, key=lambda figures: figures.seconds) for each in (mine, alone)]


def peak() -> int:
    """The most memory this process has had, in bytes, as Linux counts it.

    Not `ru_maxrss`, which starts from what the process that started this one had.
    """
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


if __name__ == "__main__":
    main()
