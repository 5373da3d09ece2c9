"""One thing that a system says to one question, and where it says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedus.graph import Graph
from foedus.place import Span
from foedus.rules.gating import uses
from foedus.schema import Element, Provision, Sourced
from foedus.views.provision_facts import cited

NOT_ADDRESSED = "not addressed"
"""No clause of the model speaks to it; what a text is silent on is no "no"."""

NOT_CODED = "not coded"
"""The model does not hold what the question asks for."""

CASUS = ("attack", "threat", "breach")
"""What a fact must be about for a provision that it triggers to be an answer to it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, the clause that says it (document, place, quote), and where the model has it."""

    text: str
    clause: str = ""
    origin: Span | None = None


def answer(graph: Graph, text: str, said_in: Element, *field: str) -> Answer:
    """An answer that an element gives, in one of its fields."""
    return Answer(text, clause(graph, said_in), graph.project.where(said_in.at(*field)))


def clause(graph: Graph, said_in: Sourced) -> str:
    """The clause that an element is from: the first source with a quote, else the first."""
    quoted = [source for source in said_in.sources if source.quote]
    return cited(graph.model, tuple(quoted or said_in.sources)[:1])


def distinct(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers that differ in what they say, each as it is first given."""
    found: dict[str, Answer] = {}
    for each in answers:
        found.setdefault(each.text, each)
    return tuple(found.values())


def replies(graph: Graph) -> tuple[Provision, ...]:
    """The provisions that an attack, a threat or a breach triggers: what the system answers with.

    Where nothing is triggered by any of these, the promises of defence, guarantee and enforcement.
    """
    triggered = {
        use.provision.id
        for use in uses(graph.model)
        if use.gate == "trigger" and use.positive and use.fact.concept in CASUS
    }
    provisions = graph.model.provisions.values()
    found = tuple(each for each in provisions if each.id in triggered)
    return found or tuple(each for each in provisions if each.kind in ("defense", "guarantee", "enforcement"))


def promises(graph: Graph) -> tuple[Provision, ...]:
    """The replies of a system; of one that has none, every duty and prohibition in it."""
    provisions = graph.model.provisions.values()
    return replies(graph) or tuple(each for each in provisions if each.modality != "may")


def items(graph: Graph, parent: Provision) -> Iterator[Provision]:
    """The provisions that spell out another."""
    return (each for each in graph.model.provisions.values() if each.part_of == parent.id)
