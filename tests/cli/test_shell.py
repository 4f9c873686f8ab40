"""What the parsers give a shell and `man`."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tui.cli import main
from tui.cli.main import COMMANDS
from tui.cli.shell import SHELLS
from tui.reports import report_formats


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_knows_every_command_and_format(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = said(capsys, "completion", shell)
    for word in (*COMMANDS, *report_formats(), "--resume" if shell != "fish" else "resume"):
        assert word in script


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_is_a_script_that_its_shell_can_read(
    shell: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = said(capsys, "completion", shell)
    run = subprocess.run([shell, "-n"], input=script.encode(), capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (0, b"")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["mod"], {"models"}),
        (["check", "--form"], {"--format"}),
        (["check", "--format", "xl"], {"xlsx", "xliff"}),
        (["models", "ver"], {"verify"}),
        (["check", "--pairs", "pa"], {"pairs.tsv"}),
        (["orig"], {"original.txt"}),
    ],
)
def test_bash_completes(
    words: list[str], offered: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("pairs.tsv", "original.txt"):
        (tmp_path / name).touch()
    ask = (
        f"COMP_WORDS=(afronte {' '.join(words)}); COMP_CWORD={len(words)}\n"
        'COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}\n'
        f"_shtab_afronte afronte '{words[-1]}'\n"
        "if [ ${#COMPREPLY[@]} = 0 ] && complete -p afronte | grep -q 'o default'; then\n"
        f"  COMPREPLY=($(compgen -f -- '{words[-1]}'))\nfi\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    script = said(capsys, "completion", "bash") + ask
    run = subprocess.run(["bash"], input=script.encode(), cwd=tmp_path, capture_output=True, check=True)
    assert {word.strip() for word in run.stdout.decode().splitlines()} == offered


def test_the_manual_page_tells_every_command_and_option(capsys: pytest.CaptureFixture[str]) -> None:
    page = said(capsys, "man")
    assert page.startswith(".TH AFRONTE 1 ")
    for name in set(COMMANDS) - {"read"}:
        assert f".SH afronte {name}\n" in page
    assert "\\fB\\-\\-fail\\-on\\fR" in page
    assert "%(default)s" not in page
    if shutil.which("man"):
        run = subprocess.run(
            ["man", "--warnings", "-l", "-"], input=page.encode(), capture_output=True, check=False,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
        )  # fmt: skip
        assert (run.returncode, run.stderr) == (0, b"")
        assert "--fail-on" in run.stdout.decode()
