"""One scenario in several plays beside one another: readings, or both ends of the guarantee envelope."""

from collections.abc import Mapping, Sequence

from foedus.schema import Model
from foedus.simulation import Trace
from foedus.simulation.envelope import Envelope
from foedus.views.account import told
from foedus.views.captions import source_line
from foedus.views.document import Document, Facts, Paragraph, Section, Table
from foedus.words import component_list, joined, numbers, sentence


def readings(traces: Sequence[Trace]) -> Document:
    """The final states of a scenario in each reading: first where they differ, then where they do not."""
    first = traces[0]
    provisions = {
        key: each for trace in reversed(traces) for key, each in trace.project.model.provisions.items()
    }
    number = {key: each for trace in reversed(traces) for key, each in numbers(trace.project.model).items()}
    ends = {key: _ends(traces, key) for key in _sorted(list(provisions), number)}
    titles = {key: f"{number[key]} {provisions[key].title}" for key in ends}
    differ = tuple(Facts(titles[key], "", tuple(ends[key].items())) for key in ends if len(ends[key]) > 1)
    alike = tuple((titles[key], state) for key in ends if len(ends[key]) == 1 for state in ends[key])
    nowhere = (Paragraph("Nowhere: every reading leads to the same end."),)
    return Document(
        title=sentence(first.scenario.title),
        tag=" · ".join(("in each reading", *told(first)[1:])),
        source=source_line(first.project),
        summary=first.scenario.summary or "",
        sections=(
            Section("Where the outcome depends on the reading", "differs", differ or nowhere),
            Section(
                "Where it does not", "same", (Table(("Provision", "At the end"), alike),) if alike else ()
            ),
        ),
    )


def _ends(traces: Sequence[Trace], provision: str) -> dict[str, str]:
    """The final states of a provision, each with the readings that lead to them."""
    found: dict[str, list[str]] = {}
    for trace in traces:
        found.setdefault(_states(trace, provision), []).append(trace.reading or "as it stands")
    return {states: ", ".join(those) for states, those in found.items()}


def _states(trace: Trace, provision: str) -> str:
    if provision not in trace.project.model.provisions:
        return "not in it"
    return joined(list(trace.states(provision)), "or") or "not played"


def _sorted(ids: list[str], number: Mapping[str, str]) -> list[str]:
    return sorted(
        ids, key=lambda each: tuple(int(part) if part.isdigit() else 0 for part in number[each].split("."))
    )


def envelope(found: Envelope) -> Document:
    """What is assured whatever the guarantors choose, and what is merely possible."""
    trace = found.decline
    model = trace.project.model
    number = numbers(model)
    titles = {each.id: f"{each.order} {each.title}" for each in component_list(model)}
    rows = tuple(
        (
            titles.get(part.component or "", "Frame"),
            *(_named(model, number, ids) for ids in (part.assured, part.possible, part.none)),
        )
        for part in sorted(found.parts, key=lambda part: titles.get(part.component or "", ""))
    )
    head = ("Component", "Assured", "Merely possible", "Neither")
    lead = (
        "Assured: owed or honoured at the end whether whoever may act does or does not. Merely possible: in "
        "one of the two at least, or not to be said. A permission is never assured."
    )
    return Document(
        title=sentence(trace.scenario.title),
        tag=" · ".join(("guarantee envelope", told(trace)[0], *told(trace)[2:])),
        source=source_line(trace.project),
        summary=trace.scenario.summary or "",
        sections=(
            Section("Guarantee envelope", "envelope", (Paragraph(lead, quiet=True), Table(head, rows))),
        ),
    )


def _named(model: Model, number: Mapping[str, str], ids: tuple[str, ...]) -> str:
    return (
        "; ".join(f"{number[each]} {model.provisions[each].title}" for each in _sorted(list(ids), number))
        or "none"
    )
