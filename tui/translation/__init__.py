"""Translation: models, engines and their cache."""

from tui.translation.argos import ArgosTranslator, argos_translator
from tui.translation.doubts import doubts
from tui.translation.index import Offer, find_offer, offers
from tui.translation.install import Step, install_file, install_offer, verify
from tui.translation.languages import language_name, parse_language
from tui.translation.model import Doubt, Translation, Translator
from tui.translation.shelf import Card, Model, Shelf, Stray
from tui.translation.workshop import StoppedError

__all__ = [
    "ArgosTranslator", "Card", "Doubt", "Model", "Offer", "Shelf", "Step", "StoppedError", "Stray",
    "Translation", "Translator", "argos_translator", "doubts", "find_offer", "install_file", "install_offer",
    "language_name", "offers", "parse_language", "verify",
]  # fmt: skip
