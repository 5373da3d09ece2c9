"""One thing that a system says to one question, and where it says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedus.analyses.responders import BESIDE
from foedus.graph import Graph
from foedus.place import Span
from foedus.rules.gating import uses
from foedus.schema import Element, Model, Provision, Source, Sourced
from foedus.views.captions import editions
from foedus.views.provision_facts import cited
from foedus.views.status import WORDS, provision_standing
from foedus.words import in_quotes, numbers

NOT_ADDRESSED = "not addressed"
"""No clause of the model speaks to it; what a text is silent on is no "no"."""

NOT_CODED = "not coded"
"""The model does not hold what the question asks for."""

NO_EVENT = "no such event in the model"
"""The model has nothing that could happen of the sort that is asked about."""

NO_ORGAN = "no organ is to find anything"
"""The model has no finding of an organ that could deadlock."""

CASUS = ("attack", "threat", "breach")
"""What a fact must be about for a provision that it triggers to be an answer to it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said, the clause that says it (document, place, quote), and where the model has it.

    `locator` is the clause without the name of its document, where that is the text itself. `case` says of
    what event, and in which phases, it is said; empty where that is not the question.
    """

    text: str
    clause: str = ""
    origin: Span | None = None
    locator: str = ""
    case: str = ""

    @property
    def silent(self) -> bool:
        """True where it says that there is nothing to say."""
        return self.text in (NOT_ADDRESSED, NOT_CODED, NO_EVENT, NO_ORGAN)


def answer(graph: Graph, text: str, said_in: Element, *field: str) -> Answer:
    """An answer that an element gives, in one of its fields."""
    origin = graph.project.where(said_in.at(*field))
    return Answer(text, clause(graph, said_in), origin, locator(graph, said_in))


def clause(graph: Graph, said_in: Sourced) -> str:
    """The clause that an element is from: its first source, where it is quoted if it is."""
    return cited(graph.model, _chief(said_in))


def locator(graph: Graph, said_in: Sourced) -> str:
    """The clause without the name of its document, where that is the text on which the system rests."""
    if any(source.doc not in editions(graph.model) for source in _chief(said_in)):
        return clause(graph, said_in)
    return "".join(
        ": ".join(part for part in (source.at, in_quotes(source.quote) if source.quote else "") if part)
        for source in _chief(said_in)
    )


def _chief(said_in: Sourced) -> tuple[Source, ...]:
    first = [source for source in said_in.sources if source.doc == said_in.sources[0].doc]
    return tuple([source for source in first if source.quote] or first)[:1]


def distinct(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers that differ in what they say, each as it is first given."""
    found: dict[tuple[str, str], Answer] = {}
    for each in answers:
        found.setdefault((each.case, each.text), each)
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
    provisions = in_order(graph, graph.model.provisions.values())
    found = tuple(each for each in provisions if each.id in triggered)
    return found or tuple(each for each in provisions if each.kind in ("defense", "guarantee", "enforcement"))


def promises(graph: Graph) -> tuple[Provision, ...]:
    """The replies of a system; of one that has none, every duty and prohibition in it."""
    provisions = in_order(graph, graph.model.provisions.values())
    return replies(graph) or tuple(each for each in provisions if each.modality != "may")


def in_order(graph: Graph, provisions: Iterable[Provision]) -> tuple[Provision, ...]:
    """Duties before permissions, help before talk, then as they are numbered."""
    place = {key: index for index, key in enumerate(numbers(graph.model))}
    return tuple(
        sorted(provisions, key=lambda each: (each.modality == "may", each.kind in BESIDE, place[each.id]))
    )


def items(graph: Graph, parent: Provision) -> Iterator[Provision]:
    """The provisions that spell out another."""
    return (each for each in graph.model.provisions.values() if each.part_of == parent.id)


def unagreed(model: Model, provision: Provision) -> str:
    """What keeps a provision from being agreed, in brackets; empty where it is."""
    standing = provision_standing(model, provision)
    return f" ({WORDS[standing]})" if standing != "agreed" else ""
