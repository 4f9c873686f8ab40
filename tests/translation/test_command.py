import resource
import shlex
import shutil
import sys
import time
from pathlib import Path

import pytest
from toy_translators import translated

from tui.errors import AfronteError
from tui.translation.command import CommandTranslator

COUNTING = "open({count!r}, 'a').write('x'); "
SHOUT_AT_ONCE = "import sys\nfor line in sys.stdin: print(line.strip().upper(), flush=True)"
SHOUT_AT_THE_END = "import sys\nprint(*[line.strip().upper() for line in sys.stdin], sep='\\n')"


def python(code: str) -> str:
    return f"{shlex.quote(sys.executable)} -u -c {shlex.quote(code)}"


def translate(command: str, *sentences: str, silence: float = 20.0) -> list[str]:
    translator = CommandTranslator(command, "it", "en", silence)
    try:
        return translated(translator, *sentences)
    finally:
        translator.close()


@pytest.mark.parametrize("code", [SHOUT_AT_ONCE, SHOUT_AT_THE_END])
def test_one_line_goes_in_and_one_comes_out(code: str) -> None:
    """Whether the command writes at once or at its end; blank sentences and line breaks keep their place."""
    sentences = ["Il gatto\ndorme.", "", "perché\u2028no", *(f"frase {number}" for number in range(200))]
    assert translate(python(code), *sentences) == [
        "IL GATTO DORME.",
        "",
        "PERCHÉ NO",
        *(f"FRASE {number}" for number in range(200)),
    ]


def test_a_pipe_is_a_command() -> None:
    assert translate("cat | tr a-z A-Z", "ciao", "mondo") == ["CIAO", "MONDO"]


def starts(tmp_path: Path) -> int:
    return len((tmp_path / "count").read_text())


def test_a_command_that_answers_at_once_is_kept_running(tmp_path: Path) -> None:
    """After a few calls no more processes are started; one that has ended is started again."""
    code = COUNTING.format(count=str(tmp_path / "count")) + SHOUT_AT_ONCE
    translator = CommandTranslator(python(code.replace("; import", "\nimport")), "it", "en")
    for number in range(200):
        before = starts(tmp_path) if number else 0
        assert translated(translator, f"frase {number}", "fine") == [f"FRASE {number}", "FINE"]
        if number > 2 and starts(tmp_path) == before:
            break
    kept = starts(tmp_path)
    for number in range(10):
        assert translated(translator, f"ancora {number}") == [f"ANCORA {number}"]
    assert starts(tmp_path) == kept
    translator.close()
    assert translated(translator, "di nuovo") == ["DI NUOVO"]
    translator.close()


def test_a_command_that_writes_at_its_end_is_run_anew() -> None:
    """Each call is answered all the same."""
    translator = CommandTranslator(python(SHOUT_AT_THE_END), "it", "en")
    for number in range(5):
        assert translated(translator, f"frase {number}") == [f"FRASE {number}"]
    translator.close()


def test_a_kept_command_that_dies_is_replaced() -> None:
    """It gives up after five lines; nobody notices."""
    code = "import sys\nfor _, line in zip(range(5), sys.stdin): print(line.strip().upper(), flush=True)"
    translator = CommandTranslator(python(code), "it", "en")
    for number in range(30):
        assert translated(translator, f"frase {number}") == [f"FRASE {number}"]
    translator.close()


FAILURES = {
    "too few lines": ("head -n 1", "gave 1 lines for 3 sentences"),
    "too many lines": (
        python("import sys\nfor line in sys.stdin: print(line)"),
        "gives more lines than the 3 sentences it got",
    ),
    "nothing": ("cat > /dev/null", "gave 0 lines for 3 sentences"),
    "a crash": (
        python("import sys; sys.stdin.readline(); print(1); sys.exit('no more memory')"),
        "gave 1 lines for 3 sentences, exit status 1: no more memory",
    ),
    "no such command": ("no-such-command-here", "exit status 127: .*not found"),
    "not UTF-8": (
        python("import sys\nfor line in sys.stdin: sys.stdout.buffer.write(b'caff\\xe8\\n')"),
        "writes something that is not UTF-8",
    ),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_failure_is_one_line_with_the_commands_own_words(case: str) -> None:
    command, problem = FAILURES[case]
    with pytest.raises(AfronteError, match=problem) as caught:
        translate(command, "uno", "due", "tre")
    assert str(caught.value).startswith("The translator ")
    assert "\n" not in str(caught.value)


def test_a_command_that_hangs_is_ended() -> None:
    """It, and all that it started."""
    with pytest.raises(AfronteError, match=r"says nothing for 0\.2 seconds"):
        translate("cat > /dev/null; sleep 60 | cat", "uno", silence=0.2)


FLOODS = {
    "lines": ("yes", "gives more lines than the 2 sentences it got"),
    "one endless line": ("yes | tr -d '\\n'", "writes far more than a translation of 2 sentences has"),
    "complaints": ("yes >&2", r"says nothing for 0\.5 seconds: y"),
    "one endless complaint": ("yes | tr -d '\\n' >&2", r"says nothing for 0\.5 seconds: yyy"),
}


@pytest.mark.parametrize("case", FLOODS)
def test_a_flood_is_stopped_at_its_beginning(case: str) -> None:
    """Without taking the memory or the time of what was to be translated."""
    command, problem = FLOODS[case]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(AfronteError, match=problem) as caught:
        translate(command, "uno", "due", silence=0.5)
    assert len(str(caught.value)) < 5000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000  # kilobytes


def test_a_batch_that_takes_too_long_is_given_up() -> None:
    """However regularly its lines come."""
    command = "while read line; do sleep 0.2; echo $line; done"
    translator = CommandTranslator(command, "it", "en", silence=1.0, a_sentence=0.01)
    with pytest.raises(AfronteError, match=r"has not ended after \d seconds"):
        translated(translator, *(f"frase {number}" for number in range(64)))


def test_nothing_is_left_of_a_command_that_failed(tmp_path: Path) -> None:
    """Neither what it has started, nor what goes on when the command itself has ended."""
    for ending in ("yes", "echo; echo; echo"):
        note = tmp_path / "pid"
        with pytest.raises(AfronteError, match="gives more lines than the 1 sentence it got"):
            translate(f"sleep 600 & echo $! > {note}; {ending}", "uno")
        assert_goes(note)


def test_what_a_command_leaves_behind_is_not_waited_for(tmp_path: Path) -> None:
    """It holds the output open when all lines have come; it is ended, and the translation stands."""
    note = tmp_path / "pid"
    assert translate(f"sleep 600 & echo $! > {note}; cat", "uno", "due", silence=1.0) == ["uno", "due"]
    assert_goes(note)


def assert_goes(note: Path) -> None:
    pid = int(note.read_text())
    ended = time.monotonic() + 10
    while not is_gone(pid):  # what was killed goes when the system gets to it
        assert time.monotonic() < ended
        time.sleep(0.01)


def is_gone(pid: int) -> bool:
    """Whether a process has ended: one that nobody has asked how is as good as gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def test_a_command_that_reads_nothing_does_not_block() -> None:
    """Even when it gets more than fits into a pipe."""
    with pytest.raises(AfronteError, match="gave 0 lines"):
        translate("true", *(f"{number} " + "frase " * 1000 for number in range(64)))


def test_work_that_nobody_waits_for_is_not_begun(tmp_path: Path) -> None:
    """The second batch of sentences is sent only when the first has been taken."""
    code = COUNTING.format(count=str(tmp_path / "count")).strip("; ") + "\n" + SHOUT_AT_ONCE
    answers = CommandTranslator(python(code), "it", "en").translate(map(str, range(1000)))
    assert len(next(answers)) < 1000
    assert starts(tmp_path) == 1


@pytest.mark.skipif(not shutil.which("cg-proc") or not shutil.which("apertium"), reason="needs Apertium")
def test_apertium_translates_through_spanish() -> None:
    """The pipe that the README shows."""
    assert translate(
        "apertium -u ita-spa | apertium -u spa-eng", "Il gatto dorme.", "", "Non hanno firmato"
    ) == [
        "The cat sleeps.",
        "",
        "They have not signed",
    ]
