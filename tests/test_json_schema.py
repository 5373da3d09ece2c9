"""The JSON Schema, as an independent validator reads it: it takes what is right and refuses wrong shapes."""

import json
from pathlib import Path

import pytest
from check_jsonschema import main
from click.testing import CliRunner
from jsonschema.validators import validator_for

from foedus.library import data_folder, shipped_models
from foedus.rules import RULES
from foedus.rules.page import page
from foedus.schema import SECTIONS
from foedus.schema.json_schema import Draft, json_schema

STRUCTURAL = ("R03", "R06", "R07", "R08", "R09", "R10")
"""The rules on keys, words and shapes; the other R rules need the whole model, or more than one file."""


@pytest.fixture(scope="module", params=["7", "2020-12"])
def schema(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schema") / "schema.json"
    path.write_text(json.dumps(json_schema(request.param)))
    return path


def refused(*words: object) -> bool:
    return CliRunner().invoke(main, [str(word) for word in words]).exit_code != 0


def test_it_is_a_schema_of_its_own_draft(schema: Path) -> None:
    assert not refused("--check-metaschema", schema)


def test_it_takes_every_shipped_file(schema: Path) -> None:
    models = [file for folder in shipped_models().values() for file in sorted(folder.glob("*.yaml"))]
    assert not refused("--schemafile", schema, *models, *sorted(data_folder().glob("*.yaml")))


def test_it_takes_every_good_example(schema: Path, tmp_path: Path) -> None:
    files = []
    for rule in RULES:
        if good := page(rule).good:
            files.append(tmp_path / f"{rule.CODE}.yaml")
            files[-1].write_text(good, encoding="utf-8")
    assert not refused("--schemafile", schema, *files)


@pytest.mark.parametrize("code", STRUCTURAL)
def test_it_refuses_what_has_a_wrong_shape(schema: Path, tmp_path: Path, code: str) -> None:
    (tmp_path / "m.yaml").write_text(next(page(rule).bad for rule in RULES if code == rule.CODE))
    assert refused("--schemafile", schema, tmp_path / "m.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "facts:\n  f: {title: F, kind: brute, initial: maybe}\n",
        "provisions:\n  p: {title: P, kind: defense, obligors: [a], modality: must, deadline: 1 day}\n",
        "provisions:\n  p: {title: P, kind: defense, obligors: [a], modality: must, requires: {all: []}}\n",
        "facts:\n  f: {title: F, kind: brute, initial: true, as_of: 6 January 2026}\n",
        f"facts:\n  f: {{title: F, kind: brute, initial: true, source: {{doc: d, quote: {'word ' * 13}}}}}\n",
        "facts:\n  f: {id: f, title: F, kind: brute, initial: true}\n",
    ],
)  # fmt: skip
def test_it_refuses_what_the_reader_refuses(schema: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "m.yaml").write_text(text)
    assert refused("--schemafile", schema, tmp_path / "m.yaml")


@pytest.mark.parametrize(
    "text",
    [
        "facts:\n",
        "x-own: {any: thing}\nfacts:\n  x-own: 1\n  f: {title: F, kind: brute, initial: true, x-own: [1]}\n",
        f"facts:\n  f: {{title: F, kind: brute, initial: true, source: {{doc: d, quote: {'word ' * 12}}}}}\n",
    ],
)
def test_it_takes_what_the_reader_takes(schema: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "m.yaml").write_text(text)
    assert not refused("--schemafile", schema, tmp_path / "m.yaml")


@pytest.mark.parametrize("draft", ["7", "2020-12"])
def test_every_definition_and_section_says_what_it_is(draft: Draft) -> None:
    made = json_schema(draft)
    definitions = made.get("$defs", made.get("definitions", {}))
    nouns = {name: each for name, each in definitions.items() if "properties" in each}
    assert [name for name, each in nouns.items() if not each.get("description")] == []
    assert [name for name in SECTIONS if not made["properties"][name].get("description")] == []


@pytest.mark.parametrize("draft", ["7", "2020-12"])
def test_every_example_in_it_is_valid_itself(draft: Draft) -> None:
    made = json_schema(draft)
    key = "$defs" if "$defs" in made else "definitions"
    for name, definition in made[key].items():
        part = {"$schema": made["$schema"], key: made[key], "allOf": [{"$ref": f"#/{key}/{name}"}]}
        for example in definition.get("examples", ()):
            assert validator_for(part)(part).is_valid(example), (name, example)
