"""Foedus: security guarantees as code.

The public face is this short list; each name is imported when it is first used.

>>> import foedus
>>> project = foedus.read("paris-2026")
>>> trace = foedus.play(project, "renewed-attack")
>>> trace.states("attack-response")
('INACTIVE', 'ACTIVE')
>>> [point.atom.owner for point in foedus.analyse(project, "response-owed").vetoes]
['coalition-of-the-willing']
"""

TYPE_CHECKING = False  # what type checkers take for true; `typing` would cost a quarter of the start
if TYPE_CHECKING:
    from foedus.analyses.analysis import Analysis as Analysis
    from foedus.analyses.analysis import analyse as analyse
    from foedus.checking import check as check
    from foedus.errors import Stop as Stop
    from foedus.finding import Finding as Finding
    from foedus.graph import Graph as Graph
    from foedus.graph import build as build
    from foedus.load import Project as Project
    from foedus.opening import read as read
    from foedus.simulation import Trace as Trace
    from foedus.simulation import play as play

__version__ = "0.1.0"

_HOMES = {
    "Analysis": "foedus.analyses.analysis",
    "Finding": "foedus.finding",
    "Graph": "foedus.graph",
    "Project": "foedus.load",
    "Stop": "foedus.errors",
    "Trace": "foedus.simulation",
    "analyse": "foedus.analyses.analysis",
    "build": "foedus.graph",
    "check": "foedus.checking",
    "play": "foedus.simulation",
    "read": "foedus.opening",
}
__all__ = [*_HOMES, "__version__"]


def __getattr__(name: str) -> object:
    """A public name, from the module that it lives in."""
    if name not in _HOMES:
        raise AttributeError(f"module 'foedus' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), name)
    return found
