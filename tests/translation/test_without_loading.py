"""What is in the process when, and where Argos Translate keeps its things: asked of a fresh interpreter."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.translation import Shelf

ENGINES = {
    "argostranslate", "ctranslate2", "sentencepiece", "onnxruntime", "torch", "stanza", "spacy", "minisbd"
}  # fmt: skip


def run(code: str, *arguments: object, environment: dict[str, str] | None = None) -> list[str]:
    """The lines a fresh interpreter prints; it may not connect to anything."""
    guard = (
        "import sys\n"
        "def guard(event, arguments):\n"
        "    if event == 'socket.connect': raise SystemExit(f'connects to {arguments[1]}')\n"
        "sys.addaudithook(guard)\n"
        f"def loaded(): print(*sorted(set(sys.modules) & {ENGINES}))\n"
    )
    process = subprocess.run(
        [sys.executable, "-c", guard + code, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert process.stderr == ""
    return process.stdout.splitlines()


def test_engines_come_with_the_first_translation_and_no_stranger_with_them(stocked: Shelf) -> None:
    """Listing models and making a translator loads none of them; translating only what it needs."""
    assert run(
        "from pathlib import Path\n"
        "from tui.translation import Shelf, argos_translator\n"
        "shelf = Shelf(Path(sys.argv[1])); shelf.contents(); loaded()\n"
        "translator = argos_translator(shelf, 'it', 'en'); loaded()\n"
        "print(*translator.translate(['Il gatto dorme.'])); loaded()\n",
        stocked.folder,
    ) == ["", "", "{'Il gatto dorme.': 'The cat sleeps.'}", "argostranslate ctranslate2 sentencepiece"]


ASK_OURS = """
from tui.translation.settings import index_url, models_folder
print(models_folder(), index_url())
"""
ASK_ARGOS = """
import argostranslate.settings
print(argostranslate.settings.package_data_dir, argostranslate.settings.remote_package_index)
"""


@pytest.mark.parametrize(
    ("environment", "settings"),
    [
        ({}, None),
        ({"ARGOS_PACKAGES_DIR": "{home}/models", "ARGOS_PACKAGE_INDEX": "http://localhost/index/"}, None),
        ({"XDG_DATA_HOME": "{home}/data"}, None),
        ({}, '{"ARGOS_PACKAGES_DIR": "{home}/a", "ARGOS_PACKAGE_INDEX": "http://localhost/other/"}'),
        ({"ARGOS_PACKAGES_DIR": "{home}/models"}, '{"ARGOS_PACKAGES_DIR": "{home}/a"}'),
        ({"XDG_CONFIG_HOME": "{home}/.config"}, '{"ARGOS_PACKAGES_DIR": "{home}/a"}'),
        ({}, "{}"),
    ],
)
def test_the_models_lie_where_argos_looks_for_them(
    tmp_path: Path, environment: dict[str, str], settings: str | None
) -> None:
    """Asked without importing it, the answers are the ones Argos Translate gives itself."""
    home = str(tmp_path)
    if settings:
        file = tmp_path / ".config" / "argos-translate" / "settings.json"
        file.parent.mkdir(parents=True)
        file.write_text(settings.replace("{home}", home))
    known = {"PATH": os.environ["PATH"], "HOME": home}
    known |= {name: value.replace("{home}", home) for name, value in environment.items()}
    assert run(ASK_OURS, environment=known) == run(ASK_ARGOS, environment=known)
