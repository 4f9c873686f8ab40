"""The configuration: a typed value from a file, the environment and options, with what is wrong with them."""

from tui.config.editors import editing, editor
from tui.config.loading import ENVIRONMENT_PREFIX, Loaded, config_path, load
from tui.config.model import ARGOS, DENSITIES, LAYOUTS, LEAST_SURE, SUREST, Config, Density, Layout, settings
from tui.config.writing import show, template, write_template

__all__ = [
    "ARGOS",
    "DENSITIES",
    "ENVIRONMENT_PREFIX",
    "LAYOUTS",
    "LEAST_SURE",
    "SUREST",
    "Config",
    "Density",
    "Layout",
    "Loaded",
    "config_path",
    "editing",
    "editor",
    "load",
    "settings",
    "show",
    "template",
    "write_template",
]
