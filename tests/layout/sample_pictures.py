"""Small pictures for the tests of layout and writers, and how to make many at random."""

from hypothesis import strategies as st

from foedus.views.shapes import Box, Caption, Diagram, Grid, Head, Lane, Line, Link, Row

HOSTILE = (
    '"</script><script>alert(1)</script>',
    "]]> <!-- & &amp; &#60;",
    "back\\slash \\N \\G \\l 'quotes' \"double\"",
    "<b>bold</b> n1 -> n2 [URL=javascript:1]",
    "%%{init: {}}%% click n1 href",
    "x" * 300,
    "word " * 60,
    "Стрімке підсилення з оборонних запасів: ґ є і ї",
    "מערכת ערבויות ביטחון למדינה",
    "emoji 🇺🇦 👩‍💻 ⚠️ end",
    "line\nbreak\ttab\x00\x1b\uffff\u202e",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "",
)


def caption(title: str = "A title", tag: str = "DRAFT TEXT · AS OF 6 JANUARY 2026") -> Caption:
    return Caption("trigger", title, "A subtitle", tag, "Source: a text, paraphrased.", "One sentence.")


def lanes(count: int = 3) -> tuple[Lane, ...]:
    names = ("Monitoring", "Armed forces", "Multinational force", "Future attack", "Cooperation")
    return tuple(Lane(f"l{i}", str(i + 1), names[i], i + 1) for i in range(count))


def small() -> Diagram:
    boxes = (
        Box("event", "event", "An attack happens"),
        Box(
            "a", "provision", "The partners consult one another", "1.1", "l0", "draft", title="Whole sentence"
        ),
        Box("gate", "all", "AND", lane="l1"),
        Box("b", "list", "", "", "l1", "open", (Row("2.1", "Training"), Row("2.2", "Weapons"))),
        Box("c", "provision", "Sanctions return", "3.1", "l2"),
    )
    links = (
        Link("event", "a", "activates", "triggers"),
        Link("event", "gate", "activates"),
        Link("a", "gate", "requires"),
        Link("gate", "b", "activates"),
        Link("b", "c", "inference"),
    )
    return Diagram(caption(), lanes(), boxes, links)


def grid(text: str = "Coalition members") -> Grid:
    cells = (
        ((Line(text, "strong"),), (Line("Two", "item"), Line("Three", "item")), ()),
        ((Line("as reported", "chip", standing="draft"),), (Line("Lead not named", "aside"),), ()),
    )
    start = (Box("e", "event", "Ceasefire"), Box("s", "condition", "System launched", standing="draft"))
    return Grid(
        caption(), lanes(), (Head("Who"), Head("Status")), cells, start, ("activates", "inference", "")
    )


def matrix() -> Grid:
    cells = (
        ((Line("leads it", mark="leads"),), (), (Line("not settled", "aside", "open"),)),
        ((), (Line("pays", mark="owes"),), (Line("asks", mark="decides"),)),
    )
    return Grid(
        caption(), lanes(), (Head("United States"), Head("Ukraine", "as host")), cells, row_style="names"
    )


_KINDS = ("provision", "provision", "provision", "condition", "event", "all", "any", "count", "not", "list",
          "determination", "actor", "body", "instrument")  # fmt: skip
_LINKS = ("activates", "requires", "includes", "inference", "blocks")
_TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.lists(st.sampled_from(("support", "of", "the", "multinational", "оборонних")), min_size=1, max_size=14)
    .map(" ".join),
    st.text(max_size=40),
)  # fmt: skip


@st.composite
def diagrams(draw: st.DrawFn, most: int = 60) -> Diagram:
    """Diagrams of 5 boxes and more with any texts, circles and links to oneself included."""
    count = draw(st.integers(5, most))
    laned = draw(st.integers(0, 5))
    choice = st.sampled_from(["", *(f"l{i}" for i in range(laned))])
    boxes = []
    for i in range(count):
        kind = draw(st.sampled_from(_KINDS))
        rows = (
            tuple(Row(f"{i}.{k}", draw(_TEXTS)) for k in range(draw(st.integers(1, 4))))
            if kind == "list"
            else ()
        )
        text = "2 of 3" if kind == "count" else draw(_TEXTS)
        standing = draw(st.sampled_from(("agreed", "draft", "open", "ended")))
        boxes.append(
            Box(f"b{i}", kind, text, draw(st.sampled_from(("", f"{i}.1"))), draw(choice), standing, rows)
        )
    ends = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(ends, ends, st.sampled_from(_LINKS)), max_size=count + 10))
    links = tuple(Link(f"b{a}", f"b{b}", kind) for a, b, kind in dict.fromkeys(pairs))
    return Diagram(caption(draw(_TEXTS)), lanes(laned), tuple(boxes), links)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Grids of 1 to 8 columns with any texts, as overview and as matrix."""
    columns = tuple(Lane(f"l{i}", str(i + 1), draw(_TEXTS), i) for i in range(draw(st.integers(1, 8))))
    rows = tuple(Head(draw(_TEXTS), draw(_TEXTS)) for _ in range(draw(st.integers(1, 5))))
    line = st.builds(
        Line,
        _TEXTS,
        st.sampled_from(("plain", "strong", "item", "aside", "chip")),
        st.sampled_from(("", "leads", "supports", "open")),
        st.sampled_from((None, "agreed", "draft", "open", "ended")),
    )
    cells = tuple(tuple(tuple(draw(st.lists(line, max_size=2))) for _ in columns) for _ in rows)
    start = draw(st.sampled_from(((), (Box("e", "event", "Ceasefire"),))))
    opened = tuple(draw(st.sampled_from(("activates", "inference", ""))) for _ in columns)
    style = draw(st.sampled_from(("labels", "names")))
    return Grid(caption(draw(_TEXTS)), columns, rows, cells, start, opened, style)
