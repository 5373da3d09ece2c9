"""The vocabulary register and the schema's closed lists say the same."""

from pathlib import Path

import pytest

from foedus.library import data_folder
from foedus.limits import Limits
from foedus.schema import Vocabulary
from foedus.schema.vocabulary import VOCABULARIES, words
from foedus.text import read
from foedus.tree import Document, Node


@pytest.fixture(scope="module")
def register() -> Node:
    path: Path = data_folder() / "vocabularies.yaml"
    tree, findings = read(Document(path.name, path.read_text(encoding="utf-8")), Limits())
    assert tree is not None
    assert not findings
    return tree.at("vocabularies")


def vocabulary(register: Node, name: str) -> Vocabulary:
    return Vocabulary.model_validate({**register.at(name).plain(), "id": name})  # type: ignore[dict-item]


def test_the_register_holds_every_closed_list_and_no_other(register: Node) -> None:
    assert set(register.entries()) == set(VOCABULARIES)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_list_has_the_schema_s_words_in_the_schema_s_order(register: Node, name: str) -> None:
    assert tuple(register.at(name, "words").entries()) == words(name)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_every_word_is_defined_and_names_its_scheme(register: Node, name: str) -> None:
    own = vocabulary(register, name)
    for word, meaning in own.words.items():
        assert meaning.definition.endswith("."), word
        assert meaning.scheme or own.scheme, word


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_two_words_of_a_list_mean_the_same(register: Node, name: str) -> None:
    definitions = [meaning.definition for meaning in vocabulary(register, name).words.values()]
    assert len(set(definitions)) == len(definitions)
