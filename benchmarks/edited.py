"""What it costs to read a pair again of which one sentence was edited, beside its first check.

    python -m benchmarks.edited --data FOLDER [--size 5000]

A pair of so many sentences a side, made as in `benchmarks.growth`. Processor time until the findings are
complete: of the first study and of one after the edit in one process, where garbage is looked for as seldom
as in the reader, and of two checks, each a process of its own. In both the cache is empty before the first.
"""

from __future__ import annotations

import gc
import tempfile
import time
from pathlib import Path

from benchmarks.evaluation_sets import parser
from benchmarks.growth import pairs
from benchmarks.start import HERE, seconds
from tui.alignment import standard_encoder
from tui.articles import Side, load
from tui.cache import Store
from tui.cli.main import GARBAGE
from tui.comparison import Comparison
from tui.reader.memory import given_back
from tui.reader.outward import Outlook
from tui.reader.work import PairStudy

NEW = "By then Peter had sold 17 boats to nobody at all."


class Silent:
    """A listener at the first sentence, to whom nothing matters but the end."""

    def __call__(self, share: float) -> None:
        """Nothing."""

    def see(self, outlook: Outlook) -> None:
        """Nothing."""

    def place(self) -> tuple[Side, int]:
        """The first sentence."""
        return "source", 0


def studied(study: PairStudy, source: Path, target: Path) -> float:
    """The processor time of reading two files and studying them to the end."""
    began = time.process_time()
    with given_back():
        results = study(load(str(source)), load(str(target)), (), Silent())
        assert any(isinstance(each, Comparison) for each in results)
    return time.process_time() - began


def main() -> None:
    """Prints the two ratios."""
    asking = parser(__doc__)
    asking.add_argument("--size", type=int, default=5_000)
    options = asking.parse_args()
    gc.set_threshold(GARBAGE)
    english, italian = (list(side) for side in zip(*pairs(options.data, options.size), strict=True))
    with tempfile.TemporaryDirectory() as folder:
        source, target, again = (Path(folder) / f"{name}.txt" for name in ("en", "it", "edited"))
        source.write_text("\n\n".join(english), "utf-8")
        target.write_text("\n\n".join(italian), "utf-8")
        english[options.size // 2] = NEW
        again.write_text("\n\n".join(english), "utf-8")
        store = Store(Path(folder) / "kept.db")
        study = PairStudy(standard_encoder(store=store), store)
        told("in the reader", studied(study, source, target), studied(study, again, target))
        cache = Path(folder) / "cache"
        cache.mkdir()
        checks = [seconds(HERE, [str(one), str(target)], cache) for one in (source, again)]
        told("by `check`", *checks)


def told(what: str, first: float, second: float) -> None:
    """Prints one ratio."""
    print(f"{what:14} first {first:.1f} s, edited {second:.1f} s: {second / first:.3f}", flush=True)


if __name__ == "__main__":
    main()
