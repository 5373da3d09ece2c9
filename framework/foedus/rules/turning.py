"""What every route to a target needs: the question that two rules share."""

from foedus.analyses.alone import alone
from foedus.analyses.analysis import Point
from foedus.errors import Stop
from foedus.kept import kept
from foedus.load import Project
from foedus.schema import Target
from foedus.simulation import Prepared, prepare


@kept
def points(project: Project) -> tuple[tuple[Target, tuple[Point, ...]], ...]:
    """The targets of a project, each with the points that stop it alone; none where it cannot be played."""
    targets = [each for _, each in sorted(project.model.targets.items())]
    prepared = prepare(project) if targets else None
    if prepared is None or prepared.refused:
        return ()
    return tuple((target, _of(prepared, target)) for target in targets)


def _of(prepared: Prepared, target: Target) -> tuple[Point, ...]:
    try:
        return alone(prepared, target)
    except Stop:  # what cannot be unrolled is told by `foedus analyse`
        return ()
