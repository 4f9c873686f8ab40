"""Lists of as many pairs as a test needs, out of two."""

from pathlib import Path

SAME = ("The harbour opened on Monday.", "Il porto ha aperto lunedì.")
OTHER = ("The harbour opened on Monday.", "Il porto ha aperto martedì.")


def listing(folder: Path, count: int) -> Path:
    """Pairs without and with a finding by turns, all of them files of the folder; ids from 0."""
    for name, pair in (("same", SAME), ("other", OTHER)):
        for language, text in zip(("en", "it"), pair, strict=True):
            (folder / f"{name}.{language}").write_text(text, "utf-8")
    rows = ["id\tsource\ttarget"]
    rows += [f"{n}\t{name}.en\t{name}.it" for n in range(count) for name in (("same", "other")[n % 2],)]
    path = folder / "pairs.tsv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path
