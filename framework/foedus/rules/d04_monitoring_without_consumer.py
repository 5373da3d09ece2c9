"""Somebody watches, and nothing depends on what they see.

Monitoring deters if its reports have a consequence: a finding, a consultation, a remedy. Minsk II (2015)
had observers of the ceasefire, and no clause on what was to follow from what they reported. Whether
monitoring that opens no gate is meant as a deterrent by publicity, or whether the step from report to
finding was forgotten, is for the text to say.

Bad:

    bodies:
      mission: {title: Observers, kind: mission, functions: [detect, verify]}
    provisions:
      monitoring:  # <- D04
        title: Monitor the ceasefire
        kind: monitoring
        obligors: [mission]
        modality: must

Good:

    bodies:
      mission: {title: Observers, kind: mission, functions: [detect, verify]}
    determinations:
      breach-finding: {title: The observers find a breach, of: breach, by: body, body: mission}
    facts:
      breach: {title: The ceasefire is breached, kind: brute, initial: false}
    provisions:
      monitoring:
        title: Monitor the ceasefire
        kind: monitoring
        obligors: [mission]
        modality: must
      consultation:
        title: Consult on what is found
        kind: consultation
        obligors: [unspecified]
        modality: must
        trigger: {finding: breach-finding}
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.place import Route
from foedus.rules.gating import uses
from foedus.rules.running import running
from foedus.rules.wording import more
from foedus.schema import Body, Provision, latest
from foedus.standing import stated_on

CODE = "D04"
NAME = "monitoring-without-consumer"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

WATCHING = ("monitoring", "verification")
SEEING = frozenset({"detect", "verify"})

_HINT = "if a text says what a report leads to, add a finding by those who see it, and let a gate ask for it"


def check(graph: Graph) -> Iterator[Problem]:
    """Each component in which watching leads to nothing, and each body that stands alone."""
    model, day = graph.model, stated_on(graph.model)
    read = {edge.source.partition("/")[2] for edge in graph.position_edges}
    finders = {use.determination.body or use.determination.actor for use in uses(model) if use.determination}
    seeing = [
        body
        for body in model.bodies.values()
        if SEEING & set(body.functions) and latest(body.status, day) != "dissolved"
    ]
    groups: dict[str | None, list[Provision]] = {}
    for provision in running(model):
        if provision.kind in WATCHING:
            groups.setdefault(provision.component, []).append(provision)
    attached: set[str] = set()
    for provisions in groups.values():
        bodies = [body for body in seeing if _works_for(body, provisions)]
        attached |= {body.id for body in bodies}
        watchers = {body.id for body in bodies} | {each for known in provisions for each in known.obligors}
        if not read & {known.id for known in provisions} and not watchers & finders:
            yield _of_component(provisions, bodies)
    for body in seeing:
        alone = body.id not in attached | finders and body.established_by not in read
        if alone:
            message = "this detects or verifies, and no condition turns on what it finds"
            yield Problem(body.at("functions"), message, _HINT)


def _works_for(body: Body, provisions: list[Provision]) -> bool:
    return any(body.established_by == known.id or body.id in known.obligors for known in provisions)


def _of_component(provisions: list[Provision], bodies: list[Body]) -> Problem:
    first, *others = provisions
    related: list[tuple[Route, str]] = [(each.route, "and this") for each in others]
    related += [(body.at("functions"), "who would see it") for body in bodies]
    what = f"this and {more(len(others))} watch" if others else "this watches"
    message = f"{what}, and no condition turns on what is seen"
    return Problem(first.route, message, _HINT, tuple(related))
