"""A drawing as GraphML (http://graphml.graphdrawing.org): boxes and links with where they stand."""

from foedus.layout.drawing import Drawing
from foedus.writers.pictures.positions import positions


def write(drawing: Drawing) -> str:
    """The picture's graph for yEd, Gephi and others; the whole graph of a model is `foedus graph`'s."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(positions(drawing), prettyprint=True)) + "\n"
