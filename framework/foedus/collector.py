"""Python's garbage collector, paused while much is built that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused(*, for_good: bool = False) -> Iterator[None]:
    """No garbage collection inside: models hold few cycles, and walking them again and again costs most.

    With `for_good`, what is there at the end is left alone for ever: for a process that ends soon after.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if for_good:
                gc.freeze()
            gc.enable()
