"""The nouns of the language: frozen, without input or output, without logic beyond their own fields."""

from foedus.schema.actors import Actor, Body, ClosedMembers, Members, OpenMembers, named_members
from foedus.schema.base import UNSPECIFIED, WITHHELD, Claim, Dated, Element, Source, Sourced, history, latest
from foedus.schema.conditions import (
    Active,
    All,
    Any_,
    AtLeast,
    Condition,
    Delivered,
    Found,
    Gate,
    InState,
    Not,
    Reached,
)
from foedus.schema.instruments import Exit, Instrument, Term
from foedus.schema.model import SECTIONS, Framework, Model, ViewTitle
from foedus.schema.provisions import GATES, Provision, Scope
from foedus.schema.references import Reference, references
from foedus.schema.registers import SourceDocument, Vocabulary, Word
from foedus.schema.scenarios import Answer, Quantity, Question, Reading, Scenario, Step
from foedus.schema.world import Component, Determination, Event, Fact, LeadsTo, Phase, Property, Target

__all__ = [
    "GATES",
    "SECTIONS",
    "UNSPECIFIED",
    "WITHHELD",
    "Active",
    "Actor",
    "All",
    "Answer",
    "Any_",
    "AtLeast",
    "Body",
    "Claim",
    "ClosedMembers",
    "Component",
    "Condition",
    "Dated",
    "Delivered",
    "Determination",
    "Element",
    "Event",
    "Exit",
    "Fact",
    "Found",
    "Framework",
    "Gate",
    "InState",
    "Instrument",
    "LeadsTo",
    "Members",
    "Model",
    "Not",
    "OpenMembers",
    "Phase",
    "Property",
    "Provision",
    "Quantity",
    "Question",
    "Reached",
    "Reading",
    "Reference",
    "Scenario",
    "Scope",
    "Source",
    "SourceDocument",
    "Sourced",
    "Step",
    "Target",
    "Term",
    "ViewTitle",
    "Vocabulary",
    "Word",
    "history",
    "latest",
    "named_members",
    "references",
]
