"""What holds for every test: no connection leaves this computer, and nobody's files are touched."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("patient", deadline=None)  # how long an example takes is the machine's affair
settings.register_profile("quick", settings.get_profile("patient"), max_examples=5)
settings.load_profile("patient")

pytest_plugins = ["shelf_fixtures"]

_home = ""
_loopback_allowed = False
_connections: list[str] = []


def _guard(event: str, arguments: tuple[object, ...]) -> None:
    """Refuses connections, and notes them for the case that the refusal is swallowed."""
    if event != "socket.connect":
        return
    address = arguments[1]
    if not isinstance(address, tuple):  # a socket of this computer's file system
        return
    if not (_loopback_allowed and address[0] in ("127.0.0.1", "::1", "localhost")):
        _connections.append(f"{address[0]}:{address[1]}")
        raise ConnectionRefusedError(f"the tests connect to nothing, and this is {address}")


def pytest_configure(config: pytest.Config) -> None:
    global _home  # noqa: PLW0603
    config.addinivalue_line("markers", "long: takes its minutes; left out where time is short")
    config.addinivalue_line("markers", "dear: takes seconds of a processor; `make quick` leaves it out")
    config.addinivalue_line("markers", "loopback: may connect to a server of its own on this computer")
    _home = tempfile.mkdtemp(prefix="afronte-tests-")
    for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{kind}_HOME"] = os.path.join(_home, kind.lower())  # noqa: PTH118
    for variable in ("ARGOS_PACKAGES_DIR", "ARGOS_PACKAGE_INDEX"):
        os.environ.pop(variable, None)
    sys.addaudithook(_guard)  # sees every connection Python makes, whichever library asks for it


def pytest_unconfigure() -> None:
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture(autouse=True)
def _no_connections(request: pytest.FixtureRequest) -> Iterator[None]:
    global _loopback_allowed  # noqa: PLW0603
    _loopback_allowed = request.node.get_closest_marker("loopback") is not None
    _connections.clear()
    yield
    _loopback_allowed = False
    assert not _connections, f"connected to {', '.join(_connections)}"
