"""What an output says of its own handling: its highest mark, and how much it does not hold."""

from collections.abc import Iterable
from pathlib import Path

from foedus.handling.marks import highest
from foedus.load import Project


def said(projects: Iterable[Project]) -> str:
    """The sentences for a footer; empty where everything is public and nothing is withheld."""
    every = tuple(projects)
    mark = highest(*every)
    parts = [f"Handling: {mark}."] if mark != "public" else []
    held = [(Path(each.name).name, each.withheld) for each in every if each.withheld is not None]
    counts = {name: max(each.count for other, each in held if other == name) for name, _ in held}
    if count := sum(counts.values()):  # of a model, its readings and its revisions the one with the most
        parts.append(f"{elements(count)} withheld (above {held[0][1].above}).")
    return " ".join(parts)


def elements(count: int) -> str:
    """So many elements, in words: `1 element`, `3 elements`."""
    return f"{count} element{'' if count == 1 else 's'}"


def recorded(project: Project) -> dict[str, object]:
    """The same for programs: the mark, how many elements are withheld and above which; else empty."""
    mark, held = highest(project), project.withheld
    found: dict[str, object] = {"handling": mark} if mark != "public" else {}
    if held is not None and held.count:
        found |= {"withheld": held.count, "withheld_above": held.above}
    return found
