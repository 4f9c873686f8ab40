"""Translation: models, engines and their cache."""

from tui.errors import StoppedError
from tui.translation.argos import ArgosTranslator, argos_translator
from tui.translation.cache import Cache
from tui.translation.command import CommandTranslator
from tui.translation.doubts import doubts
from tui.translation.index import ASSURANCE, Offer, find_offer, offers
from tui.translation.install import Step, install_file, install_offer, verify
from tui.translation.interpreter import (
    ArticleProgress,
    Event,
    Failed,
    Interpreter,
    Translated,
    Working,
    is_any_at_work,
)
from tui.translation.languages import language_name, parse_language
from tui.translation.model import Doubt, Translation, Translator
from tui.translation.pace import Pace
from tui.translation.process import kill_commands
from tui.translation.settings import index_name
from tui.translation.shelf import Card, Model, Shelf, Stray
from tui.translation.work import translate_all

__all__ = [
    "ASSURANCE", "ArgosTranslator", "ArticleProgress", "Cache", "Card", "CommandTranslator", "Doubt",
    "Event", "Failed", "Interpreter", "Model", "Offer", "Pace", "Shelf", "Step", "StoppedError", "Stray",
    "Translated", "Translation", "Translator", "Working", "argos_translator", "doubts", "find_offer",
    "index_name", "install_file", "install_offer", "is_any_at_work", "kill_commands", "language_name",
    "offers", "parse_language", "translate_all", "verify",
]  # fmt: skip
