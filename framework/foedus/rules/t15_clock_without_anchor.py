"""A deadline runs from nothing.

A clock has a verb, a limit and an anchor: within thirty days *of what*? The deadline of a provision runs
from the moment at which it falls due, so a standing promise that nothing opens would have to be kept
within a time counted from the first day of every scenario. The Minsk agreement of February 2015 anchored
its clocks in the ceasefire and the withdrawal, and translations still differ on whether one of them runs
from the first day of the withdrawal or from the day after.

Bad:

    provisions:
      withdrawal:
        title: Withdraw heavy weapons within two weeks
        kind: withdrawal
        obligors: [unspecified]
        modality: must
        performance: achievement
        deadline: P14D  # <- T15

Good:

    provisions:
      withdrawal:
        title: Withdraw heavy weapons within two weeks of the ceasefire
        kind: withdrawal
        obligors: [unspecified]
        modality: must
        performance: achievement
        enters_when: ceasefire
        deadline: P14D
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.running import running

CODE = "T15"
NAME = "clock-without-anchor"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

ANCHORS = ("enters_when", "in_force_while", "trigger", "requires")
"""The gates whose opening starts a clock."""


def check(graph: Graph) -> Iterator[Problem]:
    """Each deadline of a provision that no gate opens."""
    for provision in running(graph.model):
        if provision.deadline is not None and all(getattr(provision, gate) is None for gate in ANCHORS):
            message = f"{provision.deadline} runs from nothing: no gate opens this provision"
            hint = "name what starts the clock, as `trigger`, `requires` or `enters_when`"
            yield Problem(provision.at("deadline"), message, hint)
