"""What a long command is doing: one line on a terminal, from the second second on, gone when it is done."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

PATIENCE = 1.0
"""Seconds for which a command may say nothing."""
_WIPE = "\r\x1b[K"


@contextmanager
def told(what: str, begun: float, stream: TextIO | None = None) -> Iterator[None]:
    """Tell a terminal what is being done while it is done, once the command has run longer than `PATIENCE`.

    `begun` is the moment, by `time.monotonic`, at which the command began. Standard error is told where no
    stream is given; what is no terminal is told nothing.
    """
    out = stream or sys.stderr
    if not out.isatty():
        yield
        return
    late = threading.Event()

    def tell() -> None:
        late.set()
        print(f"{what} …", end="", file=out, flush=True)

    timer = threading.Timer(max(0.0, begun + PATIENCE - monotonic()), tell)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if late.is_set():
            print(_WIPE, end="", file=out, flush=True)
