"""Finds the `assets` folder (all that is not code), in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def asset(name: str) -> Path:
    """The path of the asset `name` (such as `"sample/en.txt"`)."""
    inside_wheel = _PACKAGE / "assets"
    root = inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent / "assets"
    return root / name


def is_of_the_sample(path: str) -> bool:
    """Whether a file is one of the sample pair, which belongs to the program."""
    return Path(path).absolute().is_relative_to(asset("sample"))
