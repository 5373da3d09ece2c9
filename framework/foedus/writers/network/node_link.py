"""Node-link JSON, as networkx, D3 and others read it."""

import json

from foedus.graph import Graph

SCHEMA = "foedus-graph/1"


def write(graph: Graph) -> str:
    """One object with `nodes` and `edges`, and the schema's version."""
    import networkx as nx

    data = nx.node_link_data(graph.networkx, edges="edges")
    return json.dumps({"schema": SCHEMA, **data}, ensure_ascii=False, indent=1) + "\n"
