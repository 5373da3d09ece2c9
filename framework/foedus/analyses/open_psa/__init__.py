"""Fault trees in the Open-PSA Model Exchange Format: read, and written, so that other tools can check us."""

from foedus.analyses.open_psa.read import FaultTree, read
from foedus.analyses.open_psa.write import write

__all__ = ["FaultTree", "read", "write"]
