"""Several owe a promise, and no text says how they share it.

If one of several guarantors stays out, are the others still bound, each for the whole? Under a joint
guarantee they need not act alone; under a several one each stands by itself. Belgium's guarantee of
1839 was taken to bind each power, that of Luxembourg in 1867 to bind them only collectively; Locarno
(1925) said collectively and severally. Where nothing is said, each reading has its advocates.

Bad:

    provisions:
      guarantee:
        title: Guarantee neutrality
        kind: guarantee
        obligors: [first-power, second-power]  # <- O03
        modality: must
        trigger: breach

Good:

    provisions:
      guarantee:
        title: Guarantee neutrality
        kind: guarantee
        obligors: [first-power, second-power]
        modality: must
        responsibility: joint_and_several
        trigger: breach
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.rules.order import in_order
from foedus.rules.wording import named
from foedus.schema import Model, Provision, latest
from foedus.standing import stated_on

CODE = "O03"
NAME = "responsibility-unspecified"
SEVERITY = Severity.WARNING
STRICT = Severity.WARNING


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each group of obligors of one text, at the first duty that does not say."""
    model = graph.model
    groups: dict[tuple[str, tuple[str, ...]], list[Provision]] = {}
    for provision in in_order(model):
        if _shared(model, provision):
            group = (provision.instrument or "", tuple(sorted(provision.obligors)))
            groups.setdefault(group, []).append(provision)
    for (_, obligors), (first, *others) in groups.items():
        related = tuple((each.at("obligors"), "and here") for each in others)
        hint = "write `responsibility: several`, `joint` or `joint_and_several` where the text settles it"
        yield Problem(first.at("obligors"), _message(obligors), hint, related)


def _shared(model: Model, provision: Provision) -> bool:
    """True for a duty to act of more than one, or of a coalition, of which nothing says how it is shared.

    A prohibition binds each by its nature, and a permission binds nobody.
    """
    group = provision.obligors[0] if len(provision.obligors) == 1 else ""
    many = len(provision.obligors) > 1 or (group in model.actors and model.actors[group].kind == "coalition")
    gone = latest(provision.status, stated_on(model)) == "dropped" or provision.undeveloped
    return many and provision.responsibility == "unspecified" and provision.modality == "must" and not gone


def _message(obligors: tuple[str, ...]) -> str:
    if len(obligors) == 1:
        return f"{named(obligors)} is named as a group, and nothing says whether each member answers for it"
    return f"{named(obligors)} owe this, and nothing says whether jointly or each for itself"
