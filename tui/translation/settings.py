"""Where Argos Translate keeps its models and finds new ones, asked without importing it.

The models are shared with every other program that uses Argos Translate, so its own rules hold: the
environment first, then its settings file, then its defaults.
"""

import os
from pathlib import Path

from tui.untrusted import json_of, open_regular

DEFAULT_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
_LARGEST = 1 << 20
"""Bytes of the settings file that are read."""


def models_folder() -> Path:
    """The folder of the installed models: `ARGOS_PACKAGES_DIR`, or where Argos keeps them by default."""
    default = _home("XDG_DATA_HOME", ".local/share") / "argos-translate" / "packages"
    return Path(_setting("ARGOS_PACKAGES_DIR") or default)


def index_url() -> str:
    """The address of the index of models: `ARGOS_PACKAGE_INDEX`, or the index of the Argos project."""
    base = _setting("ARGOS_PACKAGE_INDEX") or DEFAULT_INDEX
    return base if base.endswith(".json") else base.removesuffix("/") + "/index.json"


def index_name() -> str:
    """The index in words: the one of the Argos project, or the host of another."""
    url = index_url()
    if url.startswith(DEFAULT_INDEX):
        return "the Argos index"
    return f"the index of models at {url.partition('://')[2].partition('/')[0] or url}"


def _setting(key: str) -> str | None:
    if key in os.environ:
        return os.environ[key]
    file = _home("XDG_CONFIG_HOME", ".config") / "argos-translate" / "settings.json"
    try:
        with open_regular(file) as opened:
            settings = json_of(opened.read(_LARGEST))
    except (OSError, ValueError):
        return None
    value = settings.get(key) if isinstance(settings, dict) else None
    return value if isinstance(value, str) else None


def _home(variable: str, default: str) -> Path:
    return Path(os.environ.get(variable) or Path.home() / default)
