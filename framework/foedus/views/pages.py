"""A diagram on several pages: an overview of its parts, and the words round the page of each part."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from foedus.views.captions import leaving_out
from foedus.views.parts import between, lane_of
from foedus.views.shapes import WORDS, Box, Diagram, Lane, Link, Row, Standing
from foedus.words import counted

_PROVISIONS = frozenset({"provision", "list"})
_PLAIN = "Overview: each part has a page of its own"


def titled(part: Diagram) -> Diagram:
    """A part with the title and the description of its page."""
    lane, caption = part.lanes[0], part.caption
    alt = f"{lane.title}: {len(part.boxes)} boxes and {len(part.links)} links."
    return replace(part, caption=replace(caption, title=f"{caption.title}: {lane.title}", alt=alt))


def overviews(
    diagram: Diagram, parts: Sequence[Diagram], first: int | None = 2, plain: str = _PLAIN
) -> Iterator[Diagram]:
    """What the page before those of the parts may show, the fullest first; the parts begin on page `first`.

    Without `first` they have no pages. `plain` is the subtitle, before what is said of the links.

    A card for each lane counts what it holds and says on which page. What starts things in several lanes
    leads to their cards; in the second overview it is left out and counted, in the third all links are.
    """
    pages: dict[str, list[int]] = defaultdict(list)
    for place, part in enumerate(parts, first) if first is not None else ():
        pages[lane_of(part)].append(place)
    held = [(lane_of(part), part) for part in parts]
    lanes = tuple(
        _whole(diagram, key, next(group)[1]) for key, group in groupby(held, key=lambda each: each[0])
    )
    cards = tuple(
        _card(lane, [part for key, part in held if key == lane.id], pages[lane.id]) for lane in lanes
    )
    links, starts = _links(diagram)
    causes = tuple(box for box in diagram.boxes if box.id in starts)
    alt = f"Overview of {len(lanes)} parts: " + ", ".join(lane.title for lane in lanes) + "."
    subtitle = f"{plain}; an arrow stands for all links from one to another"
    caption = replace(diagram.caption, subtitle=subtitle, alt=alt)
    whole = replace(diagram, caption=caption, lanes=lanes, boxes=(*causes, *cards), links=links)
    yield whole
    inner = tuple(link for link in links if link.source not in starts)
    many = f"{len(causes)} thing that bears" if len(causes) == 1 else f"{len(causes)} things that bear"
    said = leaving_out(subtitle, f"{many} on several parts") if causes else subtitle
    yield replace(whole, caption=replace(caption, subtitle=said), boxes=cards, links=inner)
    fewest = replace(caption, subtitle=leaving_out(plain, "their links"))
    yield replace(whole, caption=fewest, boxes=cards, links=())


def _whole(diagram: Diagram, key: str, part: Diagram) -> Lane:
    """The lane of which these parts hold everything, as the diagram has it."""
    return next((lane for lane in diagram.lanes if lane.id == key), replace(part.lanes[0], id=key))


def _card(lane: Lane, parts: Sequence[Diagram], pages: Sequence[int]) -> Box:
    """What a lane holds, and where that is drawn."""
    standings: Counter[Standing] = Counter()
    for part in parts:
        for box in part.boxes:
            if box.kind in _PROVISIONS and (box.text or box.rows):
                standings[box.standing] += max(1, len(box.rows))
    said = [f"{standings[word]} {words}" for word, words in WORDS.items() if standings[word]]
    where = ""
    if pages:
        where = f"Page {pages[0]}" if len(pages) == 1 else f"Pages {pages[0]} to {pages[-1]}"
    weakest: Standing = next((word for word in reversed(WORDS) if standings[word]), "agreed")
    rows = tuple(Row("", text) for text in (*said, where) if text)
    boxes = sum(len(part.boxes) for part in parts)
    text = counted(standings.total(), "provision") if standings else f"{boxes} things"
    title = f"{lane.title}: {text}" + (f"; {where.lower()}" if where else "")
    return Box(f"part:{lane.id}", "list", text, "", lane.id, weakest, rows, title)


def _links(diagram: Diagram) -> tuple[tuple[Link, ...], frozenset[str]]:
    """One link for all of a kind between two cards, or from what starts things to a card; and what does."""
    counts: Counter[tuple[str, str, str]] = Counter()
    first: dict[tuple[str, str, str], Link] = {}
    starts = set()
    for source, target, link in between(diagram):
        if not source:
            starts.add(link.source)
        key = (f"part:{source}" if source else link.source, f"part:{target}", link.kind)
        counts[key] += 1
        first.setdefault(key, link)
    links = (
        replace(first[key], source=key[0], target=key[1],
                meaning=f"{counted(count, 'link')}: {first[key].meaning or key[2]}")
        for key, count in counts.items()
    )  # fmt: skip
    return tuple(links), frozenset(starts)
