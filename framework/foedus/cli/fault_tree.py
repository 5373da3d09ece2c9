"""A fault tree of the Open-PSA format: how many minimal sets it has, and which."""

from foedus.analyses.boolean.limits import WIDE, TooBig
from foedus.analyses.boolean.minimal import minimal_sets
from foedus.analyses.open_psa.read import read
from foedus.analyses.open_psa.tags import MOST_BYTES
from foedus.collector import collector_paused
from foedus.errors import Stop
from foedus.printable import printable


def told(path: str, top: str | None, paths: bool, count: bool, limit: int, order: int | None) -> str:
    """The minimal sets of a file's fault tree, one a line, smallest first, after their number.

    Raises `Stop` for what is wrong in the file, and where the sets cannot all be found exactly.
    """
    sort = "path" if paths else "cut"
    with open(path, "rb") as file, collector_paused():
        tree = read(file.read(MOST_BYTES + 1), path, top)
        circuit = tree.circuit.turned() if paths else tree.circuit
        try:
            found = minimal_sets(circuit, limit=0 if count else limit, order=order, limits=WIDE)
        except TooBig:
            raise Stop(
                f"{path}: `{tree.top}` has too many minimal sets on the way; name a gate below it"
            ) from None
    exact = (
        f"minimal {sort} sets" if found.coherent else f"prime implicants ({sort} sets; the tree has negation)"
    )
    lines = [f"{printable(tree.top)}: {found.count:,} {exact}"]
    lines += [f"  of {size:>3}: {number:,}" for size, number in enumerate(found.by_order) if number]
    for each in found.sets:
        names = (tree.names[ref] if ref >= 0 else f"not {tree.names[~ref]}" for ref in each)
        lines.append(printable(", ".join(sorted(names))) or "(nothing is needed)")
    if not count and not found.complete:
        lines.append(f"{found.count - len(found.sets):,} more are not listed (`--limit`, `--limit-order`)")
    return "\n".join(lines) + "\n"
