"""Several systems side by side: the same questions, each answered with a clause and its place."""

from foedus.views.compared.answers import Answer
from foedus.views.compared.aspects import ASPECTS, Aspect
from foedus.views.compared.view import Comparison, compare, document, grid, key, table

__all__ = ["ASPECTS", "Answer", "Aspect", "Comparison", "compare", "document", "grid", "key", "table"]
