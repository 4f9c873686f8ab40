"""How many megabytes a base install has, and of which distributions.

    python -m benchmarks.size

Adds up the files that each distribution lists, without compiled Python, for `afronte` and all that it needs
without extras, as they are installed where this runs.
"""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

_SHOWN = 1.0
"""Megabytes from which on a distribution has a line of its own."""


def main() -> None:
    """Prints the sum, and a line for each large distribution."""
    sizes = {name: _megabytes(found) for name, found in _needed("afronte").items()}
    print(f"{len(sizes)} distributions, {sum(sizes.values()):.0f} MB")
    for name, size in sorted(sizes.items(), key=lambda one: -one[1]):
        if size >= _SHOWN:
            print(f"{size:6.1f} {name}")


def _needed(name: str) -> dict[str, Distribution]:
    """A distribution and all that it needs, by name."""
    found: dict[str, Distribution] = {}
    waiting: list[tuple[str, frozenset[str]]] = [(name, frozenset())]
    asked: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        one = waiting.pop()
        if one in asked:
            continue
        asked.add(one)
        name, extras = one
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue  # it is asked for by a marker of another system
        for line in found[name].requires or ():
            need = Requirement(line)
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
                waiting.append((need.name.lower().replace("_", "-"), frozenset(need.extras)))
    return found


def _megabytes(found: Distribution) -> float:
    paths = [found.locate_file(file) for file in found.files or () if file.suffix != ".pyc"]
    return sum(path.stat().st_size for path in map(_real, paths) if path.is_file()) / 1e6


def _real(path: object) -> Path:
    return Path(str(path))


if __name__ == "__main__":
    main()
