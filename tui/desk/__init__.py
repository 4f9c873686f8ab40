"""The desk: what the person decided on a pair, kept between sessions and shared by all readers."""

from tui.desk.desk import Desk
from tui.desk.dossier import Dossier
from tui.desk.equivalences import Kept
from tui.desk.glossary import read_glossary, write_glossary
from tui.desk.model import VERDICTS, Decision, Mark, Position, Progress, Recent, Sheet, Verdict
from tui.desk.watch import Stamp, look

__all__ = [
    "VERDICTS",
    "Decision",
    "Desk",
    "Dossier",
    "Kept",
    "Mark",
    "Position",
    "Progress",
    "Recent",
    "Sheet",
    "Stamp",
    "Verdict",
    "look",
    "read_glossary",
    "write_glossary",
]
