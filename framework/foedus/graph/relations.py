"""How elements stand to one another outside their conditions: who owes, owns, founds, states, cites what."""

from collections.abc import Callable, Iterator

from foedus.graph.graph import Edge, EdgeKind, provision_leaves, vertex_id
from foedus.logic import gates
from foedus.schema import SECTIONS, UNSPECIFIED, Actor, Body, Element, Model, named_members


def _actor(model: Model, actor: str) -> str:
    return vertex_id("bodies" if actor in model.bodies else "actors", actor)


def _actor_edges(
    model: Model, element: Element, field: str, kind: EdgeKind, outward: bool = False
) -> Iterator[Edge]:
    """Edges between an element and the actors that a list of it names."""
    own = vertex_id(element.section, element.id)
    for place, actor in enumerate(getattr(element, field)):
        if actor != UNSPECIFIED:
            ends = (own, _actor(model, actor)) if outward else (_actor(model, actor), own)
            yield Edge(*ends, kind, True, element.at(field, place))


def _owing(model: Model) -> Iterator[Edge]:
    for provision in model.provisions.values():
        own = vertex_id("provisions", provision.id)
        yield from _actor_edges(model, provision, "obligors", "owes")
        yield from _actor_edges(model, provision, "beneficiary", "benefits", outward=True)
        yield from _actor_edges(model, provision, "protects", "protects", outward=True)
        if provision.part_of is not None:
            yield Edge(
                own, vertex_id("provisions", provision.part_of), "part_of", True, provision.at("part_of")
            )
        if provision.through is not None:
            organ = vertex_id("bodies", provision.through)
            yield Edge(organ, own, "through", True, provision.at("through"))
        if provision.component is not None:
            yield Edge(
                own, vertex_id("components", provision.component), "part_of", True, provision.at("component")
            )
        if provision.instrument is not None:
            text = vertex_id("instruments", provision.instrument)
            yield Edge(text, own, "states", True, provision.at("instrument"))
    for gated in gates(model):
        own = vertex_id("provisions", gated.provision.id)
        for leaf, route, positive in provision_leaves(gated):
            yield Edge(vertex_id("provisions", leaf.provision), own, "delivers", positive, route)


def _happening(model: Model) -> Iterator[Edge]:
    for event in model.events.values():
        own = vertex_id("events", event.id)
        for changed, value in event.sets.items():
            yield Edge(own, vertex_id("facts", changed), "sets", value, event.at("sets", changed))
        yield from _actor_edges(model, event, "by", "does")
    for fact in model.facts.values():
        if fact.owner is not None:
            yield Edge(_actor(model, fact.owner), vertex_id("facts", fact.id), "does", True, fact.at("owner"))


def _finding(model: Model) -> Iterator[Edge]:
    for determination in model.determinations.values():
        own = vertex_id("determinations", determination.id)
        yield Edge(vertex_id("facts", determination.of), own, "determines", True, determination.at("of"))
        for field in ("body", "actor"):
            if (finder := getattr(determination, field)) is not None:
                yield Edge(_actor(model, finder), own, "provides", True, determination.at(field))


def _belonging(model: Model) -> Iterator[Edge]:
    for body in model.bodies.values():
        own = vertex_id("bodies", body.id)
        if body.established_by is not None:
            section = "provisions" if body.established_by in model.provisions else "instruments"
            founder = vertex_id(section, body.established_by)
            yield Edge(founder, own, "established_by", True, body.at("established_by"))
        if body.lead is not None and body.lead != UNSPECIFIED:
            yield Edge(_actor(model, body.lead), own, "provides", True, body.at("lead"))
    groups: tuple[Actor | Body, ...] = (*model.actors.values(), *model.bodies.values())
    for group in groups:
        own = vertex_id(group.section, group.id)
        for member in named_members(group.members):
            yield Edge(_actor(model, member), own, "member_of", True, group.at("members"))
    for actor in model.actors.values():
        if actor.of is not None:
            yield Edge(
                vertex_id("actors", actor.id), _actor(model, actor.of), "part_of", True, actor.at("of")
            )


_KIN: tuple[EdgeKind, ...] = ("supersedes", "supplements", "implements", "interprets", "reaffirms")


def _citing(model: Model) -> Iterator[Edge]:
    for element in model.elements():
        own = vertex_id(element.section, element.id)
        for place, source in enumerate(element.sources):
            steps = ("source", "doc") if not isinstance(element.source, tuple) else ("source", place, "doc")
            yield Edge(own, vertex_id("sources", source.doc), "cites", True, element.at(*steps))
    for text in model.instruments.values():
        own = vertex_id("instruments", text.id)
        for kind in _KIN:
            for place, other in enumerate(getattr(text, kind)):
                yield Edge(own, vertex_id("instruments", other), kind, True, text.at(kind, place))
        if text.draft_of is not None:
            yield Edge(own, vertex_id("instruments", text.draft_of), "draft_of", True, text.at("draft_of"))
    for question in model.questions.values():
        for place, touched in enumerate(question.touches):
            for section in SECTIONS:
                if touched in model.section(section):
                    yield Edge(
                        vertex_id("questions", question.id),
                        vertex_id(section, touched),
                        "touches",
                        True,
                        question.at("touches", place),
                    )


RELATIONS: tuple[Callable[[Model], Iterator[Edge]], ...] = (_owing, _happening, _finding, _belonging, _citing)
