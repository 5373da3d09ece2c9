"""GraphML (http://graphml.graphdrawing.org), for yEd, Gephi and other graph programs."""

from foedus.graph import Graph


def write(graph: Graph) -> str:
    """The graph with section, title and place of each vertex, and kind, polarity and place of each edge."""
    import networkx as nx

    return "\n".join(nx.generate_graphml(graph.networkx, prettyprint=True)) + "\n"
