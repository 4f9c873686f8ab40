"""Makes the table of the vectors of common words that is shipped, again for each version of the encoder.

    python -m benchmarks.word_table [FILE ...]

Encodes the words of the table, or those of text files with a word on each line, and writes
`assets/words/vectors.npz`; prints how far the cosines of its vectors are from those of the encoder's own.
"""

import argparse
from pathlib import Path

import numpy as np

from tui.alignment import standard_encoder
from tui.comparison.word_vectors import TABLE, shipped
from tui.languages import fold
from tui.resources import asset


def main() -> None:
    """Writes the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path, help="lists of words, one a line")
    files = arguments.parse_args().files
    listed = [line for file in files for line in file.read_text("utf-8").splitlines() if line]
    words = sorted({fold(word) for word in listed}) if files else list(shipped().row)
    encoder = standard_encoder()
    vectors = encoder.encode(words)
    scales = np.abs(vectors).max(axis=1) / 127
    values = np.round(vectors / scales[:, None]).astype(np.int8)
    text = np.frombuffer("\n".join(words).encode("utf-8"), np.uint8)
    np.savez(asset(TABLE), words=text, values=values, scales=scales, encoder=np.array(encoder.name))
    made = values * scales[:, None]
    apart = np.abs(made[:1000] @ made[1000:2000].T - vectors[:1000] @ vectors[1000:2000].T).max()
    print(f"{len(words)} words of {encoder.name}; cosines differ by {apart:.4f} at most")


if __name__ == "__main__":
    main()
