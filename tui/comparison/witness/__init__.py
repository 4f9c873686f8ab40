"""The witness: what the target says, translated back, beside the source, in one language.

Every family of rules that makes sense in one language is asked again between source and back-translation,
and single words are compared where their surroundings are equal. What a rule has found between the two
articles is louder where the back-translation parts from the source there too, and quieter where it agrees
with it; what only the back-translation shows is a finding of the witness. A translator errs, so what the
target's own words say of it is weighed too.

Numpy is imported by the modules below, not by this package.
"""

from tui.comparison.witness.parting import Parting, parting
from tui.comparison.witness.rules import WITNESS

__all__ = ["WITNESS", "Parting", "parting"]
