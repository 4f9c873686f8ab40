import json
import os
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from shelf_fixtures import ROOT, left_in
from toy_translators import translated

from tui.errors import AfronteError, StoppedError
from tui.translation import Shelf, Step, argos_translator, install_file, verify
from tui.translation.archive import Limits
from tui.translation.shelf import Card
from tui.translation.workshop import workshop

GOOD = json.dumps({"from_code": "it", "to_code": "en", "package_version": "1.0"})


def repacked(
    original: Path, path: Path, change: Callable[[zipfile.ZipFile], None], without: str | None = None
) -> Path:
    """A copy of a package without one of its files and with what `change` adds."""
    with zipfile.ZipFile(original) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != f"{ROOT}/{without}":
                new.writestr(entry, old.read(entry))
        change(new)
    return path


def test_an_installed_model_is_listed_and_translates(shelf: Shelf, italian_english: Path) -> None:
    """Every step is reported, in order, and nothing but the model is left behind."""
    steps: list[Step] = []
    model = install_file(italian_english, shelf, steps.append)
    assert shelf.contents() == ((model,), ())
    assert (model.card.source, model.card.target, model.card.version) == ("it", "en", "1.0")
    assert model.size == sum(file.stat().st_size for file in model.folder.rglob("*") if file.is_file())
    stages = [step.stage for step in steps]
    assert stages == sorted(stages, key=["waiting", "unpack", "try"].index)
    unpacked = [step for step in steps if step.stage == "unpack"]
    assert unpacked[-1].done == unpacked[-1].total == model.size
    assert left_in(shelf) == {ROOT}
    verify(model)


def test_argos_translate_itself_finds_the_model(stocked: Shelf) -> None:
    """The shelf is Argos Translate's own."""
    from argostranslate.package import get_installed_packages

    (package,) = get_installed_packages([stocked.folder])
    assert (package.from_code, package.to_code) == ("it", "en")


def test_a_model_is_replaced_by_another_of_its_name(stocked: Shelf, package: Callable[..., Path]) -> None:
    """The newer file takes the older one's place, and is told apart from it."""
    (old,) = stocked.models()
    new = install_file(package(words={"gatto": "kitten"}), stocked)
    assert stocked.models() == (new,)
    assert old.build != new.build
    translator = argos_translator(stocked, "it", "en")
    assert translator
    assert translated(translator, "gatto") == ["kitten"]
    assert left_in(stocked) == {ROOT}


def test_the_newest_of_several_versions_translates(stocked: Shelf, package: Callable[..., Path]) -> None:
    """1.10 is newer than 1.9."""
    for version in ("1.10", "1.9"):
        install_file(package(version, words={"gatto": version}, version=version), stocked)
    assert [m.card.version for m in stocked.find("it", "en")] == ["1.10", "1.9", "1.0"]
    assert [m.card.version for m in stocked.route("it", "en")] == ["1.10"]


def test_a_model_is_removed(stocked: Shelf) -> None:
    """Nothing of it stays."""
    stocked.remove(stocked.models()[0])
    assert stocked.contents() == ((), ())
    assert left_in(stocked) == set()


def linked(package: zipfile.ZipFile) -> None:
    link = zipfile.ZipInfo(f"{ROOT}/model/vocabulary.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    package.writestr(link, "/etc/passwd")


def bombed(package: zipfile.ZipFile) -> None:
    package.writestr(f"{ROOT}/model/vocabulary.txt", b"\0" * (64 << 20))


def added(name: str) -> Callable[[zipfile.ZipFile], None]:
    return lambda package: package.writestr(name, "x")


def described(metadata: str) -> Callable[[zipfile.ZipFile], None]:
    return lambda package: package.writestr(f"{ROOT}/metadata.json", metadata)


BAD_PACKAGES = {
    "path escape": (added("../outside.txt"), None, "leads out of its folder"),
    "path escape inside": (added(f"{ROOT}/model/../../outside.txt"), None, "leads out of its folder"),
    "absolute path": (added("/tmp/outside.txt"), None, "leads out of its folder"),
    "drive": (added(f"{ROOT}/C:outside.txt"), None, "leads out of its folder"),
    "backslash": (added(f"{ROOT}\\..\\outside.txt"), None, "leads out of its folder"),
    "two roots": (added("another/metadata.json"), None, "leads out of its folder"),
    "symbolic link": (linked, None, "is a link"),
    "bomb": (bombed, None, "times its size"),
    "twice in other letters": (added(f"{ROOT}/MetaData.json"), None, "twice"),
    "no metadata": (lambda _: None, "metadata.json", "holds no metadata.json"),
    "metadata no JSON": (described("{"), "metadata.json", "is not JSON"),
    "metadata a list": (described("[]"), "metadata.json", "not a JSON object"),
    "metadata nested deeply": (described("[" * 100_000), "metadata.json", "is not JSON"),
    "metadata without languages": (described("{}"), "metadata.json", "names no language in 'from_code'"),
    "no language": (described('{"from_code": "it", "to_code": "../x"}'), "metadata.json", "'to_code'"),
    "sentence splitter": (described('{"type": "sbd", "from_code": "it"}'), "metadata.json", "'sbd'"),
    "no model": (lambda _: None, "model/model.bin", r"no model/model\.bin"),
    "no tokenizer": (lambda _: None, "sentencepiece.model", r"no sentencepiece\.model"),
    "model that does not load": (lambda _: None, "model/config.json", "does not work"),
}


@pytest.mark.parametrize("case", BAD_PACKAGES)
def test_a_bad_package_is_refused_and_leaves_nothing(
    case: str, shelf: Shelf, italian_english: Path, tmp_path: Path
) -> None:
    """One line says what is wrong, and neither the shelf nor the folders around it have changed."""
    change, without, problem = BAD_PACKAGES[case]
    bad = repacked(italian_english, tmp_path / "bad.argosmodel", change, without)
    with pytest.raises(AfronteError, match=problem) as caught:
        install_file(bad, shelf)
    assert "\n" not in str(caught.value)
    assert left_in(shelf) == {"bad.argosmodel"} & left_in(shelf)
    assert shelf.contents() == ((), ())
    assert not (tmp_path / "outside.txt").exists()


def test_files_that_no_model_needs_are_left_out_and_told(
    shelf: Shelf, italian_english: Path, tmp_path: Path
) -> None:
    """The rest is installed and works; a program in it is not even unpacked."""
    strangers = [f"{ROOT}/setup.py", f"{ROOT}/model/run.so", f"{ROOT}/.DS_Store"]

    def stuffed(package: zipfile.ZipFile) -> None:
        for name in strangers:
            package.writestr(name, "x")

    steps: list[Step] = []
    model = install_file(
        repacked(italian_english, tmp_path / "more.argosmodel", stuffed), shelf, steps.append
    )
    assert [list(step.left_out) for step in steps if step.left_out] == [strangers]
    assert not {path.name for path in model.folder.rglob("*")} & {"setup.py", "run.so", ".DS_Store"}
    assert model.size == sum(file.stat().st_size for file in model.folder.rglob("*") if file.is_file())
    verify(model)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_has_no_end_is_no_package(shelf: Shelf, tmp_path: Path) -> None:
    """A device or a named pipe is refused at once, and nothing waits for it."""
    os.mkfifo(tmp_path / "pipe.argosmodel")
    for path in (tmp_path / "pipe.argosmodel", Path("/dev/zero")):
        with pytest.raises(AfronteError, match="a pipe or a device"):
            install_file(path, shelf)


def test_a_version_of_odd_digits_spoils_no_list(shelf: Shelf, package: Callable[..., Path]) -> None:
    """What a version cannot be read from is an old one."""
    for version in ("²", "2.0", "1.²"):
        install_file(package("odd", version=version), shelf)
    assert [model.card.version for model in shelf.models()] == ["2.0", "1.²", "²"]
    assert Card("it", "en", "9" * 5000).order > (1,)  # more digits than Python reads in one number


def test_a_truncated_package_is_refused(shelf: Shelf, italian_english: Path, tmp_path: Path) -> None:
    """Wherever it breaks off."""
    content = italian_english.read_bytes()
    for share in (0, 0.3, 0.99):
        bad = tmp_path / "truncated.argosmodel"
        bad.write_bytes(content[: int(len(content) * share)])
        with pytest.raises(AfronteError, match="damaged or no Argos model"):
            install_file(bad, shelf)
    assert shelf.contents() == ((), ())


def test_a_package_without_its_beginning_is_refused(
    shelf: Shelf, italian_english: Path, tmp_path: Path
) -> None:
    """Its list of contents stands at the end, and names places before the beginning."""
    bad = tmp_path / "beheaded.argosmodel"
    bad.write_bytes(italian_english.read_bytes()[100:])
    with pytest.raises(AfronteError, match="damaged or no Argos model"):
        install_file(bad, shelf)
    assert shelf.contents() == ((), ())


def test_a_flipped_byte_is_found(shelf: Shelf, italian_english: Path, tmp_path: Path) -> None:
    """The checksum of every file is looked at before the model is put up."""
    content = bytearray(italian_english.read_bytes())
    with zipfile.ZipFile(italian_english) as package:
        entry = package.getinfo(f"{ROOT}/model/model.bin")
    content[entry.header_offset + 200] ^= 1
    bad = tmp_path / "flipped.argosmodel"
    bad.write_bytes(content)
    with pytest.raises(AfronteError, match="damaged or no Argos model"):
        install_file(bad, shelf)
    assert shelf.contents() == ((), ())


def test_an_oversized_package_is_refused_before_it_is_unpacked(shelf: Shelf, italian_english: Path) -> None:
    """By what it would take on the disk and by the number of its files."""
    with pytest.raises(AfronteError, match="unpacks to more than"):
        install_file(italian_english, shelf, limits=Limits(unpacked=1 << 10))
    with pytest.raises(AfronteError, match="files, and a model needs a dozen"):
        install_file(italian_english, shelf, limits=Limits(files=3))
    assert not shelf.folder.exists()


@pytest.mark.parametrize("name", ["absent.argosmodel", "."])
def test_what_is_no_file_is_said_to_be_none(shelf: Shelf, tmp_path: Path, name: str) -> None:
    with pytest.raises(AfronteError, match=r"does not exist\.$|is a folder"):
        install_file(tmp_path / name, shelf)


def test_what_is_not_a_model_is_never_replaced(shelf: Shelf, italian_english: Path) -> None:
    """A folder of the person's own, and a model of other languages, stay where they are."""
    place = shelf.folder / ROOT
    place.mkdir(parents=True)
    (place / "diary.txt").write_text("mine")
    with pytest.raises(AfronteError, match="is in the way: it is no model"):
        install_file(italian_english, shelf)
    assert (place / "diary.txt").read_text() == "mine"


def test_a_model_of_other_languages_is_never_replaced(shelf: Shelf, package: Callable[..., Path]) -> None:
    install_file(package("german", languages=("de", "en"), root=ROOT), shelf)
    with pytest.raises(AfronteError, match="it translates German into English"):
        install_file(package("italian", root=ROOT), shelf)
    assert [model.card.pair for model in shelf.models()] == ["de→en"]


def test_half_a_model_is_replaced_by_a_whole_one(shelf: Shelf, italian_english: Path) -> None:
    """What an interrupted `argospm install` leaves is reported and then mended."""
    (shelf.folder / ROOT / "model").mkdir(parents=True)
    (shelf.folder / ROOT / "metadata.json").write_text(GOOD)
    assert [stray.problem for stray in shelf.contents()[1]] == ["half installed: no model/model.bin"]
    install_file(italian_english, shelf)
    assert shelf.contents()[1] == ()
    assert len(shelf.models()) == 1


def test_broken_and_foreign_folders_are_reported_and_skipped(stocked: Shelf) -> None:
    """They hide no good model; files and hidden folders on the shelf are nobody's business."""
    for name, metadata in {
        "foreign": None,
        "broken": "{",
        "half": GOOD,
        "splitter": '{"type": "sbd"}',
    }.items():
        (stocked.folder / name).mkdir()
        if metadata:
            (stocked.folder / name / "metadata.json").write_text(metadata)
    (stocked.folder / "notes.txt").write_text("x")
    (stocked.folder / ".hidden").mkdir()
    models, strays = stocked.contents()
    assert [model.card.pair for model in models] == ["it→en"]
    assert {stray.folder.name: stray.problem for stray in strays} == {
        "broken": "its metadata.json is not JSON",
        "foreign": "no metadata.json, so no Argos package",
        "half": "half installed: no model/model.bin",
        "splitter": "not a translation model but 'sbd'",
    }


def test_an_installation_can_be_stopped(shelf: Shelf, italian_english: Path) -> None:
    """In the middle of unpacking; nothing is installed."""
    with pytest.raises(StoppedError):
        install_file(italian_english, shelf, cancelled=lambda: True)
    assert left_in(shelf) == set()


def test_waiting_for_another_installation_can_be_stopped(shelf: Shelf, italian_english: Path) -> None:
    """The other one goes on undisturbed."""
    with workshop(shelf.folder) as bench:
        with pytest.raises(StoppedError, match="another afronte"):
            install_file(italian_english, shelf, cancelled=lambda: True)
        assert bench.exists()


def test_a_shelf_that_cannot_be_made_is_said_so(italian_english: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(AfronteError, match=r"cannot be written: .*ARGOS_PACKAGES_DIR"):
        install_file(italian_english, Shelf(tmp_path / "file" / "packages"))


def test_a_package_that_asks_for_a_later_zip_is_refused(
    shelf: Shelf, italian_english: Path, tmp_path: Path
) -> None:
    content = bytearray(italian_english.read_bytes())
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 6] = 250  # the version that is needed to extract
    bad = tmp_path / "later.argosmodel"
    bad.write_bytes(content)
    with pytest.raises(AfronteError, match="damaged or no Argos model"):
        install_file(bad, shelf)
    assert shelf.contents() == ((), ())
