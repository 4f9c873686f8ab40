"""`--scheduler`: a real Dask scheduler with two worker processes, one of which is killed in the middle."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from command import COMMAND, afronte
from pair_lists import listing

from tui.cli import main

pytestmark = pytest.mark.long

pytest.importorskip("distributed", reason="needs the extra afronte[cluster]")
HERE = ("--host", "127.0.0.1", "--no-dashboard")
PAIRS = 30


@contextmanager
def started(command: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{command}", *HERE, *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            yield process
        finally:
            process.kill()


def wait_until(true: Callable[[], bool]) -> None:
    for _ in range(1200):
        if true():
            return
        time.sleep(0.1)
    raise TimeoutError


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(tmp_path: Path) -> None:
    pairs, out, said = str(listing(tmp_path, PAIRS)), tmp_path / "out.jsonl", tmp_path / "scheduler.json"
    with ExitStack() as stack:
        stack.enter_context(started("dask_scheduler", "--port", "0", "--scheduler-file", str(said)))
        wait_until(lambda: said.exists() and said.stat().st_size > 0)
        address = json.loads(said.read_text())["address"]
        alone = ("--no-nanny", "--nthreads", "1", "--local-directory", str(tmp_path), address)
        workers = [stack.enter_context(started("dask_worker", *alone)) for _ in range(2)]
        command = [COMMAND, "check", "--pairs", pairs, "--scheduler", address, "--output", str(out)]
        run = stack.enter_context(
            subprocess.Popen([*command, "--fail-on", "never"], stdout=subprocess.DEVNULL)
        )
        wait_until(lambda: out.exists() and out.read_bytes().count(b"\n") > 3)
        workers[0].kill()
        assert run.wait(timeout=120) == 0
    here = afronte("check", "--pairs", pairs, "--fail-on", "never")
    lines, expected = (
        [json.loads(line) for line in text.splitlines()] for text in (out.read_bytes(), here.stdout)
    )
    assert [line["id"] for line in lines] == [str(n) for n in range(PAIRS)]
    assert [line["findings"] for line in lines] == [line["findings"] for line in expected]


def test_a_scheduler_that_does_not_answer_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--pairs", str(listing(tmp_path, 1)), "--scheduler", "nonsense://here"]) == 2
    err = capsys.readouterr().err
    assert "nonsense://here" in err
    assert "dask scheduler" in err
