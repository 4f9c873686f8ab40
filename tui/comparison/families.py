"""Every family of rules, in the order in which they are asked."""

from tui.comparison.classes import FAMILY as CLASSES
from tui.comparison.contraries import FAMILY as CONTRARIES
from tui.comparison.foreign import FAMILY as FOREIGN
from tui.comparison.lexical.families import FAMILIES as LEXICAL
from tui.comparison.markup import FAMILY as MARKUP
from tui.comparison.missing import FAMILY as MISSING
from tui.comparison.modifiers import FAMILY as MODIFIERS
from tui.comparison.names import FAMILY as NAMES
from tui.comparison.polarity import FAMILY as POLARITY
from tui.comparison.quantities import FAMILY as QUANTITIES
from tui.comparison.roles import FAMILY as ROLES
from tui.comparison.rule import Family
from tui.comparison.senses import FAMILY as SENSES
from tui.comparison.speech import FAMILY as SPEECH
from tui.comparison.tense import FAMILY as TENSE
from tui.comparison.unrendered import FAMILY as UNRENDERED

FAMILIES: tuple[Family, ...] = (
    QUANTITIES,
    NAMES,
    POLARITY,
    SPEECH,
    CLASSES,
    ROLES,
    TENSE,
    MARKUP,
    MISSING,
    MODIFIERS,
    FOREIGN,
    SENSES,
    CONTRARIES,
    *LEXICAL,
    UNRENDERED,
)
