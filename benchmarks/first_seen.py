"""How soon the first findings of a long pair are on the screen, beside those of a short one.

    python -m benchmarks.first_seen --data FOLDER [--sizes 200 20000] [--rounds 3]

From the start of the process to the first finding in the counts above the page, in a terminal of 120 by 40,
with an empty cache; sentences as in `benchmarks.growth`. Each round runs the sizes in turn; medians.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.evaluation_sets import parser
from benchmarks.growth import pairs

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from terminal import Terminal

RUN = "import sys; from tui.cli import main; sys.exit(main())"
SPOILT = "The town paid 14 million euros for it in 1998.", "Il comune lo pagò 15 milioni di euro nel 1998."


def opened(source: Path, target: Path) -> float:
    """Seconds until a critical finding is counted on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        homes = {f"XDG_{name}_HOME": folder for name in ("CACHE", "CONFIG", "DATA", "STATE")}
        began = time.perf_counter()
        terminal = Terminal(sys.executable, "-c", RUN, str(source), str(target), **homes)
        terminal.see(" crit")
        took = time.perf_counter() - began
        terminal.close()
        return took


def main() -> None:
    """Prints the medians and their ratio."""
    asking = parser(__doc__)
    asking.add_argument("--sizes", type=int, nargs=2, default=[200, 20_000])
    asking.add_argument("--rounds", type=int, default=3)
    options = asking.parse_args()
    took: dict[int, list[float]] = {size: [] for size in options.sizes}
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            texts = list(pairs(options.data, size))
            texts[2] = SPOILT
            for side, name in enumerate(("en", "it")):
                text = "\n\n".join(pair[side] for pair in texts)
                (Path(folder) / f"{size}.{name}.txt").write_text(text, "utf-8")
        for _ in range(options.rounds):
            for size, each in took.items():
                each.append(opened(*(Path(folder) / f"{size}.{name}.txt" for name in ("en", "it"))))
    few, many = (statistics.median(took[size]) for size in options.sizes)
    sizes = options.sizes
    print(f"{sizes[0]} sentences {few:.1f} s, {sizes[1]} sentences {many:.1f} s: {many / few:.2f} times")


if __name__ == "__main__":
    main()
