"""Whether a file on disk is still what was read from it."""

from hashlib import blake2b
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tui.untrusted import open_regular


class Stamp(Struct, frozen=True):
    """A file as it was when looked at."""

    modified: int = 0
    """Nanoseconds since the epoch."""
    size: int = 0
    """Bytes."""
    digest: str = ""
    """Of the content; empty while there is no file that can be read."""


def look(path: str, before: Stamp | None = None) -> Stamp:
    """The file's stamp now: another `digest` than `before`'s means another content.

    The content is read only when time or size differ from `before`, so this can be asked every second.
    """
    file = Path(path)
    try:
        found = file.stat()
        if before and before.digest and (found.st_mtime_ns, found.st_size) == (before.modified, before.size):
            return before
        with open_regular(file) as opened:
            digest = blake2b(opened.read(), digest_size=16).hexdigest()
    except OSError:
        return replace(before, digest="") if before else Stamp()
    return Stamp(found.st_mtime_ns, found.st_size, digest)
