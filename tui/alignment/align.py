"""From two articles to their alignment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.alignment.model import Alignment, Bead, Encoder
from tui.articles import Article

if TYPE_CHECKING:
    from tui.alignment.beads import Floats
    from tui.alignment.model import Vectors

Progress = Callable[[float], None]
"""Told how much is done, 0 to 1."""

_BATCH = 128
"""Sentences encoded between two reports of progress."""
_ENCODING = 0.9
"""The share of the time that goes to encoding."""


def align(source: Article, target: Article, encoder: Encoder, progress: Progress | None = None) -> Alignment:
    """Aligns two articles sentence by sentence.

    Many-to-many beads up to 1-3 and 3-1, lone sentences, and moved ones; every sentence stands in exactly one
    bead, and every bead has a score.
    """
    import numpy as np

    report = progress or (lambda _: None)
    texts = [article.sentence_text(i) for article in (source, target) for i in range(len(article.sentences))]
    vectors = _encoded(texts, encoder, lambda done: report(done * _ENCODING))
    lengths = np.array([len(text) for text in texts], np.float32)
    n = len(source.sentences)
    beads = align_vectors(
        vectors[:n],
        vectors[n:],
        lengths[:n],
        lengths[n:],
        lambda done: report(_ENCODING + done * (1 - _ENCODING)),
    )
    report(1.0)
    return Alignment(beads)


def align_vectors(
    source: Vectors,
    target: Vectors,
    source_lengths: Floats,
    target_lengths: Floats,
    progress: Progress | None = None,
) -> tuple[Bead, ...]:
    """Aligns two lists of sentences by their unit vectors (n, d) and lengths in characters (n)."""
    from tui.alignment.beads import Sentences, best_beads
    from tui.alignment.moved import cosine_of, relinked
    from tui.alignment.similarity import SURE, common_scale, mutual_best, prefer_mutual

    cosines = source @ target.T
    likeliest = (
        cosines.max(axis=1, initial=0),
        cosines.max(axis=0, initial=0),
    )
    pairs = mutual_best(cosines, SURE)
    scale = common_scale(source_lengths, target_lengths, pairs)
    prefer_mutual(cosines, pairs)
    left, right = Sentences(source, source_lengths), Sentences(target, target_lengths * scale)
    beads = best_beads(cosines, left, right, progress)
    weighted_source = source * left.weights[:, None]
    weighted_target = target * right.weights[:, None]
    out: list[Bead] = []
    for s, t, moved in relinked(beads, source, target):
        if s and t:
            score = cosine_of(s, t, weighted_source, weighted_target)
        else:
            score = 1 - float(likeliest[0][s[0]] if s else likeliest[1][t[0]])
        out.append(Bead(s, t, min(1.0, max(0.0, score)), moved))
    return tuple(out)


def _encoded(texts: list[str], encoder: Encoder, progress: Progress) -> Vectors:
    import numpy as np

    parts = []
    for start in range(0, len(texts), _BATCH):
        parts.append(encoder.encode(texts[start : start + _BATCH]))
        progress(min(1.0, (start + _BATCH) / len(texts)))
    return np.concatenate(parts)
