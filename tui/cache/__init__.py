"""What can be made again, kept so that it need not be: never wrong, never in the way, never without end."""

from tui.cache.folder import cache_folder, fingerprint
from tui.cache.lookups import kept_lookup
from tui.cache.store import Store, digest
from tui.cache.tables import kept_table, kept_version, no_garbage

__all__ = [
    "Store",
    "cache_folder",
    "digest",
    "fingerprint",
    "kept_lookup",
    "kept_table",
    "kept_version",
    "no_garbage",
]
