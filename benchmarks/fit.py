"""Makes the weights of the program again, the same from run to run.

    python -m benchmarks.fit --data FOLDER [--only MODEL …] [--translator COMMAND …] [--figures]

Writes `assets/alignment.toml`, `assets/weights/` and `assets/judge/`, one model after the other, since each
weighs what the ones before it say. `--figures` prints instead how well each does on what took no part.
`assets/judge/witness.toml` is written with `--translator` only (`benchmarks.fitting.witness`). What a
back-translation says of other findings is weighed by `benchmarks.fitting.testimony`, and read before it is
kept; `assets/words/vectors.npz`, which is data, is made by `benchmarks.word_table`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping
from datetime import date

from benchmarks.evaluation_sets import parser
from benchmarks.fitting import judge, links, omissions, witness, word_links, words
from benchmarks.fitting.calibration import calibration
from tui.alignment import standard_encoder
from tui.comparison.families import FAMILIES
from tui.comparison.judge import table_name
from tui.comparison.lexical.weights import weights
from tui.comparison.model import SURE
from tui.languages import toml_table
from tui.resources import asset

MODELS = {"links": word_links, "omissions": omissions, "words": words}
"""What fits the files of `assets/weights/`, in order."""
_EVERY = ("alignment", *MODELS, "judge", "witness")


_FITTED = f"Fitted on {date.today():%Y-%m-%d} by `python -m benchmarks.fit` on {', '.join(judge.CORPORA)}."


def main() -> None:
    """Fits what the command line names and writes it."""
    made = parser(__doc__)
    made.formatter_class = argparse.RawDescriptionHelpFormatter
    made.add_argument("--only", nargs="+", choices=_EVERY, default=_EVERY)
    made.add_argument("--translator", nargs="+", help="commands that translate lines into English")
    made.add_argument("--figures", action="store_true", help="print figures left out; write nothing")
    options = made.parse_args()
    if "alignment" in options.only:
        seen = links.examples(options.data, standard_encoder())
        if options.figures:
            links.report(seen)
        else:
            links.write(links.fitted_to(seen))
    for name, model in MODELS.items():
        if name in options.only and options.figures:
            print(*model.figures(options.data), sep="\n")
        elif name in options.only:
            for table, parts in model.fit(options.data).items():
                write_weights(table, parts, model.CORPORA)
    if "judge" in options.only:
        learned = judge.samples(options.data)
        if options.figures:
            judge_figures(learned)
        else:
            for family in FAMILIES:
                judge.write(judge.weights(learned, family), asset("judge") / table_name(family.name), _FITTED)
    if "witness" in options.only and not options.translator:
        print("witness: left as it is, without --translator")
    elif "witness" in options.only:
        said = witness.said(options.data, options.translator)
        if options.figures:
            witness.report(said)
        else:
            witness.write(said)


def write_weights(name: str, parts: Mapping[str, list[float]], corpora: tuple[str, ...]) -> None:
    """Writes the weights of one module of `tui.comparison.lexical`, which the next model reads."""
    lines = [
        f"# Coefficients of tui/comparison/lexical/{name}.py, in the order of the columns described there.",
        f"# Fitted on {date.today():%Y-%m-%d} by `python -m benchmarks.fit` on {', '.join(corpora)}.",
        "",
        *(f"{part} = {values}" for part, values in parts.items()),
    ]
    asset(f"weights/{name}.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    toml_table.cache_clear()
    weights.cache_clear()


def judge_figures(learned: judge.Learned) -> None:
    """Prints the reliability table of judged candidates, each by weights that its corpus took no part in."""
    found = list(judge.left_out(learned))
    for corpus in (*learned.sentences, "all"):
        own = [item for item in found if corpus in (item[0].corpus, "all")]
        error, rows = calibration([(chance, count, one.real) for one, count, chance in own])
        told = [(chance, one.real) for one, _, chance in own if not one.planted]
        loud = [real for chance, real in told if chance >= SURE]
        print(f"{corpus}: expected calibration error {error:.3f}; {len(told)} judged, ", end="")
        print(f"{sum(real for _, real in told)} of them real; ", end="")
        print(f"from {SURE} on {len(loud)}, {sum(loud)} of them real")
        for begins, count, mean, share in rows if corpus == "all" else ():
            print(f"  from {begins:.1f}: {count:6.1f} candidates, said {mean:.2f}, real {share:.2f}")
    planted: Counter[tuple[str, bool]] = Counter()
    planted.update((one.rule.name, chance >= SURE) for one, _, chance in found if one.planted)
    for name in sorted({name for name, _ in planted}):
        right, wrong = planted[name, True], planted[name, False]
        print(f"planted, {name}: {right} of {right + wrong} critical")


if __name__ == "__main__":
    main()
