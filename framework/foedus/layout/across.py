"""Where everything stands from left to right: columns, the gaps between them, the lanes' edges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedus.layout.columns import Columns
from foedus.layout.tracks import APART, Gap

LEAD, TAIL = 8.0, 14.0  # clear run of a line after it leaves a box, and before it enters one
LANE_EDGE = 13.0  # from the edge of a lane to its first or last column
_PLAIN = 24.0
_MOST_GAP = 46.0


@dataclass(frozen=True, slots=True)
class Across:
    """Left edge and width of each column; the lanes' left and right edge; the x of every track."""

    columns: tuple[tuple[float, float], ...]
    lanes: tuple[float, float]
    tracks: Mapping[tuple[int, int], float]
    width: float


def least(columns: Columns, count: int, gaps: Mapping[int, Gap]) -> list[float]:
    """The least width of every gap about `count` columns; the first and the last are the edges."""
    laned = columns.after > columns.first and bool(count)
    found = []
    for right in range(count + 1):
        gap = gaps.get(right - 1)
        tracks = gap.count if gap else 0
        inner = 0 < right < count
        wide = max(_PLAIN, LEAD + APART * max(0, tracks - 1) + TAIL) if inner else 0.0
        if laned and right in (columns.first, columns.after):
            wide += LANE_EDGE + (2.0 if inner else 0.0)
        found.append(wide)
    return found


def across(
    columns: Columns,
    widths: Sequence[float],
    gaps: Mapping[int, Gap],
    available: float,
    rigid: Sequence[bool],
) -> Across:
    """Everything placed from x = 0; free width widens the gaps first, then the columns not `rigid`."""
    widths, spaces = list(widths), least(columns, len(widths), gaps)
    free = max(0.0, available - sum(widths) - sum(spaces))
    inner = list(range(1, len(widths)))
    for i in inner:
        spaces[i] += min(_MOST_GAP, 0.6 * free / len(inner))
    free = max(0.0, available - sum(widths) - sum(spaces))
    soft = [i for i, fixed in enumerate(rigid) if not fixed]
    for i in soft:
        widths[i] += min(0.22 * widths[i], free / len(soft))
    free = max(0.0, available - sum(widths) - sum(spaces))
    for i in inner:
        spaces[i] += min(60.0, free / len(inner))
    placed, x = [], 0.0
    for space, width in zip(spaces, widths, strict=False):
        placed.append((x + space, width))
        x += space + width
    lanes = _edges(columns, placed, max(available, x + spaces[-1]))
    return Across(tuple(placed), lanes, _tracks(columns, placed, gaps, lanes), x + spaces[-1])


def _edges(columns: Columns, placed: list[tuple[float, float]], whole: float) -> tuple[float, float]:
    left = placed[columns.first][0] - LANE_EDGE if columns.first < len(placed) else 0.0
    last = placed[columns.after - 1]
    right = whole if columns.after == len(placed) else last[0] + last[1] + LANE_EDGE
    return left, right


def _tracks(
    columns: Columns, placed: list[tuple[float, float]], gaps: Mapping[int, Gap], lanes: tuple[float, float]
) -> dict[tuple[int, int], float]:
    found: dict[tuple[int, int], float] = {}
    for left, gap in gaps.items():
        low = sum(placed[left]) + LEAD
        high = placed[left + 1][0] - TAIL
        if left + 1 == columns.first:
            high = lanes[0] - 6
        if left + 1 == columns.after:
            low = lanes[1] + 6
        step = min(9.0, (high - low) / (gap.count - 1)) if gap.count > 1 else 0.0
        start = (low + high - step * (gap.count - 1)) / 2
        for key, track in gap.track.items():
            found[key] = start + track * step
    return found
