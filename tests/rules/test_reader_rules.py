"""What the reader finds where no single text can show it: bytes, files, many files, the register."""

from pathlib import Path

import pytest

from foedus.finding import Finding
from foedus.graph import build
from foedus.limits import Limits
from foedus.load import load, loads
from foedus.load.merge import merge, with_register
from foedus.rules import r01_dangling_reference, r04_unused_element
from foedus.text import read
from foedus.tree import Document, Node


def tree(name: str, text: str) -> Node:
    node, findings = read(Document(name, text), Limits())
    assert node is not None
    assert not findings
    return node


def found(findings: tuple[Finding, ...] | list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.span)) for finding in findings]


def test_a_file_in_another_encoding_is_refused_at_the_first_byte_that_does_not_fit(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("actors:\n  ally: {title: Élysée, kind: state}\n".encode("latin-1"))
    assert found(load(tmp_path, "m").findings) == [("Y01", "m/a.yaml:2:17")]


def test_what_is_no_ordinary_file_is_passed_over_and_reported(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    (tmp_path / "b.yaml").write_text("actors:\n  ally: {title: Ally, kind: state}\n", encoding="utf-8")
    project = load(tmp_path, "m")
    assert found(project.findings) == [("Y08", "m/a.yaml:1:1")]
    assert list(project.model.actors) == ["ally"]


def test_an_id_of_the_register_is_a_clash_unless_the_model_extends_it() -> None:
    register = merge([tree("data/actors.yaml", "actors:\n  france: {title: France, kind: state}\n")])[0]
    own = merge([tree("a.yaml", "actors:\n  france: {title: Frankreich, kind: state}\n")])[0]
    _, clashes = with_register(own, register)
    assert found(clashes) == [("R11", "a.yaml:2:3")]
    assert str(clashes[0].related[0].span) == "data/actors.yaml:2:3"
    extending = merge([tree("a.yaml", "actors:\n  france: {extends: true, title: Frankreich}\n")])[0]
    assert with_register(extending, register)[1] == []


def test_an_id_that_two_files_declare_is_found_in_the_second_and_names_the_first() -> None:
    texts = dict.fromkeys(("a.yaml", "b.yaml"), "actors:\n  ally: {title: Ally, kind: state}\n")
    (finding,) = loads(texts).findings
    assert (finding.code, str(finding.span), str(finding.related[0].span)) == (
        "R02",
        "b.yaml:2:3",
        "a.yaml:2:3",
    )


def test_what_only_a_misshapen_element_names_is_not_called_unused() -> None:
    facts = "facts: {attack: {title: A, kind: brute, initial: false}}\n"
    finding = "determinations: {found: {title: F, of: attack, by: nobody}}\n"
    graph = build(loads({"a.yaml": facts + finding}))
    assert list(r04_unused_element.check(graph)) == []


@pytest.mark.parametrize(
    ("written", "hint"),
    [("any", "declare it, or correct the id"), ("germny", "did you mean `germany`?")],
)
def test_a_word_of_three_letters_is_near_no_country(tmp_path: Path, written: str, hint: str) -> None:
    promise = f"provisions: {{p: {{title: P, kind: defense, obligors: [{written}], modality: must}}}}\n"
    (tmp_path / "a.yaml").write_text(promise, encoding="utf-8")
    [problem] = r01_dangling_reference.check(build(load(tmp_path, "m")))
    assert problem.hint == hint
