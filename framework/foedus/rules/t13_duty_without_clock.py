"""The duties of a text have no clock, or nothing answers their breach.

A response that may come at any time cannot be late, and a duty whose breach has no consequence is kept
by good will alone. The agreement of the United Kingdom and Ukraine of January 2024 has the parties
consult within twenty-four hours; the Budapest Memorandum of 1994 has neither a time nor a remedy.
Clocks are counted for what is to be done once or in a given case: what is kept up all the time needs
none.

Bad:

    instruments:
      memorandum: {title: Memorandum, form: memorandum}  # <- T13
    provisions:
      consultation:
        title: Consult if a question arises
        instrument: memorandum
        kind: consultation
        obligors: [ally]
        modality: must
        trigger: question

Good:

    instruments:
      agreement: {title: Agreement, form: agreement}
    provisions:
      consultation:
        title: Consult if a question arises
        instrument: agreement
        kind: consultation
        obligors: [ally]
        modality: must
        trigger: question
        deadline: PT24H
        on_breach: dispute
      dispute:
        title: Bring a dispute before the court
        instrument: agreement
        kind: dispute_resolution
        obligors: [ally]
        modality: may
"""

from collections.abc import Iterator

from foedus.finding import Problem, Severity
from foedus.graph import Graph
from foedus.logic import gates
from foedus.rules.running import parents, running
from foedus.schema import InState, Model, Provision, Reached

CODE = "T13"
NAME = "duty-without-clock"
SEVERITY = Severity.INFORMATION
STRICT = Severity.INFORMATION

ONE_SIDED = ("announcement", "statement")
"""Forms of which nobody expects a remedy: what one side says it will do."""
_LISTED = 5


def check(graph: Graph) -> Iterator[Problem]:
    """One problem for each text, with counts."""
    model = graph.model
    answered = _answered(model)
    duties: dict[str, list[Provision]] = {}
    for provision in running(model):
        if provision.modality == "must" and not provision.undeveloped:
            duties.setdefault(provision.instrument or "", []).append(provision)
    for text in model.instruments.values():
        owed = duties.get(text.id, [])
        timed = [each for each in owed if each.trigger is not None or each.performance == "achievement"]
        late = [each for each in timed if each.clock is None]
        unanswered = [each for each in owed if not _has_answer(model, each, answered)]
        if text.form in ONE_SIDED or not (late or len(unanswered) == len(owed) > 0):
            continue
        said = [
            _said("a deadline", late, timed, " to be done once or in a given case"),
            _said("an answer to a breach", unanswered, owed, ""),
        ]
        message = "; ".join(each for each in said if each)
        related = tuple((each.route, "no deadline") for each in late[:_LISTED])
        if len(late) > _LISTED:
            related += ((late[_LISTED].route, f"and {len(late) - _LISTED} more without a deadline"),)
        hint = "add `deadline` and `on_breach` where a text has them; if it has none, keep this"
        yield Problem(text.route, message, hint, related)


def _said(what: str, without: list[Provision], every: list[Provision], which: str) -> str:
    noun = "duty" if len(every) == 1 else "duties"
    return f"without {what}: {len(without)} of {len(every)} {noun}{which}" if without else ""


def _answered(model: Model) -> set[str]:
    """The provisions on whose breach the gate of another turns."""
    return {
        leaf.provision
        for gated in gates(model)
        for leaf, _, _ in gated.atoms
        if isinstance(leaf, InState | Reached) and "BREACHED" in leaf.states
    }


def _has_answer(model: Model, provision: Provision, answered: set[str]) -> bool:
    chain = (provision, *parents(model, provision))
    return any(each.on_breach is not None or each.id in answered for each in chain)
