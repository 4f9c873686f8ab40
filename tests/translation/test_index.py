import json
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from loopback import Answer, Loopback

from tui.errors import AfronteError, StoppedError
from tui.translation import Offer, Shelf, Step, find_offer, install_offer, offers, verify
from tui.translation.download import download

pytestmark = pytest.mark.loopback


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as loopback:
        yield loopback


@pytest.fixture
def model(italian_english: Path) -> bytes:
    """The content of a real package, some 30 KB."""
    return italian_english.read_bytes()


def entry(server: Loopback, **more: Any) -> dict[str, Any]:
    """One entry of an index, as the one of the Argos project has them."""
    return {
        "package_version": "1.0",
        "argos_version": "1.0",
        "from_code": "it",
        "from_name": "Italian",
        "to_code": "en",
        "to_name": "English",
        "links": [server.url("/it_en.argosmodel"), "ipfs://QmbFjMY6j6u4g4gfqFpATSRrwD3VB3ci2ujnGgHijQGEHG"],
        "code": "translate-it_en",
    } | more


def listed(server: Loopback, *entries: dict[str, Any]) -> tuple[Offer, ...]:
    server.answers["/index.json"] = Answer(json.dumps(entries).encode())
    return offers(server.url("/index.json"))


def offer(server: Loopback, model: bytes, **more: Any) -> Offer:
    """The model it→en on the server, offered by its index."""
    server.answers["/it_en.argosmodel"] = Answer(model)
    return find_offer("it", "en", listed(server, entry(server, **more)))


def test_the_index_says_what_there_is(server: Loopback, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ARGOS_PACKAGE_INDEX` is honoured, of each pair the newest counts, what is no model is passed over."""
    server.answers["/fork/index.json"] = Answer(
        json.dumps(
            [
                entry(server),
                entry(server, package_version="1.10"),
                entry(server, package_version="1.9"),
                entry(server, from_code="de", size=7, sha256="AB"),
                entry(server, type="sbd"),
                entry(server, links=["ipfs://only"]),
                entry(server, links=["file:///etc/passwd"]),
                entry(server, links=["http://[::1"]),
                entry(server, from_code="fr", package_version="²"),
                entry(server, from_code="../x"),
                entry(server, package_version="9" * 300),
                "nonsense",
            ]
        ).encode()
    )
    for address in ("/fork", "/fork/", "/fork/index.json"):
        monkeypatch.setenv("ARGOS_PACKAGE_INDEX", server.url(address))
        found = offers()
        assert [(o.card.source, o.card.target, o.card.version, o.size, o.sha256) for o in found] == [
            ("de", "en", "1.0", 7, "ab"),
            ("fr", "en", "²", None, None),
            ("it", "en", "1.10", None, None),
        ]
    assert find_offer("it-CH", "en-GB", found).card.version == "1.10"
    with pytest.raises(AfronteError, match="offers no model it→pl"):
        find_offer("it", "pl", found)


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (Answer(b"<html>"), "is not in the format of Argos"),
        (Answer(b'{"packages": []}'), "is not in the format of Argos"),
        (Answer(b"[" * 200_000), "is not in the format of Argos"),
        (Answer(redirect="ftp://127.0.0.1/index.json"), "does not answer .*ftp"),
        (Answer(redirect="file:///etc/passwd"), "not allowed|does not answer|answers 302"),
        (Answer(b"\xff\xfe["), "is not in the format of Argos"),
        (Answer(status=500), r"answers 500 \(Internal Server Error\)"),
        (Answer(status=404), "answers 404"),
        (Answer(b"[]", announced=9), "does not answer .*2 bytes read"),
        (Answer(silent=True), r"says nothing for 0\.2 seconds"),
    ],
)
def test_an_index_that_makes_no_sense_is_one_line(server: Loopback, answer: Answer, problem: str) -> None:
    """Down, slow or wrong: it says so and names a way out."""
    server.answers["/index.json"] = answer
    with pytest.raises(AfronteError, match=problem) as caught:
        offers(server.url("/index.json"), silence=0.2)
    assert "\n" not in str(caught.value)


def test_an_index_that_drips_is_given_up(server: Loopback) -> None:
    """Patience has an end even when something comes all the time."""
    server.answers["/index.json"] = Answer(b"[]")
    with pytest.raises(AfronteError, match="is too slow or has no end; try again, or carry a file by hand"):
        offers(server.url("/index.json"), patience=0)


def test_an_index_that_is_down_is_one_line() -> None:
    """Nobody listens there."""
    with Loopback() as closed:
        address = closed.url("/index.json")
    with pytest.raises(AfronteError, match=r"does not answer \(.*refused"):
        offers(address)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://127.0.0.1/x", "nonsense"])
def test_only_the_web_is_asked(address: str) -> None:
    """urllib would read files as well."""
    with pytest.raises(AfronteError, match="is no web address"):
        offers(address)


def test_a_model_is_downloaded_tried_and_installed(
    server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path
) -> None:
    """With the size and the SHA-256 checked, every step reported, and no leftover."""
    steps: list[Step] = []
    offered = offer(server, model, size=len(model), sha256=sha256(model).hexdigest())
    installed = install_offer(offered, shelf, steps.append, downloads=tmp_path / "downloads")
    verify(installed)
    downloaded = [step for step in steps if step.stage == "download"]
    assert (downloaded[-1].done, downloaded[-1].total) == (len(model), len(model))
    assert list((tmp_path / "downloads").iterdir()) == []


def test_an_installed_model_is_not_downloaded_again(
    server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path
) -> None:
    """The second of two installations finds the first one's."""
    offered = offer(server, model)
    first = install_offer(offered, shelf, downloads=tmp_path)
    asked = len(server.requests)
    assert install_offer(offered, shelf, downloads=tmp_path) == first
    assert len(server.requests) == asked


def test_a_download_goes_on_where_it_broke_off(
    server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path
) -> None:
    """The bytes that have come are kept, look like no model, and are not asked for again."""
    offered = offer(server, model)
    server.answers["/it_en.argosmodel"].break_after = 10_000
    with pytest.raises(AfronteError, match=r"broke off after 10,000 of .* goes on from there"):
        install_offer(offered, shelf, downloads=tmp_path / "downloads")
    assert shelf.contents() == ((), ())
    assert {path.suffix for path in (tmp_path / "downloads").iterdir()} == {".part", ".json"}
    verify(install_offer(offered, shelf, downloads=tmp_path / "downloads"))
    assert server.requests[-1] == ("/it_en.argosmodel", "bytes=10000-")


def test_a_stopped_download_goes_on_later(
    server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path
) -> None:
    """Cancelling is no loss."""
    offered = offer(server, model)
    with pytest.raises(StoppedError, match="goes on from there"):
        install_offer(offered, shelf, cancelled=lambda: True, downloads=tmp_path / "downloads")
    verify(install_offer(offered, shelf, downloads=tmp_path / "downloads"))


def test_a_file_that_changed_meanwhile_is_fetched_anew(
    server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path
) -> None:
    """The halves of two files are never put together."""
    offered = offer(server, model)
    server.answers["/it_en.argosmodel"] = Answer(b"\1" * len(model), etag='"old"', break_after=9_000)
    with pytest.raises(AfronteError, match="broke off"):
        install_offer(offered, shelf, downloads=tmp_path / "downloads")
    server.answers["/it_en.argosmodel"] = Answer(model, etag='"new"')
    verify(install_offer(offered, shelf, downloads=tmp_path / "downloads"))


def test_a_server_that_resumes_wrongly_is_asked_for_all(
    server: Loopback, model: bytes, tmp_path: Path
) -> None:
    """The same name for another file is found out by the checksum, and the file fetched from its start."""
    offered = offer(server, model, sha256=sha256(model).hexdigest())
    server.answers["/it_en.argosmodel"] = Answer(b"\1" * len(model), break_after=9_000)
    with pytest.raises(AfronteError, match="broke off"):
        download(offered, tmp_path / "downloads")
    server.answers["/it_en.argosmodel"] = Answer(model)
    assert download(offered, tmp_path / "downloads").read_bytes() == model


def test_a_complete_download_is_not_fetched_again(server: Loopback, model: bytes, tmp_path: Path) -> None:
    """When the program was killed between download and installation."""
    offered = offer(server, model)
    download(offered, tmp_path / "downloads")
    asked = len(server.requests)
    assert download(offered, tmp_path / "downloads").read_bytes() == model
    assert len(server.requests) == asked


def test_without_a_length_the_file_is_still_whole(server: Loopback, model: bytes, tmp_path: Path) -> None:
    """Some servers announce none."""
    offered = offer(server, model)
    server.answers["/it_en.argosmodel"].chunked = True
    assert download(offered, tmp_path / "downloads").read_bytes() == model


@pytest.mark.parametrize("announced", ["²", "9" * 5000, "-1", "many"])
def test_a_length_that_is_no_number_does_not_count(
    announced: str, server: Loopback, model: bytes, tmp_path: Path
) -> None:
    offered = offer(server, model)
    server.answers["/it_en.argosmodel"].announced = announced
    assert download(offered, tmp_path / "downloads").read_bytes() == model


def test_the_next_link_is_tried(server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path) -> None:
    """And redirections are followed."""
    server.answers["/elsewhere"] = Answer(redirect=server.url("/it_en.argosmodel"))
    offered = offer(server, model, links=[server.url("/gone"), server.url("/elsewhere")])
    verify(install_offer(offered, shelf, downloads=tmp_path / "downloads"))


def test_not_every_link_of_a_hostile_index_is_tried(server: Loopback, model: bytes, tmp_path: Path) -> None:
    """Each could keep silent for some time."""
    offered = offer(server, model, links=[server.url("/gone")] * 1000)
    with pytest.raises(AfronteError, match="answers 404"):
        download(offered, tmp_path / "downloads")
    assert len(server.requests) < 10


LIES: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "the index promises another size": ({"size": 5}, {}, "bytes, and the index promises 5"),
    "the index promises another size, and the server none": ({"size": 5}, {"chunked": True}, "not 5 bytes"),
    "the index promises another SHA-256": ({"sha256": "ab" * 32}, {}, "its SHA-256 is"),
    "the server announces more than there is": ({}, {"announced": 1_000_000}, "broke off"),
    "the server announces less than there is": ({}, {"announced": 20_000}, "damaged"),
    "the server announces a terabyte": ({}, {"announced": 1 << 40}, "more than any model has"),
    "the file is no model": ({}, {"body": b"<html>Not here</html>"}, "damaged or no Argos model"),
    "the server is down": ({}, {"status": 503}, "answers 503"),
}


@pytest.mark.parametrize("case", LIES)
def test_a_lie_is_found_out(case: str, server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path) -> None:
    """One line says which, and nothing is installed."""
    promised, served, problem = LIES[case]
    offered = offer(server, model, **promised)
    for name, value in served.items():
        setattr(server.answers["/it_en.argosmodel"], name, value)
    with pytest.raises(AfronteError, match=problem) as caught:
        install_offer(offered, shelf, downloads=tmp_path / "downloads")
    assert "\n" not in str(caught.value)
    assert shelf.contents() == ((), ())


def test_after_a_bad_download_the_next_one_starts_afresh(
    server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path
) -> None:
    """What is complete and no good is not kept."""
    offered = offer(server, model)
    server.answers["/it_en.argosmodel"].body = b"x" * 5000
    with pytest.raises(AfronteError, match="damaged"):
        install_offer(offered, shelf, downloads=tmp_path / "downloads")
    server.answers["/it_en.argosmodel"].body = model
    verify(install_offer(offered, shelf, downloads=tmp_path / "downloads"))


def test_a_model_of_other_languages_than_promised_is_refused(
    server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path
) -> None:
    """The index says French, the package says Italian."""
    server.answers["/it_en.argosmodel"] = Answer(model)
    (offered,) = listed(server, entry(server, from_code="fr"))
    with pytest.raises(
        AfronteError, match="translates Italian into English, and French into English was asked for"
    ):
        install_offer(offered, shelf, downloads=tmp_path / "downloads")
    assert shelf.contents() == ((), ())


def test_a_server_that_falls_silent_is_left(server: Loopback, model: bytes, tmp_path: Path) -> None:
    """After the given time without a byte."""
    offered = offer(server, model)
    server.answers["/it_en.argosmodel"].silent = True
    with pytest.raises(AfronteError, match=r"says nothing for 0\.2 seconds"):
        download(offered, tmp_path / "downloads", silence=0.2)


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from tui.errors import AfronteError
from tui.translation import Shelf, find_offer, install_offer, offers
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
offer = find_offer("it", "en", offers(sys.argv[1]))
try:
    install_offer(offer, Shelf(Path(sys.argv[2])), downloads=Path(sys.argv[3]))
except AfronteError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a quota of writes is set by setrlimit")
def test_a_disk_that_fills_up_during_the_download_is_said_in_one_line(
    server: Loopback, model: bytes, shelf: Shelf, tmp_path: Path
) -> None:
    """With space again, the download goes on where it stood."""
    offered = offer(server, model)
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            FULL_DISK,
            server.url("/index.json"),
            str(shelf.folder),
            str(tmp_path / "downloads"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.count("\n") == 1
    assert "cannot be written: File too large" in run.stdout
    assert shelf.contents() == ((), ())
    verify(install_offer(offered, shelf, downloads=tmp_path / "downloads"))
    assert server.requests[-1] == ("/it_en.argosmodel", "bytes=10000-")
