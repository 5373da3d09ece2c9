"""What the two views of a played scenario share: its instants, its deeds, and the words around them."""

from collections.abc import Iterator

from foedus.schema import UNSPECIFIED, Model
from foedus.simulation import TOGETHER, Act, Moment, Position, Standing, Trace, Turn, Void
from foedus.views.captions import lanes, source_line, tag
from foedus.views.played_shapes import Deed, DeedKind, Instant, Stand
from foedus.views.shapes import Caption, Lane
from foedus.words import day, inside, joined, name, numbers, sentence

FRAME = Lane("", "F", "Frame", 0)
"""The lane of what frames all components."""

_CHOICES = {
    "open": "choices left open",
    "exercise": "every choice exercised",
    "decline": "every choice declined",
}
_VERBS = {
    "performs": "performs",
    "fails": "fails to perform",
    "exercises": "exercises",
    "declines": "declines",
    "withdraws": "withdraws from",
    "consents": "consents to",
}
_FINDS = {"established": "finds", "rejected": "does not find", "deadlocked": "is deadlocked:"}
_UNNAMED = {"established": "found:", "rejected": "not found:", "deadlocked": "deadlocked:"}
_KINDS: dict[str, DeedKind] = {"happens": "event", "set": "fact", "found": "finding"}


def caption(trace: Trace, view: str, alt: str) -> Caption:
    """The scenario's own title; reading, choices, assumptions and horizon; tag and source as everywhere."""
    project, scenario = trace.project, trace.scenario
    reading = project.model.readings.get(trace.reading or "")
    parts = [f"Reading: {reading.title}" if reading is not None else "The text as it stands"]
    parts.append(_CHOICES[trace.discretion])
    if scenario.assume is not None and (taken := scenario.assume.concluded):
        said = joined(_named(project.model, sorted(key for key, truth in taken.items() if truth)), "and")
        parts += [f"taken to be concluded: {said}"] if said else []
    if trace.refusals:
        parts.append(f"not played: {trace.refusals[0].problem.message}")
    elif trace.turns:
        parts.append(f"seen to {moment_name(ends(trace))}")
    subtitle = "; ".join(parts)
    return Caption(view, scenario.title, subtitle, tag(project), source_line(project), alt)


def _named(model: Model, ids: list[str]) -> list[str]:
    number = numbers(model)
    return [number.get(key) or (found.title if (found := model.instruments.get(key)) else key) for key in ids]


def component_lanes(trace: Trace) -> tuple[Lane, ...]:
    """The lanes of the components, with short titles, and that of what frames them."""
    return (*lanes(trace.project.model, short=True), FRAME)


def ends(trace: Trace) -> Moment:
    """The last day that is looked at."""
    told = trace.scenario
    days = [turn.day for turn in trace.turns]
    days += [told.horizon] if told.horizon is not None else [each.after for each in told.expect]
    return max(days, key=_days)


def instants(trace: Trace) -> tuple[Instant, ...]:
    """The start, all that happens, and the end where that lies after all that happens."""
    found = [_instant(trace, turn, place) for place, turn in enumerate(trace.turns)]
    end = ends(trace) if trace.turns else 0
    if trace.turns and _days(end) > _days(trace.turns[-1].day):
        found.append(Instant("end", "", moment_name(end), _short(end), _days(end)))
    return tuple(found)


def _instant(trace: Trace, turn: Turn, place: int) -> Instant:
    late = 0.5 if turn.kind == "clock" else 0.0
    before = "end of " if late else ""
    return Instant(
        turn.kind, str(place) if place else "", f"{before}{moment_name(turn.day)}",
        f"{'end ' if late else ''}{_short(turn.day)}", _days(turn.day) + late, deeds(trace, turn),
    )  # fmt: skip


def _days(moment: Moment) -> float:
    return float(moment if isinstance(moment, int) else moment.toordinal())


def moment_name(moment: Moment) -> str:
    """A day in words: `day 5`, or `6 January 2026`."""
    return f"day {moment}" if isinstance(moment, int) else day(moment)


def _short(moment: Moment) -> str:
    if isinstance(moment, int):
        return str(moment)
    return f"{moment.day} {day(moment).split()[1][:3]} {moment.year}"


def deeds(trace: Trace, turn: Turn) -> tuple[Deed, ...]:
    """All that is done and happens at an instant, deadlines that passed included."""
    void = {each.act: each for each in turn.void}
    done = (_deed(trace, act, void.get(act)) for act in turn.acts)
    return (*done, *_passed(trace, turn))


def _deed(trace: Trace, act: Act, void: Void | None) -> Deed:
    model = trace.project.model
    who = _doers(model, act)
    number, about = _about(model, act)
    verb = _verb(act)
    text = f"{verb} {about}".strip()
    told = f"{verb} {number} {about}" if number else text
    if act.verb != "happens" and who:
        told = f"{_joined(model, who)} {told}"
    elif act.verb == "found":
        text = told = f"{_UNNAMED[str(act.value)]} {about}"
    effect = "" if void is None else " (without effect)" if void.certain else " (perhaps without effect)"
    hue = hue_of(model, act.subject) if number else 0
    kind, origin = _KINDS.get(act.verb, "act"), trace.project.where(act.route)
    return Deed(kind, sentence(text) + effect, sentence(told) + effect, who, number, hue, origin)


def _verb(act: Act) -> str:
    return _FINDS[str(act.value)] if act.verb == "found" else _VERBS.get(act.verb, "")


def _about(model: Model, act: Act) -> tuple[str, str]:
    """What an act is about, in words, and its number where that is a provision."""
    match act.verb:
        case "happens":
            return "", model.events[act.subject].title
        case "set":
            value = "unknown" if act.value is None else str(act.value).lower()
            return "", f"{model.facts[act.subject].title}: {value}"
        case "found":
            return "", inside(model, model.determinations[act.subject].title)
    provision = model.provisions.get(act.subject)
    if provision is not None:
        return numbers(model).get(act.subject, act.subject), provision.title
    text = model.instruments.get(act.subject)
    return "", text.title if text is not None else "all that it owes"


def _doers(model: Model, act: Act) -> tuple[str, ...]:
    if act.verb == "happens":
        return tuple(dict.fromkeys(model.events[act.subject].by))
    if act.by is not None:
        return (act.by,)
    provision = model.provisions.get(act.subject) if act.verb not in _KINDS else None
    return tuple(sorted(set(provision.obligors) - {UNSPECIFIED})) if provision is not None else ()


def _passed(trace: Trace, turn: Turn) -> Iterator[Deed]:
    """The deadlines that passed, each once."""
    model = trace.project.model
    for key in dict.fromkeys(position.provision for position in turn.clocks):
        provision = model.provisions[key]
        number = numbers(model).get(key, key)
        text = f"Deadline passed: {number} {provision.title}"
        told = f"The deadline of {number} {provision.title} has passed"
        origin = trace.project.where(provision.clock or provision.route)
        yield Deed("clock", text, told, (), number, hue_of(model, key), origin)


def hue_of(model: Model, provision: str) -> int:
    """The hue of a provision's component; 0 for what frames all."""
    component = model.provisions[provision].component
    return next((lane.hue for lane in lanes(model) if lane.id == component), 0)


def stand(model: Model, standing: Standing) -> Stand:
    """How a position stands, in words of a picture."""
    done = {held.done for held in standing.held}
    note = ""
    if len(done) == 1 and True in done and standing.states == ("ACTIVE",):
        may = model.provisions[standing.position.provision].modality == "may"
        note = "exercised" if may else "performed"
    elif done == {False}:
        note = "declined"
    return Stand(standing.states, note)


def whose(model: Model, positions: list[Position], every: int) -> str:
    """Whose positions these are, in words; empty where they are all that the provision has."""
    if len(positions) == every:
        return ""
    return _joined(model, tuple(position.obligor for position in positions))


def _joined(model: Model, actors: tuple[str, ...]) -> str:
    return joined(["all together" if actor == TOGETHER else name(model, actor) for actor in actors], "and")
