"""A drawing as PNG, through resvg and the Inter that travels with us: no font of the machine is used."""

from foedus.errors import Stop
from foedus.layout.drawing import Drawing
from foedus.layout.metrics import font_file
from foedus.writers.pictures import svg

MOST_PIXELS = 100_000_000


def write(drawing: Drawing, scale: float = 2.0) -> bytes:
    """The drawing as PNG bytes; `scale` 1 is 96 pixels an inch, so a slide is 1280 by 720.

    Raises `Stop` when the picture would have more than a hundred million pixels.
    """
    import resvg_py

    pixels = drawing.width * drawing.height * (scale * 96 / 72) ** 2
    if not 0 < pixels <= MOST_PIXELS:
        raise Stop(f"a PNG at scale {scale:g} would be too large; take a smaller scale, or write SVG")
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.write(drawing),
            dpi=96.0,
            zoom=scale,
            skip_system_fonts=True,
            font_files=[str(font_file()), str(font_file(italic=True))],
            font_family="Inter",
            sans_serif_family="Inter",
        )
    )
