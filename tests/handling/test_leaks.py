"""What is marked above a word reaches nothing that is made below it, in any format, by any name."""

import gc
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import FunctionType, ModuleType

import click
import pytest
from exports import EXPORTS, KEPT, SERVED
from pieces import pieces
from planted import SECRET, holds_text, planted, write

from foedus.brief.forms import FORMS as BRIEFS
from foedus.cli.run import VERBS, foedus, run
from foedus.contrast import FORMATS as CONTRASTS
from foedus.handling import withhold
from foedus.load import Withheld
from foedus.opening import read
from foedus.schema import SECTIONS
from foedus.schema.order import Place
from foedus.writers.pictures.formats import ENDINGS


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("models") / "pact"
    write(folder)
    return str(folder)


def made(
    words: tuple[str, ...], model: str, folder: Path, capture: pytest.CaptureFixture[bytes]
) -> list[bytes]:
    """What a command prints and writes, with the names of the files."""
    named = [word.replace("MODEL", model).replace("FOLDER", str(folder)) for word in words]
    code = run(named)
    out, err = capture.readouterr()
    assert code in (0, 1), err.decode()
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [out, err, *(path.read_bytes() for path in files), *(path.name.encode() for path in files)]


def says(data: list[bytes]) -> bool:
    return any(SECRET in text.casefold() for each in data for text in pieces(each))


@pytest.mark.parametrize("words", EXPORTS, ids=" ".join)
def test_no_export_for_everybody_holds_the_secret(
    words: tuple[str, ...], model: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert not says(made((*words, "--max-handling", "public"), model, tmp_path, capfdbinary))


def test_the_search_finds_the_secret_where_it_is_shown(
    model: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    blind = {"png"}  # pixels are not read
    shown = [("draw", "MODEL", "trigger", "--all", "--as", form) for form in ENDINGS if form not in blind]
    shown += [("compare", "MODEL", "--as", form) for form in CONTRASTS if form not in blind]
    unseen = [words for words in shown if not says(made(words, model, tmp_path, capfdbinary))]
    assert unseen == []


def test_no_object_of_a_project_holds_what_is_withheld_from_it(model: str) -> None:
    held = withhold(read(model), "public")
    assert held.withheld == Withheld(len(SECTIONS), "public")
    assert [text for text in reachable(held) if SECRET in text.casefold()] == []


def reachable(start: object) -> Iterator[str]:
    """Every text that can be reached from an object without leaving the data for the code."""
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        found = waiting.pop()
        if id(found) not in seen and not isinstance(found, type | ModuleType | FunctionType):
            seen.add(id(found))
            waiting += gc.get_referents(found)
            if isinstance(found, str):
                yield found


@pytest.mark.parametrize("section", SECTIONS)
def test_a_kind_of_element_has_the_secret_in_every_text(section: str) -> None:
    noun = Place().below(section).nouns[0]
    own = planted(section)
    texts = [key for key in noun.model_fields if key != "id" and holds_text(noun, key)]
    assert [key for key in texts if SECRET not in str(own.get(key))] == []


def test_every_command_is_in_the_table_with_every_format() -> None:
    wanted = set(commands())
    there = {(name, form) for words in EXPORTS for name, form in [said(words)]}
    assert {pair for pair in wanted if pair[0] not in {*KEPT, SERVED}} - there == set()


def test_every_command_whose_output_is_sent_away_can_withhold() -> None:
    parameters = {name: {each.name for each in command.params} for name, command in leaves()}
    assert {name for name, own in parameters.items() if "max_handling" not in own} == KEPT


def leaves() -> Iterator[tuple[str, click.Command]]:
    """Every command by its words, those inside a group too."""
    context = click.Context(foedus)
    for name in VERBS:
        command = foedus.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from ((f"{name} {inner}", each) for inner, each in command.commands.items())
        else:
            yield name, command


def commands() -> Iterator[tuple[str, str]]:
    """Every command with every format of its own; an empty word where it has one only."""
    for name, command in leaves():
        option = next((each for each in command.params if each.name == "form"), None)
        listed = {"draw": tuple(ENDINGS), "compare": CONTRASTS, "brief": tuple(BRIEFS)}
        kind = option.type if option is not None else None
        choices = kind.choices if isinstance(kind, click.Choice) else ("",)
        yield from ((name, str(form)) for form in listed.get(name, choices))


def said(words: tuple[str, ...]) -> tuple[str, str]:
    """The command and the format that some words name."""
    name = " ".join(words[:2]) if words[0] == "sources" else words[0]
    formats = [after for word, after in pairwise(words) if word in ("--as", "--format")]
    return name, formats[0] if formats else ""
