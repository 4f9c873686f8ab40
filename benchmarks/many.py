"""Many pairs: how much faster two processes are than one, and whether memory stays flat.

    python -m benchmarks.many [--pairs 1000] [--sentences 30]

Every pair is the sample's beginning with a number of its own in every sentence, so that no vector is had
from an earlier pair. Prints pairs a second, the processor time that a pair takes and the memory of all
processes (Linux), after a tenth and the most from there on; fails when the output depends on their number.
Where other programs have the cores too, the pace says little: what two processes can be is told by the
processor time, which is theirs alone, and by the load, which is printed.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tui.articles import load_pair
from tui.resources import asset


def main() -> None:
    """Runs the list with one process and with two."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=30)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        listed = _listing(folder, arguments.pairs, arguments.sentences)
        outputs, paces, costs = [], [], []
        for jobs in (1, 2):
            out = folder / f"{jobs}.jsonl"
            begun, used = time.perf_counter(), _processor_time()
            early, late = _run(listed, out, jobs, arguments.pairs // 10)
            paces.append(arguments.pairs / (time.perf_counter() - begun))
            costs.append((_processor_time() - used) / arguments.pairs)
            outputs.append(out.read_bytes())
            told = f"{early} MB after a tenth, {late} MB at most from there on; load {os.getloadavg()[1]:.1f}"
            print(f"jobs {jobs}: {paces[-1]:.2f} pairs a second, {costs[-1]:.2f} s each; {told}", flush=True)
    print(f"two processes: {paces[1] / paces[0]:.2f} times one; output identical: {outputs[0] == outputs[1]}")
    print(f"by their processor time on two cores of their own: {2 * costs[0] / costs[1]:.2f} times one")
    sys.exit(outputs[0] != outputs[1])


def _listing(folder: Path, pairs: int, sentences: int) -> Path:
    pair = load_pair(str(asset("sample/en.txt")), str(asset("sample/it.txt")))
    rows = ["id\tsource\ttarget"]
    for number in range(pairs):
        for language, article in (("en", pair.source), ("it", pair.target)):
            count = min(sentences, len(article.sentences))
            texts = (f"{number}-{index} {article.sentence_text(index)}" for index in range(count))
            (folder / f"{number}.{language}.txt").write_text("\n\n".join(texts), "utf-8")
        rows.append(f"{number}\t{number}.en.txt\t{number}.it.txt")
    listed = folder / "pairs.tsv"
    listed.write_text("\n".join(rows) + "\n", "utf-8")
    return listed


def _run(listed: Path, out: Path, jobs: int, early: int) -> tuple[int, int]:
    """The memory of the command and its processes, in MB, after `early` pairs and at the end."""
    code = "import sys; from tui.cli import main; sys.exit(main())"
    command = ["check", "--pairs", str(listed), "--jobs", str(jobs), "--fail-on", "never", "--quiet"]
    first = most = 0
    kept = {"XDG_CACHE_HOME": str(out.with_suffix(".cache"))}  # nothing is had from an earlier run
    command += ["--output", str(out)]
    with subprocess.Popen([sys.executable, "-c", code, *command], env=os.environ | kept) as process:
        while process.poll() is None:
            used = _memory(process.pid)
            if first:
                most = max(most, used)
            elif out.exists() and out.read_bytes().count(b"\n") >= early:
                first = used
            time.sleep(0.5)
    if process.returncode:
        sys.exit(f"the command ended with {process.returncode}")
    return first, most


def _processor_time() -> float:
    """Seconds that all processes started from here and ended by now have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(pid: int) -> int:
    """Resident MB of a process and its children; 0 where that is not told."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    resident = next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
    return resident // 1024 + sum(_memory(int(child)) for child in children)


if __name__ == "__main__":
    main()
