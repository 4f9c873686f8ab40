"""What counts of a configuration, and what the person is told about the rest."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config import Config, Loaded, load, settings, show, template, write_template


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "afronte" / "config.toml"


def loaded(
    path: Path,
    text: str = "",
    environment: dict[str, str] | None = None,
    options: dict[str, str | None] | None = None,
) -> Loaded:
    """What a file of that text gives, where the reader knows three themes and three actions."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return load(
        path,
        environment=environment or {},
        options=options,
        themes=("dark", "light", "nord"),
        bindings=({"finding.next": "]", "row.next": "j,down", "quit": "q"}, {"list.down": "j"}),
    )


def test_without_a_file_everything_is_as_by_default(path: Path) -> None:
    assert load(path, environment={}).config == Config()
    assert load(path, environment={}).problems == ()


def test_a_file_sets_what_it_names(path: Path) -> None:
    given = loaded(
        path,
        'theme = "nord"\nlayers = ["facts"]\ncertainty = 0.9\nlayout = "stacked"\ndensity = "compact"\n'
        "ruler = true\nreread = true\n"
        'translator = "apertium -u ita-spa"\n[keymap]\n"finding.next" = "ctrl+n, F3"\n',
    )
    assert given.config == Config(
        "nord", frozenset({"facts"}), 0.9, "stacked", "compact", True, True, "apertium -u ita-spa",
        {"finding.next": "ctrl+n,F3"},
    )  # fmt: skip
    assert given.problems == ()


def test_an_option_goes_before_the_environment_and_that_before_the_file(path: Path) -> None:
    text = 'theme = "dark"\nlayout = "stacked"\ndensity = "compact"\n'
    environment = {"AFRONTE_THEME": "light", "AFRONTE_LAYOUT": "side-by-side", "AFRONTE_RULER": "yes"}
    given = loaded(path, text, environment, {"theme": "nord", "layers": "facts,words", "ruler": None})
    config = given.config
    assert (config.theme, config.layout, config.density, config.ruler) == (
        "nord",
        "side-by-side",
        "compact",
        True,
    )
    assert config.layers == {"facts", "words"}
    assert given.origins == {
        "theme": "--theme",
        "layers": "--layers",
        "certainty": "default",
        "layout": "AFRONTE_LAYOUT",
        "density": f"{path}:3",
        "ruler": "AFRONTE_RULER",
        "reread": "default",
        "translator": "default",
        "advance": "default",
    }


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('layout = "sideways"', "layout: 'sideways' is not allowed; allowed: auto, side-by-side or stacked"),
        ("certainty = 2", "certainty: 2 is not allowed; allowed: a number from 0.4 to 1"),
        ("certainty = nan", "certainty: nan is not allowed; allowed: a number from 0.4 to 1"),
        ("certainty = true", "certainty: True is not allowed; allowed: a number from 0.4 to 1"),
        ("ruler = 1", "ruler: 1 is not allowed; allowed: true or false"),
        ('theme = "drak"', "theme: 'drak' is not allowed; allowed: dark, light or nord"),
        ("theme = 3", "theme: 3 is not allowed; allowed: dark, light or nord"),
        (
            'layers = ["facts", "fact"]',
            "layers: ['facts', 'fact'] is not allowed; allowed: a list of facts, missing and words "
            "or some of them (as an option: with commas, or none)",
        ),
        ('layers = "facts"', "layers: 'facts' is not allowed; allowed: a list of facts, missing and words "
                             "or some of them (as an option: with commas, or none)"),
        ("layers = [[1]]", "layers: [[1]] is not allowed; allowed: a list of facts, missing and words "
                           "or some of them (as an option: with commas, or none)"),
        ("density = []", "density: [] is not allowed; allowed: compact or comfortable"),
        ('translator = ""', "translator: '' is not allowed; allowed: argos, or a command"),
        ("translator = \"a 'b\"", "translator: \"a 'b\" is not allowed; allowed: argos, or a command "
                                  "(No closing quotation)"),
        (
            'colour = "red"',
            "colour: no such setting; there are theme, layers, certainty, layout, density, ruler, reread, "
            "translator, advance and keymap",
        ),
        ('keymap = "vi"', "keymap: 'vi' is not allowed; allowed: a table, [keymap]"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named_with_file_line_key_and_what_is_allowed(
    path: Path, line: str, problem: str
) -> None:
    """And the rest still counts, before it and after it."""
    before, after = ("density", "compact"), ("layout", "stacked")
    if line.startswith("layout"):
        after = ("theme", "light")
    if line.startswith("density"):
        before = ("theme", "light")
    text = f'# my settings\n{before[0]} = "{before[1]}"\n\n{line}\n{after[0]} = "{after[1]}"\n'
    given = loaded(path, text)
    assert given.problems == (f"{path}:4: {problem}",)
    assert (getattr(given.config, before[0]), getattr(given.config, after[0])) == (before[1], after[1])


@pytest.mark.parametrize(
    "text",
    [
        '[keymap]\n\n"finding.nxt" = "n"\n"quit" = "Q"\n',
        '[keymap]\n\nfinding.nxt = "n"\nquit = "Q"\n',
        'ruler = true\nkeymap.quit = "Q"\nkeymap."finding.nxt" = "n"\n',
        '[keymap]\nquit = "Q"\n[keymap.finding]  \nnxt = "n"\n',
    ],
)
def test_a_key_for_an_action_that_is_not_there_is_named_with_the_nearest_one(path: Path, text: str) -> None:
    """However TOML lets one write it."""
    given = loaded(path, text)
    line = 4 if "[keymap.finding]" in text else 3
    assert given.problems == (
        f"{path}:{line}: keymap: 'finding.nxt' is not the id of an action; is it finding.next?",
    )
    assert given.config.keymap == {"quit": "Q"}


@pytest.mark.parametrize("keys", ['""', '"a,"', '"a b"', "3", "[]"])
def test_what_is_no_name_of_a_key_is_not_taken(path: Path, keys: str) -> None:
    given = loaded(path, f'[keymap]\n"row.next" = {keys}\n')
    assert given.problems[0].startswith(f"{path}:2: keymap.row.next: ")
    assert given.config.keymap == {}


def test_a_key_is_taken_as_the_reader_spells_it(path: Path) -> None:
    """What it does not know as a key is not taken."""
    path.parent.mkdir()
    path.write_text('[keymap]\n"row.next" = "?, J"\nquit = "control+q"\n', "utf-8")
    names = {"?": "question_mark", "J": "J"}
    given = load(path, environment={}, spelled=names.get)
    assert given.config.keymap == {"row.next": "question_mark,J"}
    assert given.problems[0].startswith(f"{path}:3: keymap.quit: 'control+q' is not allowed")


def test_a_wrong_environment_leaves_what_the_file_says(path: Path) -> None:
    given = loaded(path, 'layout = "stacked"', {"AFRONTE_LAYOUT": "wide", "AFRONTE_LAYERS": ""})
    assert given.config.layout == "stacked"
    assert given.problems == (
        "AFRONTE_LAYOUT: 'wide' is not allowed; allowed: auto, side-by-side or stacked",
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [('theme = "dark"\nlayout = stacked\n', 2), ("[keymap\n", 1), ('a = 1\n\n\nb = """', 4), ("a=1\na=2", 2)],
)
def test_what_is_no_toml_is_named_by_its_line(path: Path, text: str, line: int) -> None:
    given = loaded(path, text)
    assert len(given.problems) == 1
    assert given.problems[0].startswith(f"{path}:{line}: not TOML: ")
    assert given.config == Config()


@pytest.mark.parametrize(
    "text", ["certainty = " + "9" * 5000, "theme = " + "[" * 5000, f"keymap{'.a' * 5000} = 1"],
    ids=["a number of 5,000 digits", "5,000 lists", "5,000 tables"],
)  # fmt: skip
def test_a_file_that_holds_more_than_can_be_read_is_named(path: Path, text: str) -> None:
    given = loaded(path, text)
    assert given.problems == (
        f"{path}: holds more than can be read; nothing in this file counts until it is mended",
    )
    assert given.config == Config()


def test_a_file_that_cannot_be_read_is_named(path: Path) -> None:
    path.mkdir(parents=True)
    assert load(path, environment={}).problems == (f"{path}: Is a directory; nothing in this file counts",)
    path.rmdir()
    path.write_bytes(b"# caf\xc3\xa9\n# caf\xe9\n")
    assert load(path, environment={}).problems[0].startswith(f"{path}:2: not UTF-8")


def test_a_file_saved_with_a_byte_order_mark_counts(path: Path) -> None:
    assert loaded(path, '\ufefftheme = "light"').config.theme == "light"


def test_the_file_to_begin_with_says_what_is_so_anyway(path: Path) -> None:
    """As it is, and with every setting in it switched on."""
    write_template(path)
    assert load(path, environment={}).config == Config()
    on = [line.removeprefix("# ") if " = " in line else line for line in template().splitlines()]
    given = load(path, environment={}, themes=("dark",))
    path.write_text("\n".join(on), "utf-8")
    given = load(path, environment={})
    assert given.problems == ()
    assert given.config == Config(keymap={"finding.next": "right_square_bracket,ctrl+n"})
    assert all(origin != "default" for origin in given.origins.values())


def test_the_file_to_begin_with_explains_every_setting() -> None:
    for name, (kind, _, doc) in settings().items():
        assert doc.split("\n")[0] in template()
        assert kind.allowed in template()
        assert f"\n# {name} = " in template()


def test_a_file_that_is_there_is_never_overwritten(path: Path) -> None:
    loaded(path, 'theme = "nord"')
    write_template(path)
    assert path.read_text() == 'theme = "nord"'


def test_what_is_shown_is_a_file_that_gives_the_same(path: Path) -> None:
    """With where each value comes from."""
    given = loaded(path, 'ruler = true\n[keymap]\nquit = "Q"', {"AFRONTE_LAYERS": "none"})
    text = show(given)
    assert tomllib.loads(text)["ruler"] is True
    again = loaded(path.with_name("again.toml"), text)
    assert again.config == given.config
    shown = {line.split(" = ")[0]: line.split("  # ")[1] for line in text.splitlines() if " = " in line}
    assert (shown["ruler"], shown["layers"], shown["theme"]) == (f"{path}:1", "AFRONTE_LAYERS", "default")
    assert shown['"quit"'] == f"{path}:3"


@given(st.text())
def test_no_file_is_too_strange_to_be_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "strange.toml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for problem in load(path, environment={}).problems:
        assert "\n" not in problem


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ('"finding.next" = "j"', "keymap.finding.next = 'j' takes the key of row.next, which keeps down"),
        ('"finding.next" = "q"', "keymap.finding.next = 'q' takes the key of quit, which has no other"),
        ('"finding.next" = "x"\n"quit" = "x"',
         "keymap.finding.next and keymap.quit both have the key 'x': give one another"),
    ],
)  # fmt: skip
def test_a_key_that_is_taken_from_another_action_is_told_with_both(path: Path, keys: str, told: str) -> None:
    given = loaded(path, f"[keymap]\n{keys}\n")
    assert given.problems == ()
    assert [line.partition(": ")[2] for line in given.conflicts] == [told]
    assert given.conflicts[0].startswith(f"{path}:2: ")


@pytest.mark.parametrize(
    "keys",
    ['"finding.next" = "n"', '"finding.next" = "j"\n"row.next" = "down"', '"list.down" = "q"'],
)
def test_keys_that_nobody_else_has_beside_them_are_no_conflict(path: Path, keys: str) -> None:
    """Also where the other was given another key, and in another place."""
    assert loaded(path, f"[keymap]\n{keys}\n").conflicts == ()
