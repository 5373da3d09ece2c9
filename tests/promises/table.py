"""What Foedus promises to whoever hands it a file, in the order in which the tests are marked."""

from typing import NamedTuple


class Promise(NamedTuple):
    """A promise and what is tried against it; its tests bear `@pytest.mark.promise(number)`."""

    words: str
    tried: str


PROMISES: dict[int, Promise] = {
    1: Promise(
        "No traceback, whatever a file holds", "mutants of the shipped models, made-up models, YAML suite"
    ),
    2: Promise("Every finding stands at a place in its file", "the same; places counted anew"),
    3: Promise("Nothing that was there is lost", "a fault at every call, full disk, kill -9, other kinds"),
    4: Promise("The same input gives the same bytes", "seeds, locales, zones, folders, file order"),
    5: Promise("Bounded: what is too large is refused by name", "every limit of the table, bombs"),
    6: Promise("Nothing in a model runs, in any format", "payloads in every text, independent parsers"),
    7: Promise("Nothing is read or written outside", "ids, links, devices; every file and socket opened"),
    8: Promise("The server answers this machine alone", "other hosts, methods, paths, clients that hang"),
    9: Promise("It stops when it is told to", "signals at random moments, closed and full outputs"),
    10: Promise("Two at once do no harm", "runs side by side over one folder"),
    11: Promise("It says what it did not do", "searches cut short, files left out, quotes not seen"),
}
"""By number."""
