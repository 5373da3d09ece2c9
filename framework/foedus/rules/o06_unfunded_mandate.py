"""A force or a mission has tasks, and nobody has committed to it.

A mandate without means is a promise that others must keep first. In January 2026 Italy and Poland ruled
out troops in Ukraine and Germany named neighbouring territory, while the force of the Paris Declaration
had its tasks; contributions to it are voluntary. Offers, permissions and announcements show that somebody
may contribute; a commitment is a duty in a text, or aid that was committed, allocated or delivered.

Bad:

    actors:
      force: {title: Multinational force, kind: force}
    provisions:
      deployment:
        title: Deploy along the line
        kind: force_deployment
        obligors: [force]  # <- O06
        modality: must
      contribution:
        title: Contribute troops
        kind: force_deployment
        obligors: [ally]
        beneficiary: [force]
        modality: may

Good:

    actors:
      force: {title: Multinational force, kind: force}
    provisions:
      deployment:
        title: Deploy along the line
        kind: force_deployment
        obligors: [force]
        modality: must
      contribution:
        title: Contribute two brigades
        kind: force_deployment
        obligors: [ally]
        beneficiary: [force]
        modality: must
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.running import running
from foedus.rules.wording import how_many
from foedus.schema import UNSPECIFIED, Model, Provision, latest
from foedus.standing import concluded, stated_on

CODE = "O06"
NAME = "unfunded-mandate"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING

TASKS = ("force_deployment", "peacekeeping", "monitoring", "verification", "demilitarization")
MEANS = (*TASKS, "basing", "military_aid", "economic_aid", "procurement", "training", "integrated_command",
         "intelligence_sharing")  # fmt: skip
"""What a contribution to a force or a mission can be."""
_WEAK = ("announced", "intends", "stands_ready", "agreed_to_finalise")
_FIRM = ("committed", "allocated", "delivered")


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each force or body with tasks, at the first of them."""
    model = graph.model
    tasks: dict[str, list[Provision]] = {}
    means: dict[str | None, list[Provision]] = {}
    towards: dict[str, list[Provision]] = {}
    for provision in running(model):
        if provision.kind in TASKS and provision.modality == "must":
            for actor in provision.obligors:
                if actor in model.bodies or (actor in model.actors and model.actors[actor].kind == "force"):
                    tasks.setdefault(actor, []).append(provision)
        if provision.kind in MEANS:
            means.setdefault(provision.component, []).append(provision)
            for actor in provision.beneficiary:
                towards.setdefault(actor, []).append(provision)
    for actor, owed in tasks.items():
        near = [
            each
            for part in sorted({task.component or "" for task in owed})
            for each in means.get(part or None, ())
        ]
        offers = {each.id: each for each in (*near, *towards.get(actor, ())) if _by_others(each, actor)}
        if not any(_commits(model, each) for each in offers.values()):
            yield _problem(actor, owed, list(offers.values()))


def _by_others(provision: Provision, actor: str) -> bool:
    return actor not in provision.obligors and set(provision.obligors) != {UNSPECIFIED}


def _commits(model: Model, provision: Provision) -> bool:
    """True for a concluded duty, or for aid that is more than announced."""
    day = stated_on(model)
    if latest(provision.delivery, day) in _FIRM:
        return True
    owed = provision.modality == "must" and provision.wording not in _WEAK
    return owed and any(concluded(model, provision, obligor, day) for obligor in provision.obligors)


def _problem(actor: str, tasks: list[Provision], offers: list[Provision]) -> Problem:
    first, *others = tasks
    related = [(each.route, "and this task") for each in others]
    related += [(each.at("modality"), f"`{each.id}`: {_how(each)}") for each in offers]
    message = f"`{actor}` has {how_many(len(tasks), 'task')}, and nobody has committed to contribute"
    if offers:
        message += f" ({how_many(len(offers), 'offer')} without commitment)"
    hint = "add the commitments that a text has; if there are offers only, keep this"
    return Problem(first.at("obligors", first.obligors.index(actor)), message, hint, tuple(related))


def _how(provision: Provision) -> str:
    match provision.modality:
        case "may":
            return "may contribute"
        case "must_not":
            return "must not"
        case _:
            return "not firm yet"
