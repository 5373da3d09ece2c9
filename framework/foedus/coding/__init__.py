"""Computed codes: what published coding schemes ask of a text, answered from the model with the clauses.

Every code is "computed from this model" and never a scheme's own code: those are given by people who read
the whole text. Where a scheme publishes how common a code is, the share stands beside it, as context and
no forecast.
"""

from foedus.coding.code import NOT_CODED, NOT_FOUND, Clause, Code, Rate, Scheme
from foedus.coding.run import SCHEMES, code

__all__ = ["NOT_CODED", "NOT_FOUND", "SCHEMES", "Clause", "Code", "Rate", "Scheme", "code"]
