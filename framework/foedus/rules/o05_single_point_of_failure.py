"""A named outcome cannot come about without one actor.

A chain is as strong as its weakest link: who can stop an outcome alone is a veto player (a single point of
failure, a minimal cut set of one). The monitoring of the Paris Declaration is to be led by one state that is
no party to it. That a promise of one guarantor hangs on that guarantor is no fault of the text, so this is a
note. The outcomes are the `targets` of the model; `foedus analyse` shows every route and every veto.

Bad:

    actors: {ally: {title: Ally, kind: state}, other: {title: Other, kind: state}}
    provisions:
      help: {title: Help, kind: defense, obligors: [ally], modality: must}
    targets:
      help-comes: {title: Help comes, condition: {delivered: help}}  # <- O05

Good:

    actors: {ally: {title: Ally, kind: state}, other: {title: Other, kind: state}}
    provisions:
      help: {title: Help, kind: defense, obligors: [ally], modality: must}
      more-help: {title: Help too, kind: defense, obligors: [other], modality: must}
    targets:
      help-comes: {title: Help comes, condition: {any: [{delivered: help}, {delivered: more-help}]}}
"""

from collections.abc import Iterator

from foedus.analyses.analysis import is_veto
from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.turning import points
from foedus.rules.wording import named

CODE = "O05"
NAME = "single-point-of-failure"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each target that somebody can keep from coming about alone."""
    for target, alone in points(graph.project):
        own = [point for point in alone if is_veto(graph.model, point)]
        if own:
            who = sorted({point.atom.owner or "" for point in own})
            each = "each of them" if len(who) > 1 else "it"
            message = f"`{target.id}` turns on {named(who)}: {each} alone can keep it from coming about"
            hint = f"`foedus analyse --target {target.id}` shows every route to it and every veto"
            related = tuple((point.atom.route, point.words) for point in own)
            yield Problem(target.route, message, hint, related)
