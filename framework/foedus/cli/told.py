"""The words of `play` and `why` that say how a scenario is told, and what is printed of it."""

from collections.abc import Sequence

from foedus.cli.days import day_of
from foedus.errors import Stop
from foedus.load import Project
from foedus.nearest import did_you_mean
from foedus.schema.scenarios import Assumptions
from foedus.simulation import Moment, Trace
from foedus.views.document import Document

_TRUTHS = {"true": True, "false": False, "unknown": "unknown"}


def assumptions(project: Project, words: tuple[str, ...]) -> Assumptions | None:
    """What `--assume` takes as given. Raises `Stop` for an id that is none of the model's."""
    concluded: dict[str, object] = {}
    facts: dict[str, object] = {}
    for word in words:
        key, _, value = word.partition("=")
        truth = _TRUTHS.get(value or "true")
        model = project.model
        if truth is None:
            raise Stop(
                f"`--assume {word}`: write `{key}=true`, `{key}=false` or, for a fact, `{key}=unknown`"
            )
        if key in model.facts:
            facts[key] = truth
        elif (key in model.provisions or key in model.instruments) and truth != "unknown":
            concluded[key] = truth
        else:
            known = [*model.facts, *model.provisions, *model.instruments]
            hint = did_you_mean(key, known, "`foedus report` shows them")
            raise Stop(f"`--assume {word}`: no fact, provision or text `{key}`; {hint}")
    return Assumptions.model_validate({"concluded": concluded, "facts": facts}) if words else None


def moment(word: str | None) -> Moment | None:
    """A moment of a scenario as typed: a number of days, or a day."""
    return int(word) if word is not None and word.lstrip("-").isdigit() else day_of(word)


def written(document: Document, traces: Sequence[Trace], form: str, width: int) -> str:
    """What was asked in the format that was asked for; programs are given the traces, people the document."""
    if form == "json":
        from foedus.writers.traces import json

        return json.write(traces)
    if form == "csv":
        from foedus.writers.traces import csv

        return csv.write(traces)
    from foedus.writers.documents import markdown, text

    return markdown.write(document) if form == "markdown" else text.write(document, width)
