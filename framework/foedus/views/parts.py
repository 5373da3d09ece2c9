"""A diagram in parts: one for each component, whose links to other parts are told by number.

What starts things in several parts stands in each of them. A link between two parts becomes a tag at the
foot of both cards; where a box has no foot, a small card with the number stands beside it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from string import ascii_uppercase
from typing import TypeAlias

from foedus.views.cards import ranges
from foedus.views.shapes import Box, Diagram, Lane, Link, Tag

BESIDE = Lane("beside", "", "Beside the components", 0)
"""Where everything stands that belongs to no component and leads to none."""
_WHOLE = Lane("all", "", "All provisions", 0)
"""The one part of a diagram without lanes."""

_FOOTED = frozenset({"provision", "list"})
GATES = frozenset({"all", "any", "count", "not"})
"""The kinds of boxes that are gates."""
_NUMBERED = re.compile(r"[^.]*\.\d+")
_CUT = "@"  # no id of a model holds it
_DIGITS = re.compile(r"[0-9]+")

Pieces: TypeAlias = Mapping[str, tuple[tuple[str, ...], ...]]
"""The boxes of each lane that is cut, piece by piece; all by id."""


@dataclass(frozen=True, slots=True)
class _Division:
    """Who stands where: the lane of every box, and the lanes of what stands in several; all by id."""

    lanes: tuple[Lane, ...]
    home: Mapping[str, str]
    copied: Mapping[str, tuple[str, ...]]

    def lanes_of(self, box: str) -> tuple[str, ...]:
        return self.copied.get(box) or (self.home[box],)

    def ends(self, link: Link) -> tuple[str, str]:
        """The parts at the two ends of a link; what has copies stands wherever it leads."""
        target = self.home[link.target]
        return (target if link.source in self.copied else self.home[link.source]), target


def parts(diagram: Diagram, pieces: Pieces | None = None) -> tuple[Diagram, ...]:
    """The parts of a diagram in the order of its lanes, each with one lane in which all its boxes stand.

    `pieces` says for a lane that is cut which of its boxes stand in which part.
    """
    division = _division(diagram, pieces or {})
    names = _references(diagram, division)
    made = (_part(diagram, lane, division, names) for lane in division.lanes)
    return tuple(part for part in made if part.boxes)


def between(diagram: Diagram) -> Iterator[tuple[str, str, Link]]:
    """Every link between two lanes, after their ids; the first is empty for what starts things in several."""
    division = _division(diagram, {})
    for link in diagram.links:
        source, target = division.ends(link)
        if len(division.copied.get(link.source, ())) > 1:
            yield "", target, link
        elif source != target:
            yield source, target, link


def _division(diagram: Diagram, pieces: Pieces) -> _Division:
    shared = starting(diagram)
    lanes, home = _cut(diagram, _homes(diagram, shared), pieces)
    where: dict[str, set[str]] = defaultdict(set)
    for link in diagram.links:
        if link.source in shared:
            where[link.source].add(home[link.target])
    order = [lane.id for lane in lanes]
    copied = {id: tuple(sorted(found, key=order.index)) for id, found in where.items()}
    return _Division(lanes, home, copied)


def lane_of(part: Diagram) -> str:
    """The id of the lane of which a part holds everything, or a piece."""
    return part.lanes[0].id.partition(_CUT)[0]


def starting(diagram: Diagram) -> frozenset[str]:
    """The boxes outside the lanes to which nothing leads, and which lead to something: they are copied."""
    lanes = {lane.id for lane in diagram.lanes}
    entered = {link.target for link in diagram.links}
    leading = {link.source for link in diagram.links}
    outside = (box for box in diagram.boxes if box.lane not in lanes and box.kind not in _FOOTED)
    return frozenset(box.id for box in outside if box.id in leading and box.id not in entered)


def _homes(diagram: Diagram, shared: frozenset[str]) -> dict[str, str]:
    """The lane of every box that is not copied: its own, else that with which it is linked most."""
    lanes = [lane.id for lane in diagram.lanes]
    home = {box.id: box.lane for box in diagram.boxes if box.lane in lanes}
    open_ones = [box.id for box in diagram.boxes if box.id not in home and box.id not in shared]
    kinds = {box.id: box.kind for box in diagram.boxes}
    beside: dict[str, list[str]] = defaultdict(list)
    for link in diagram.links:
        beside[link.source].append(link.target)
        beside[link.target].append(link.source)
    for _ in open_ones:  # each round reaches one link further
        found = {}
        for id in open_ones:
            votes = Counter(home[other] for other in beside[id] if other in home)
            if id not in home and votes and kinds[id] not in _FOOTED:
                found[id] = min(votes, key=lambda lane: (-votes[lane], lanes.index(lane)))
        if not found:
            break
        home |= found
    rest = BESIDE.id if lanes else _WHOLE.id
    return {id: home.get(id, rest) for id in (*home, *open_ones)}


def _cut(diagram: Diagram, home: dict[str, str], pieces: Pieces) -> tuple[tuple[Lane, ...], dict[str, str]]:
    """The lanes with those in pieces cut, and the lane of every box after that."""
    lanes: list[Lane] = []
    found = dict(home)
    for lane in (*diagram.lanes, BESIDE if diagram.lanes else _WHOLE):
        own = pieces.get(lane.id, ())
        if len(own) < 2:
            lanes.append(lane)
            continue
        for place, ids in enumerate(own, 1):
            title = f"{lane.title} ({place} of {len(own)})"
            lanes.append(replace(lane, id=f"{lane.id}{_CUT}{ids[0]}", title=title))
            found |= dict.fromkeys(ids, lanes[-1].id)
    return tuple(lanes), found


def _references(diagram: Diagram, division: _Division) -> dict[str, str]:
    """What each box at the end of a link between parts is called: its numbers, or a letter in brackets."""
    far = {end for link in diagram.links if len(set(division.ends(link))) > 1
           for end in (link.source, link.target)}  # fmt: skip
    letters = _letters()
    own = {
        box.id: _numbers(box) or f"({next(letters)})"
        for box in diagram.boxes
        if box.id in far and box.kind not in GATES
    }
    numbered = {box.id: _numbers(box) for box in diagram.boxes}
    ahead: dict[str, list[str]] = defaultdict(list)
    for link in diagram.links:
        ahead[link.source].append(link.target)
    for box in diagram.boxes:
        if box.id in far and box.kind in GATES:
            opened = [numbered[id] for id in ahead[box.id] if numbered[id]]
            own[box.id] = ", ".join(dict.fromkeys(opened)) or f"({next(letters)})"
    return own


def _letters() -> Iterator[str]:
    yield from ascii_uppercase
    for first in _letters():
        yield from (first + second for second in ascii_uppercase)


def _numbers(box: Box) -> str:
    """The number of a box, or those of its rows."""
    found = [row.number for row in box.rows if row.number]
    if not found:
        return box.number
    return ranges(found) if all(map(_NUMBERED.fullmatch, found)) else ", ".join(found)


def _part(diagram: Diagram, lane: Lane, division: _Division, names: Mapping[str, str]) -> Diagram:
    """All that stands in one lane, with its tags, and the links between."""
    here = {box.id: box for box in diagram.boxes if lane.id in division.lanes_of(box.id)}
    tags: dict[str, list[Tag]] = defaultdict(list)
    stubs: dict[str, Box] = {}
    links: list[Link] = []
    every = {box.id: box for box in diagram.boxes}
    for link in diagram.links:
        source, target = division.ends(link)
        if source == target == lane.id:
            links.append(replace(link, source=_named(link.source, lane, division)))
        elif source != target and lane.id in (source, target):
            away = source == lane.id
            near, far = (link.source, link.target) if away else (link.target, link.source)
            tag = Tag(link.kind, names[far], away)
            if here[near].kind in _FOOTED:
                tags[near].append(tag)
                continue
            stub = _stub(every[far], tag, lane)
            stubs[stub.id] = stub
            ends = (near, stub.id) if away else (stub.id, near)
            links.append(replace(link, source=ends[0], target=ends[1]))
    boxes = [_placed(box, lane, division, names, tags[id]) for id, box in here.items()]
    return replace(diagram, lanes=(lane,), boxes=(*boxes, *stubs.values()), links=tuple(links))


def _named(id: str, lane: Lane, division: _Division) -> str:
    """The id of a box in a part; copies have the part's name behind theirs."""
    return f"{id}{_CUT}{lane.id}" if len(division.copied.get(id, ())) > 1 else id


def _placed(box: Box, lane: Lane, division: _Division, names: Mapping[str, str], tags: Iterable[Tag]) -> Box:
    lettered = box.number or (names.get(box.id, "") if not box.rows and box.kind not in GATES else "")
    told = tuple(sorted(set(tags), key=_by_number))
    return replace(box, id=_named(box.id, lane, division), lane=lane.id, number=lettered, tags=told)


def _stub(far: Box, tag: Tag, lane: Lane) -> Box:
    """A small card that stands for a box of another part."""
    said = f"{'to' if tag.away else 'from'} {tag.number}"
    title = f"{said}: {far.title or far.text}"
    return Box(f"{far.id}{_CUT}{lane.id} {said}", "provision", "", lane=lane.id, standing=far.standing,
               title=title, origin=far.origin, tags=(tag,))  # fmt: skip


def _by_number(tag: Tag) -> tuple[list[str], list[int], Tag]:
    """3.9 before 3.10."""
    return _DIGITS.split(tag.number)[:1], [int(digits) for digits in _DIGITS.findall(tag.number)], tag
