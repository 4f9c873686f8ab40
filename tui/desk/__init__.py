"""The desk: what the person decided on a pair, kept between sessions and shared by all readers."""

from tui.desk.desk import Desk
from tui.desk.dossier import Dossier
from tui.desk.model import VERDICTS, Decision, Mark, Position, Progress, Recent, Sheet, Verdict
from tui.desk.watch import Stamp, look

__all__ = [
    "VERDICTS",
    "Decision",
    "Desk",
    "Dossier",
    "Mark",
    "Position",
    "Progress",
    "Recent",
    "Sheet",
    "Stamp",
    "Verdict",
    "look",
]
