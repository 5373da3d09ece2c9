"""The command line: words in, exit code out.

Exit codes: 0 clean, 1 findings at or above the fail level, 2 usage, configuration or missing input,
130 and 143 when interrupted. A verb loads, asks, writes and returns; everything it needs is imported
when it runs, so that the command feels instant.
"""

import os
import sys

from foedus import __version__


def main(arguments: list[str] | None = None) -> None:
    """Run the command `foedus` and exit."""
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["--version"]:  # answered before anything is imported
        try:
            print(f"foedus {__version__}", flush=True)
        except (OSError, AttributeError):  # nobody reads
            sys.stdout = None  # and nothing is said again at exit
            sys.exit(1)
        sys.exit(0)
    try:
        from foedus.cli.run import run

        code = run(words)
    except KeyboardInterrupt:  # before or after the run itself
        code = 130
    _leave(code)


def _leave(code: int) -> None:
    """End the process at once: to take a large model apart again takes long, and helps nobody."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, AttributeError, ValueError):  # closed, or nobody reads
            continue
    os._exit(code)
