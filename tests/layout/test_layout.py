"""Single truths about pages, engines, legends and text."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_pictures import caption, lanes, matrix, small

from foedus.errors import Stop
from foedus.layout import PAGES, engines, lay_out
from foedus.layout.columns import ranked
from foedus.layout.drawing import Words
from foedus.layout.metrics import printable, width
from foedus.layout.settle import settled
from foedus.layout.wrap import longest, wrapped
from foedus.views.shapes import Box, Diagram, Link


def texts(drawing: object) -> str:
    return " ".join(item.text for item in drawing.items() if isinstance(item, Words))  # type: ignore[attr-defined]


def test_lanes_come_in_their_order_from_top_to_bottom_and_equally_wide() -> None:
    drawing = lay_out(small())
    assert [lane.id for lane in drawing.lanes] == ["l0", "l1", "l2"]
    assert len({(lane.area.x, lane.area.width) for lane in drawing.lanes}) == 1


def test_what_comes_first_stands_left() -> None:
    places = {box.id: box.area.x for box in lay_out(small()).boxes}
    assert places["event"] < places["a"] < places["gate"] < places["b"] < places["c"]


def test_the_legend_shows_only_what_occurs() -> None:
    keys = {entry.key for entry in lay_out(small()).legend}
    assert "link requires" in keys
    assert "shape all" in keys
    assert "standing open" in keys
    assert "link blocks" not in keys
    assert "shape any" not in keys
    assert "standing ended" not in keys


def test_the_tag_the_source_and_the_title_stand_on_every_page() -> None:
    for picture in (small(), matrix()):
        found = texts(lay_out(picture))
        assert "DRAFT TEXT · AS OF 6 JANUARY 2026" in found
        assert "Source: a text, paraphrased." in found
        assert "A title" in found


def test_text_never_falls_under_the_minimum_of_its_page() -> None:
    for name, page in PAGES.items():
        assert lay_out(small(), page=name).text_size >= page.smallest


def test_a_picture_that_does_not_fit_takes_the_next_page_and_says_so() -> None:
    boxes = tuple(
        Box(f"b{i}", "provision", "A long promise about many things", str(i), "l0") for i in range(70)
    )
    big = Diagram(caption(), lanes(), boxes, ())
    drawing = lay_out(big)
    assert drawing.page != "slide"
    assert "does not fit" in drawing.notes[0]
    with pytest.raises(Stop, match="take a larger page"):
        lay_out(big, grow=False)


def test_an_empty_diagram_is_a_page_with_its_frame() -> None:
    assert "A title" in texts(lay_out(Diagram(caption(), (), (), ())))


def test_an_unknown_page_and_an_unknown_engine_are_refused() -> None:
    with pytest.raises(Stop, match="choose one of"):
        lay_out(small(), page="a9")  # type: ignore[arg-type]
    with pytest.raises(Stop, match="choose one of"):
        lay_out(small(), engine="guess")  # type: ignore[arg-type]


def test_the_engine_and_its_version_are_recorded() -> None:
    assert lay_out(small()).engine.startswith("Graphviz 16")
    assert lay_out(small(), engine="own").engine.startswith("Foedus")


def test_own_ranks_agree_with_graphviz_on_a_chain() -> None:
    columns = [
        [box.id for box in sorted(lay_out(small(), engine=e).boxes, key=lambda b: b.area.x)]  # type: ignore[arg-type]
        for e in ("own", "embedded")
    ]
    assert columns[0] == columns[1]


def test_a_missing_system_engine_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(Stop, match="install Graphviz"):
        lay_out(small(), engine="system")


def test_a_graph_that_takes_too_long_is_stopped() -> None:
    edges = "".join(f"n{i}->n{j};" for i in range(60) for j in range(i))
    with pytest.raises(Stop, match="more than"):
        engines.embedded("digraph{" + edges + "}", 0.3)


def test_the_engine_works_without_home_and_sees_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    ask = engines.embedded
    monkeypatch.setattr(engines, "embedded", lambda source: seen.append(source) or ask(source))
    for name in ("HOME", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    ranked(small(), "auto")
    assert seen
    assert "attack" not in seen[0]
    assert "provision" not in seen[0]


def test_links_in_a_circle_are_all_drawn() -> None:
    boxes = tuple(Box(f"b{i}", "provision", f"Promise {i}", lane="l0") for i in range(3))
    links = tuple(Link(f"b{i}", f"b{(i + 1) % 3}", "requires") for i in range(3))
    drawing = lay_out(Diagram(caption(), lanes(1), boxes, (*links, Link("b0", "b0", "blocks"))))
    assert len(drawing.links) == 4


def test_a_link_to_no_box_is_a_mistake_of_the_view() -> None:
    with pytest.raises(ValueError, match="no such box"):
        lay_out(replace(small(), links=(Link("a", "nobody", "requires"),)))


def test_widths_are_those_of_inter() -> None:
    # Advances of the static Inter Regular 4.1, in 1/2048 em: H 1520, i 520.
    assert width("H", 2048) == pytest.approx(1520 * 1.01, rel=0.02)
    assert width("Hi", 10, 700) > width("Hi", 10, 400) > 0
    assert width("WiWi", 9) == pytest.approx(2 * width("Wi", 9))


def test_lines_are_balanced_and_nothing_is_lost() -> None:
    text = "Special commission examines violations and determines the response"
    lines = wrapped(text, 140, 10)
    assert " ".join(lines) == text
    assert longest(lines, 10) <= 140
    assert min(width(line, 10) for line in lines) > 70


@given(st.lists(st.sampled_from(["a", "both", "monitoring", "of", "ceasefire"]), min_size=1, max_size=9))
def test_lines_are_as_few_and_then_as_even_as_any_way_to_break_a_text_makes_them(words: list[str]) -> None:
    def broken(at: tuple[int, ...]) -> list[str]:
        return [" ".join(words[i:j]) for i, j in pairwise((0, *at, len(words)))]

    def unevenness(lines: Sequence[str]) -> tuple[int, float]:
        return len(lines), sum(width(line, 10) ** 2 for line in lines)

    places = range(1, len(words))
    ways = [broken(at) for some in range(len(words)) for at in combinations(places, some)]
    least = min(unevenness(way) for way in ways if all(width(line, 10) <= 70 for line in way))
    assert unevenness(wrapped(" ".join(words), 70, 10)) == pytest.approx(least)


def test_a_text_of_ten_thousand_words_is_broken_at_once() -> None:
    words = [f"w{place}" for place in range(10_000)]
    assert " ".join(wrapped(" ".join(words), 100, 10)).split() == words


def test_a_word_wider_than_its_card_is_broken_but_complete() -> None:
    lines = wrapped("x" * 300, 100, 10)
    assert "".join(lines) == "x" * 300
    assert longest(lines, 10) <= 100


def test_emoji_and_controls_are_not_painted_but_letters_of_all_scripts_are() -> None:
    assert printable("a 🇺🇦 b\x00\u202e\nc") == "a b c"
    assert printable("ґ є і ї ערבויות 安全") == "ґ є і ї ערבויות 安全"


def test_settled_positions_keep_their_distances_and_bounds() -> None:
    found = settled([5, 5, 5], [1, 1, 1], [10, 10], 0, 100)
    assert found == pytest.approx([0, 10, 20])
    assert settled([50, 40], [1, 1], [4], 0, 100) == pytest.approx([43, 47])


def test_the_same_picture_gives_the_same_bytes_under_any_hash_seed(tmp_path: Path) -> None:
    program = (
        "from foedus.layout import lay_out\n"
        "from foedus.writers.pictures import svg, png, dot, mermaid, json\n"
        "from sample_pictures import small, matrix; import hashlib\n"
        "h = hashlib.sha256()\n"
        "for p in (small(), matrix()):\n"
        "    d = lay_out(p); h.update(svg.write(d, 'embedded').encode()); h.update(png.write(d, 0.5))\n"
        "    [h.update(w.write(p).encode()) for w in (dot, mermaid, json)]\n"
        "print(h.hexdigest())\n"
    )
    root = Path(__file__).parents[2]
    path = os.pathsep.join([str(Path(__file__).parent), str(root / "framework")])
    digests = set()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        digests.add(done.stdout)
    assert len(digests) == 1
