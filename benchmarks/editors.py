"""What is found on texts by editors who knew nothing of the program, and what is said of right translations.

    python -m benchmarks.editors [--show] [--translator COMMAND]

`editors/read` and `editors/counted` hold articles, a right translation of each and one with differences of
some fifty kinds, `equal-*` only right ones, and `back_translation.tsv` what each Italian sentence says, as a
person wrote it who did not see the English; `sentences.tsv` holds sentences with a right and a wrong wording
in the translation, and `back`, what a person who did not see the English wrote that these say: they are told
one by one, and put together as articles; `free.tsv` right translations as free as translators who were asked
to tempt a program could make them. Rules may be mended beside what is read: the articles of `read` and every
other sentence, which `--show` prints where they are missed, or loudly told. The others are counted and shown
to nobody.
COMMAND reads Italian and writes English, a sentence a line: what it says is compared too.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.collected import collected, wording
from benchmarks.evaluation_sets import table
from benchmarks.fitting.memory import RememberingEncoder
from benchmarks.gold import LOUD, hits, pair_of_texts, said_by, sentences_of, tally, written_back
from tui.alignment import AlignedPair, standard_encoder
from tui.comparison import SEVERITIES, Finding, compare
from tui.translation import CommandTranslator

FOLDER = Path(__file__).parent / "editors"
HALVES = ("read", "counted")


class Editor:
    """What the program says of pairs, with the help of an engine if there is one."""

    def __init__(self, translator: str | None) -> None:
        self.encoder = RememberingEncoder(standard_encoder())
        self._engine = CommandTranslator(translator, "it", "en") if translator else None

    def findings(self, pair: AlignedPair, written: Path | None = None) -> tuple[Finding, ...]:
        """What is said of a pair, with the help of what a person wrote in the folder `written` that its
        sentences say, if given.
        """
        return self.told(pair, written_back(written, pair) if written else None)

    def told(self, pair: AlignedPair, back: Mapping[int, str] | None) -> tuple[Finding, ...]:
        """What is said of a pair of which a person wrote what the sentences say, by their index."""
        if back is None and self._engine:
            back = said_by(self._engine, sentences_of(pair.target))
        return compare(pair.source, pair.target, pair.alignment, self.encoder, back).findings


def articles(folder: Path, editor: Editor, *, perfect: bool, show: bool) -> Iterator[str]:
    """The differences of a folder that are found and told as loud as the editor wanted; the false alarms.

    `perfect`: whether with the back-translations that a person wrote.
    """
    written = folder if perfect else None
    count: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    for path in sorted(folder.glob("*.en.txt")):
        name = path.name.removesuffix(".en.txt")
        english, clean = path.read_text("utf-8"), path.with_name(f"{name}.clean.it.txt")
        right = clean if clean.is_file() else path.with_name(f"{name}.it.txt")
        pair = pair_of_texts(english, right.read_text("utf-8"), editor.encoder)
        alarms["sentences"] += len(pair.source.sentences)
        alarms.update(one.severity for one in editor.findings(pair, written))
        if right != clean:
            continue
        pair = pair_of_texts(english, path.with_name(f"{name}.it.txt").read_text("utf-8"), editor.encoder)
        told = editor.findings(pair, written)
        for row in table(folder, f"{name}.gold"):
            found = hits(told, pair, row)
            count += tally(found, row)
            if show and not found:
                yield f"    {name} {row['kind']}: {row['english']} | {row['italian']}"
    share = {key: count[key] / max(1, count["all"]) for key in ("found", "loud")}
    name = f"{folder.name}, written back" if perfect else folder.name
    yield (
        f"{name:<9}{count['all']:>4} differences, found {share['found']:.3f}, "
        f"loud {share['loud']:.3f}; right translations, {alarms['sentences']} sentences: "
        + ", ".join(f"{alarms[severity]} {severity}" for severity in SEVERITIES)
    )


def sentences(editor: Editor, *, show: bool) -> Iterator[str]:
    """The wrong wordings that are told loudly where the right one is not, and what is said loudly of that."""
    counts = {half: Counter[str]() for half in HALVES}
    for number, row in enumerate(table(FOLDER, "sentences")):
        half = HALVES[number % 2]
        said = []
        for wrong in (False, True):
            italian = wording(row["italian"], wrong=wrong)
            pair = pair_of_texts(row["english"], italian, editor.encoder, one_bead=True)
            told = editor.findings(pair)
            said.append(Counter(one.rule for one in told if SEVERITIES.index(one.severity) <= LOUD))
        found = bool(said[1] - said[0])
        counts[half].update(all=1, found=int(found), false=sum(said[0].values()))
        if show and half == "read" and not found:
            yield f"    {row['kind']}: {row['english']} | {row['italian']}"
    for half, count in counts.items():
        yield (
            f"{half:<9}{count['all']:>4} sentences, found loudly {count['found'] / count['all']:.3f}; "
            f"{count['false']} loud findings on the right ones"
        )


def together(editor: Editor) -> Iterator[str]:
    """The wrong wordings that are told where the right one is not, of rows put together as articles, with and
    without what a person wrote that they say; and what is said of the right ones.
    """
    for half, name in enumerate(HALVES):
        for perfect in (False, True):
            right: dict[int, set[tuple[object, ...]]] = defaultdict(set)
            count: Counter[str] = Counter()
            for article in collected(FOLDER, half, editor.encoder, spoilt=False):
                for one in editor.told(article.pair, article.back if perfect else None):
                    right[article.row(one.source, one.target)].add(_plain(one))
                    count[one.severity] += 1
            for article in collected(FOLDER, half, editor.encoder, spoilt=True):
                told = {row: [False, False] for row in article.wrong}
                for one in editor.told(article.pair, article.back if perfect else None):
                    row = article.row(one.source, one.target)
                    if row in told and _plain(one) not in right[row]:
                        told[row][0] = True
                        told[row][1] |= SEVERITIES.index(one.severity) <= LOUD
                count.update(all=len(told), found=sum(found for found, _ in told.values()))
                count["loud"] += sum(loud for _, loud in told.values())
            label = f"{name}, written back" if perfect else name
            said = ", ".join(f"{count[severity]} {severity}" for severity in SEVERITIES)
            yield (
                f"{label:<9}{count['all']:>4} rows as articles, found {count['found'] / count['all']:.3f}, "
                f"loudly {count['loud'] / count['all']:.3f}; right ones: {said}"
            )


def _plain(one: Finding) -> tuple[object, ...]:
    return one.rule, one.source_value, one.target_value


def free(editor: Editor, *, show: bool) -> Iterator[str]:
    """What is said of right translations that are as free as can be."""
    counts = {half: Counter[str]() for half in HALVES}
    for number, row in enumerate(table(FOLDER, "free")):
        half = HALVES[number % 2]
        told = editor.findings(pair_of_texts(row["english"], row["italian"], editor.encoder, one_bead=True))
        counts[half].update(one.severity for one in told)
        counts[half]["all"] += 1
        loud = [one.message for one in told if SEVERITIES.index(one.severity) <= LOUD]
        if show and half == "read" and loud:
            yield f"    {row['english']} | {row['italian']} | {'; '.join(loud)}"
    for half, count in counts.items():
        said = ", ".join(f"{count[severity]} {severity}" for severity in SEVERITIES)
        yield f"{half:<9}{count['all']:>4} free translations, all right: {said}"


def main() -> None:
    made = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    made.add_argument("--show", action="store_true", help="print what is missed of what may be read")
    made.add_argument("--translator", help="a command that translates lines into English")
    options = made.parse_args()
    editor = Editor(options.translator)
    for perfect in (False, True):
        for name in HALVES:
            for line in articles(
                FOLDER / name, editor, perfect=perfect, show=options.show and name == "read"
            ):
                print(line)
    for told in (sentences, free):
        for line in told(editor, show=options.show):
            print(line)
    for line in together(editor):
        print(line)


if __name__ == "__main__":
    main()
