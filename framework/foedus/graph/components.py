"""What goes in circles: strongly connected components, without a graph library, which takes long to load.

After Tarjan (Depth-first search and linear graph algorithms, SIAM Journal on Computing 1, 1972), without
recursion.
"""

from collections.abc import Iterator, Mapping


def components(reads: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Strongly connected components, each after those that it reads."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_: list[str] = []
    waiting: set[str] = set()
    for root in reads:
        path: list[tuple[str, Iterator[str]]] = [(root, iter(()))] if root not in number else []
        while path:
            node, others = path[-1]
            if node not in number:
                number[node] = lowest[node] = len(number)
                open_.append(node)
                waiting.add(node)
                others = iter(reads[node])
                path[-1] = node, others
            for other in others:
                if other not in number:
                    path.append((other, iter(())))
                    break
                if other in waiting:
                    lowest[node] = min(lowest[node], number[other])
            else:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[node])
                if lowest[node] == number[node]:
                    group = [open_.pop()]
                    while group[-1] != node:
                        group.append(open_.pop())
                    waiting.difference_update(group)
                    yield tuple(sorted(group))
