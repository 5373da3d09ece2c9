"""Two models compared by what they say: elements, outcomes of scenarios, findings.

Order, layout, comments and the split into files are no difference. Places are those of both models, so
that whoever reads a difference can look at either side.
"""

from foedus.comparison.changes import CALLED, Change, FieldChange, Word, changes
from foedus.comparison.compare import Comparison, compare
from foedus.comparison.outcomes import Divergence, Outcome, outcomes

__all__ = [
    "CALLED",
    "Change",
    "Comparison",
    "Divergence",
    "FieldChange",
    "Outcome",
    "Word",
    "changes",
    "compare",
    "outcomes",
]
