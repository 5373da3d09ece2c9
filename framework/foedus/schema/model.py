"""A whole model: every element by section and id."""

from typing import Any, ClassVar, Literal

from pydantic import Field

from foedus.place import Route
from foedus.schema.actors import Actor, Body
from foedus.schema.base import ActorRef, Day, Element, InstrumentRef, Noun, ScenarioRef, Sourced, Waive
from foedus.schema.instruments import Instrument
from foedus.schema.provisions import Provision
from foedus.schema.registers import SourceDocument, Vocabulary
from foedus.schema.scenarios import Question, Reading, Scenario
from foedus.schema.vocabulary import Handling
from foedus.schema.world import Component, Determination, Event, Fact, Phase, Property, Target


class ViewTitle(Noun):
    """The author's own words over a picture."""

    title: str
    subtitle: str | None = None


class BottomLine(Sourced):
    """What a reader must know who reads one sentence only, in the author's words."""

    says: str = Field(min_length=1, max_length=400)
    """One or two sentences, no stronger than the texts; at most 400 characters."""


class Framework(Sourced):
    """One guarantee system."""

    section: ClassVar[str] = "framework"

    title: str
    """What the system is called."""
    as_of: Day
    """The day for which the model is stated."""
    instrument: InstrumentRef | None = None
    """The text that the system rests on."""
    beneficiary: tuple[ActorRef, ...]
    """Whom the system protects."""
    adversary: tuple[ActorRef, ...] = ()
    """The attacker that the texts name."""
    summary: str | None = None
    """What it is, in a few sentences."""
    handling: Handling | None = None
    """Who may read the model: this section, and each element that does not say it for itself."""
    bottom_line: BottomLine | None = None
    """What a briefing says first; without it a briefing begins with what can be counted."""
    showcase: tuple[ScenarioRef, ...] = ()
    """The scenarios that the gallery and the report show as pictures."""
    waive: tuple[Waive, ...] = ()
    """Findings about this section that are set aside, each with its reason."""
    views: dict[str, ViewTitle] = {}
    """Titles for pictures, by view; a neutral title is used where none is given."""
    gallery: Literal["full", "chief"] = "full"
    """Whether the gallery shows every picture, or the chief ones: overview, trigger, matrix and timelines."""

    def at(self, *steps: str | int) -> Route:
        """The way to something inside this section."""
        return ("framework", *steps)


class Model(Noun):
    """Everything that the files of one model say."""

    framework: Framework | None = None
    components: dict[str, Component] = {}
    actors: dict[str, Actor] = {}
    bodies: dict[str, Body] = {}
    instruments: dict[str, Instrument] = {}
    facts: dict[str, Fact] = {}
    events: dict[str, Event] = {}
    phases: dict[str, Phase] = {}
    determinations: dict[str, Determination] = {}
    provisions: dict[str, Provision] = {}
    targets: dict[str, Target] = {}
    properties: dict[str, Property] = {}
    readings: dict[str, Reading] = {}
    scenarios: dict[str, Scenario] = {}
    questions: dict[str, Question] = {}
    sources: dict[str, SourceDocument] = {}
    vocabularies: dict[str, Vocabulary] = {}

    def elements(self) -> tuple[Element, ...]:
        """Every element, section by section, each section by id."""
        return tuple(element for section in SECTIONS for element in self.section(section).values())

    def section(self, name: str) -> dict[str, Any]:
        """The elements of one section by id."""
        elements: dict[str, Any] = getattr(self, name)
        return elements


SECTIONS: tuple[str, ...] = tuple(name for name in Model.model_fields if name != "framework")
"""The sections that hold elements by id, in the order in which they are read and shown."""
