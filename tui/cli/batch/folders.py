"""Two folders as pairs: files that are called alike, and of the others those that say alike."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.batch.listing import Row
from tui.errors import AfronteError
from tui.languages import LANGUAGES, language_name
from tui.untrusted import is_file

if TYPE_CHECKING:
    from tui.alignment import Encoder
    from tui.alignment.model import Vectors
    from tui.articles import Article

ALIKE = 0.5
"""The cosine of two files' mean sentence vectors under which they are no pair, however well they fit."""
_SENTENCES = 40
"""Sentences of a file, from its beginning, that say what it is about."""


def rows_of_folders(
    source: str, target: str, load: Callable[[str, bool], Article], encoder: Callable[[], Encoder]
) -> list[Row]:
    """A row a pair, in the order of the source's names; then what has no counterpart, as rows with a fault.

    Two files are a pair when their names are the same but for the ending and what names a language
    (`a.en.txt`, `a_it.md`), and no third has that name; of the others, when each is what the other is most
    like. `load` gives the article of a path (True: of the source); `encoder` is asked for only where names do
    not tell. Raises AfronteError for what is no folder and for two that hold no pair at all.
    """
    folders = Path(source), Path(target)
    closed: list[OSError] = []
    names = [_files(folder, closed) for folder in folders]
    keys = [_by_key(files) for files in names]
    pairs = {
        found[0]: keys[1][key][0]
        for key, found in keys[0].items()
        if len(found) == 1 and len(keys[1].get(key, ())) == 1
    }
    taken = set(pairs.values())
    left = [name for name in names[0] if name not in pairs], [n for n in names[1] if n not in taken]
    if all(left):
        pairs |= _by_content(folders, left, load, encoder)
    if not pairs and closed:
        raise AfronteError(f"{closed[0].filename} may not be read: give yourself permission (chmod u+rx)")
    if not pairs:
        raise AfronteError(
            f"{source} and {target} hold no two files that belong together: list them, --pairs"
        )
    rows = [Row(name, str(folders[0] / name), str(folders[1] / pairs[name])) for name in sorted(pairs)]
    for folder, other, alone in (
        (folders[0], target, set(names[0]) - set(pairs)),
        (folders[1], source, set(names[1]) - set(pairs.values())),
    ):
        rows += [
            Row(name, "", "", f"{folder / name} has no counterpart in {other}") for name in sorted(alone)
        ]
    rows += [Row(str(error.filename), "", "", f"{error.filename}: {error.strerror}") for error in closed]
    return rows


def _files(folder: Path, closed: list[OSError]) -> list[str]:
    """The files below a folder by their path in it; hidden ones are left out.

    `closed`: is given what may not be read.
    """
    if not folder.is_dir():
        raise AfronteError(f"{folder} is no folder: name two, with the sources and with the targets")
    found = []
    for place, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(place, name) for name in names if not name.startswith("."))
        found += [path.relative_to(folder).as_posix() for path in files if is_file(path)]
    return sorted(found)


def _by_key(names: Sequence[str]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    said = {*LANGUAGES, *(language_name(tag).lower() for tag in LANGUAGES)}
    for name in names:
        path = Path(name.lower())
        pieces = re.split(r"[/._-]+", str(path.with_suffix("").as_posix()))
        out.setdefault("-".join(piece for piece in pieces if piece not in said), []).append(name)
    return out


def _by_content(
    folders: tuple[Path, Path],
    left: tuple[list[str], list[str]],
    load: Callable[[str, bool], Article],
    encoder: Callable[[], Encoder],
) -> dict[str, str]:
    """The pairs among files whose names do not tell; one that cannot be read has no counterpart."""
    sides: list[tuple[list[str], Vectors]] = []
    ready = encoder()
    for folder, names, is_source in zip(folders, left, (True, False), strict=True):
        readable, vectors = [], []
        for name in names:
            try:
                article = load(str(folder / name), is_source)
            except AfronteError:
                continue
            texts = [article.sentence_text(i) for i in range(min(len(article.sentences), _SENTENCES))]
            mean = ready.encode(texts).mean(axis=0)
            readable.append(name)
            vectors.append(mean / max(float((mean @ mean) ** 0.5), 1e-9))
        if not readable:
            return {}
        sides.append((readable, _stacked(vectors)))
    (sources, left_vectors), (targets, right_vectors) = sides
    best = _best(left_vectors, right_vectors)
    back = _best(right_vectors, left_vectors)
    return {
        sources[i]: targets[j] for i, (j, cosine) in enumerate(best) if cosine >= ALIKE and back[j][0] == i
    }


def _stacked(vectors: list[Vectors]) -> Vectors:
    import numpy as np

    return np.stack(vectors)


def _best(left: Vectors, right: Vectors) -> list[tuple[int, float]]:
    """For each row of `left` the row of `right` it is most like, and how much: a row at a time."""
    out = []
    for vector in left:
        cosines = right @ vector
        index = int(cosines.argmax())
        out.append((index, float(cosines[index])))
    return out
