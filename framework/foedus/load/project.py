"""A model that has been read: its nouns, where each was written, and what was wrong with the text."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from foedus.errors import Stop
from foedus.finding import Finding
from foedus.limits import Limits
from foedus.load.merge import overlay
from foedus.load.shape import Shaped, shape
from foedus.nearest import did_you_mean
from foedus.place import Route, Span
from foedus.schema import SECTIONS, Model
from foedus.schema.vocabulary import Handling
from foedus.tree import Document, Node


@dataclass(frozen=True, slots=True)
class Withheld:
    """What was taken out of a project before anything was made of it: how many elements, above which mark."""

    count: int
    above: Handling


@dataclass(frozen=True)
class Project:
    """One model as read.

    `tree` holds everything that was written, also what the schema refused; `model` holds the elements
    whose shape is right; `findings` are those of the reader; `documents` are the files by name,
    and `files` the names of the model's own among them; `register` is what the shared registers hold,
    whether or not the model uses it; `limits` are those of whatever is asked of the model. `withheld` is None
    where everything is here. `unread` is what may be declared where it could not be read.
    """

    name: str
    model: Model
    tree: Node
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]
    register: Node
    files: tuple[str, ...] = ()
    limits: Limits = field(default_factory=Limits)
    reading: str | None = None
    withheld: Withheld | None = None
    unread: frozenset[str] = frozenset()
    _readings: "dict[str, Project]" = field(default_factory=dict, init=False, repr=False, compare=False)

    def where(self, route: Route) -> Span:
        """The place of a route: a scalar at itself, a mapping or list at its key.

        A route that was not written leads to the last thing on the way that was.
        """
        node = self.tree.at(*route)
        if node is self.tree:  # nothing on the way was written: the first line of the first file
            first = next((part for part in self.tree.entries().values()), self.tree)
            return Span(first.document.name or self.name, 1, 1)
        return node.key_span if len(route) == 2 and route[0] in SECTIONS else node.span

    @cached_property
    def declared(self) -> dict[str, frozenset[str]]:
        """The ids that each section declares, whether or not their shape is right."""
        return {
            section: frozenset(self.tree.at(section).entries())
            if section in self.tree.entries()
            else frozenset()
            for section in SECTIONS
        }

    def read_as(self, reading: str) -> "Project":
        """The model under one of its readings; the same project whenever it is asked for.

        Raises `Stop` where the model has no such reading.
        """
        if reading not in self._readings:
            self._readings[reading] = self._read_as(reading)
        return self._readings[reading]

    def _read_as(self, reading: str) -> "Project":
        if reading not in self.model.readings:
            known = sorted(self.model.readings)
            hint = did_you_mean(reading, known, f"readings of {self.name}: {{known}}")
            raise Stop(f"{self.name} has no reading `{reading}`; {hint}")
        tree, misplaced = overlay(self.tree, self.tree.at("readings", reading, "patch"))
        model, wrong = shape(tree, self.limits, Shaped(self.tree, self.model))
        findings = sorted({*self.findings, *misplaced, *wrong}, key=lambda finding: finding.order)
        return replace(self, model=model, tree=tree, findings=tuple(findings), reading=reading)
