"""Panels packed: apart, on the page, large enough, and packed wherever any straight cuts would do."""

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from foedus.layout.drawing import Area
from foedus.layout.packing import GAP, packed

Size = tuple[float, float]
panels = st.lists(
    st.lists(st.tuples(st.integers(20, 90), st.integers(20, 90)), min_size=1, max_size=3),
    min_size=1,
    max_size=4,
)


def every_size(sizes: Sequence[Sequence[Size]]) -> Iterator[Size]:
    """The size of every arrangement by straight cuts, listed one by one."""
    if len(sizes) == 1:
        yield from sizes[0]
    for cut in range(1, len(sizes)):
        for w1, h1 in every_size(sizes[:cut]):
            for w2, h2 in every_size(sizes[cut:]):
                yield w1 + GAP + w2, max(h1, h2)
                yield max(w1, w2), h1 + GAP + h2


@given(panels, st.integers(80, 260), st.integers(80, 260))
def test_panels_are_packed_exactly_where_some_arrangement_fits(
    sizes: list[list[Size]], width: float, height: float
) -> None:
    areas = packed(sizes, width, height)
    assert (areas is not None) == any(w <= width and h <= height for w, h in every_size(sizes))


@given(panels)
def test_packed_panels_are_large_enough_apart_and_on_the_page(sizes: list[list[Size]]) -> None:
    page = Area(0, 0, 300, 300)
    areas = packed(sizes, page.width, page.height)
    if areas is None:
        return
    for area, least in zip(areas, sizes, strict=True):
        assert page.holds(area)
        assert any(area.width >= w - 0.01 and area.height >= h - 0.01 for w, h in least)
    assert not any(one.meets(other) for i, one in enumerate(areas) for other in areas[:i])
