"""A tree to typed nouns, and wrong shapes to findings that say what to write instead."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from foedus.finding import Finding, Fix, Severity
from foedus.limits import Limits, cure
from foedus.load import fixes, wanted
from foedus.nearest import did_you_mean, slip
from foedus.place import Route, Span
from foedus.schema import SECTIONS, Model
from foedus.schema.conditions import TAGS
from foedus.schema.references import holds_words, nouns_in
from foedus.tree import Node


class Shaped(NamedTuple):
    """A tree, and the model that it describes."""

    tree: Node
    model: Model


def shape(tree: Node, limits: Limits, before: Shaped | None = None) -> tuple[Model, list[Finding]]:
    """The model that a tree describes, without the elements whose shape is wrong, and what is wrong.

    So many faults as the limit `faults` are told. What stands in the tree of `before`, too, as the same node,
    is the same noun: a reading leaves most of a model as it is.
    """
    findings = list(_written_ids(tree))
    data = _data(tree, before)
    try:
        return Model.model_validate(data), findings
    except ValidationError as refusal:
        errors = refusal.errors(include_url=False)
    told = errors[: limits.faults]
    lacking = _lacking(errors)
    for error in told:
        where = error["loc"][:-1]
        if error["type"] != "missing" or where not in lacking:
            found = _findings(error, tree)
            findings += [_meant(each, lacking[where]) for each in found] if where in lacking else found
    if len(errors) > len(told):
        message = f"{len(errors):,} values do not fit, and {limits.faults:,} of them are told"
        span = _locate(tree, errors[len(told)]["loc"])[0].span
        findings.append(_error("Y04", span, message, f"mend those first, or {cure('faults')}"))
    for error in errors:
        section, *rest = error["loc"]
        if section == "framework":
            data.pop("framework", None)
        else:
            data[str(section)].pop(rest[0], None)
    return Model.model_validate(data), findings


def _lacking(errors: list[ErrorDetails]) -> dict[Route, str]:
    """By its route, the one key that a mapping lacks where one unknown key stands instead: it is one slip."""
    kinds = ("missing", "extra_forbidden")
    of = {kind: [each["loc"] for each in errors if each["type"] == kind] for kind in kinds}
    lacks, holds = (Counter(loc[:-1] for loc in of[kind]) for kind in kinds)
    return {loc[:-1]: str(loc[-1]) for loc in of["missing"] if lacks[loc[:-1]] == holds[loc[:-1]] == 1}


def _meant(unknown: Finding, lacking: str) -> Finding:
    """An unknown key told with the key that is missing beside it."""
    if unknown.code != "R06" or f"`{lacking}`" in unknown.hint:
        return unknown
    return replace(unknown, hint=f"`{lacking}` is missing here; {unknown.hint}")


def _data(tree: Node, before: Shaped | None) -> dict[str, Any]:
    """The plain values of a tree, each element with its id, or as the noun that it was before."""
    data: dict[str, Any] = {}
    for section, node in sorted(tree.entries().items()):
        if section == "framework":
            data[section] = node.plain()
            continue
        elements = _unchanged(section, node, before)
        for key in node.entries().keys() - elements.keys():
            plain = elements[key] = node.entries()[key].plain()
            if isinstance(plain, dict):
                plain["id"] = key
        data[section] = dict(sorted(elements.items()))
    return data


def _unchanged(section: str, node: Node, before: Shaped | None) -> dict[str, Any]:
    """The nouns of a section whose nodes stand where they stood before."""
    if before is None or section not in before.tree.entries():
        return {}
    stood, stands = before.tree.entries()[section].entries(), node.entries()
    return {key: noun for key, noun in before.model.section(section).items() if stood[key] is stands.get(key)}


def _written_ids(tree: Node) -> Iterator[Finding]:
    """An `id:` field is refused here, because the schema is given the key in its place."""
    for section in SECTIONS:
        for key, element in tree.entries()[section].entries().items() if section in tree.entries() else ():
            if (written := element.entries().get("id")) is not None:
                hint = "remove it: an element's id is the key under which it stands"
                yield _error("R06", written.key_span, f"unknown key `id` in `{key}`", hint)


def _findings(error: ErrorDetails, tree: Node) -> Iterator[Finding]:
    """What one refusal of the schema means to the person who wrote the text."""
    loc, given = error["loc"], error["input"]
    node, route = _locate(tree, loc)
    name = _name(route)
    span = node.span
    match error["type"]:
        case "missing":
            message = f"`{_named(route)}` has no `{loc[-1]}`"
            yield _error("R09", node.key_span, message, wanted.to_add(route, str(loc[-1])))
        case "extra_forbidden":
            yield _unknown_key(str(loc[-1]), route, node, tree.at(*route[:-1]))
        case "literal_error":
            yield _unknown_word(error, route, node, tree)
        case "tuple_type" if isinstance(given, str):
            yield _text_for_list(node, given, route, tree)
        case "tuple_type":
            message = f"`{name}` is a list, and this is {_kind(given)}"
            yield _error("R08", span, message, wanted.as_list(route))
        case (
            "union_tag_not_found" | "union_tag_invalid" | "model_type" | "model_attributes_type" | "dict_type"
        ):
            yield _wrong_mapping(given, route, node)
        case "string_type":
            yield _not_text(given, name, node)
        case "bool_type":
            hint, fix = "write `true` or `false`", fixes.of_word(node, ["true", "false"])
            message = f"`{name}` is true or false, and `{_shown(given)}` is neither"
            yield _error("R08", span, message, hint, fix)
        case "too_short":
            if not given:  # else the items that are wrong are reported themselves
                yield _error("R08", span, f"`{name}` is an empty list", "name at least one, or remove it")
        case "day" | "duration" | "quote":
            fix = fixes.of_day(node) if error["type"] == "day" else None
            yield _error("R07", span, f"`{_shown(given)}` cannot be the value of `{name}`", error["msg"], fix)
        case _:
            yield _error("R08", span, *_mismeasured(error, name))


def _mismeasured(error: ErrorDetails, name: str) -> tuple[str, str]:
    """What is too long, too short, too many or too few: the message and the hint."""
    shown = f"`{_shown(error['input'])}`"
    match error["type"]:
        case "string_too_long":
            most = error["ctx"]["max_length"]
            return f"`{name}` has {len(error['input']):,} characters", f"say it in {most:,} or fewer"
        case "string_too_short":
            return f"`{name}` is empty, and a text belongs here", f"write `{name}: ...`"
        case "int_type" | "int_parsing" | "int_from_float":
            return f"`{name}` is a whole number, and {shown} is none", "write digits alone"
        case "greater_than_equal":
            return f"`{name}` cannot be {shown}", f"write {error['ctx']['ge']} or more"
        case "less_than_equal":
            return f"`{name}` cannot be {shown}", f"write {error['ctx']['le']} or less"
        case "property":
            return f"`{name}`: {error['msg']}", "write one of them"
        case _:
            return f"`{name}`: {error['msg'].lower()}", ""


def _locate(tree: Node, loc: tuple[str | int, ...]) -> tuple[Node, Route]:
    """The node that a refusal is about; the schema's own steps (which member of a union) are passed over."""
    node = tree
    route: tuple[str | int, ...] = ()
    for step in loc:
        below = node.at(step)
        if below is not node:
            node, route = below, (*route, step)
    return node, route


def _named(route: tuple[str | int, ...]) -> str:
    """A route as a reader would say it: the id, then the fields inside."""
    steps = route[1:] if len(route) > 1 and route[0] in SECTIONS else route
    return ".".join(str(step) for step in steps)


def _name(route: Route) -> str:
    """The last key on a route: in a list that of the list, at the top none."""
    return next((step for step in reversed(route) if isinstance(step, str)), "")


def _error(code: str, span: Span, message: str, hint: str, fix: Fix | None = None) -> Finding:
    return Finding(code, Severity.ERROR, span, message, hint, fix=fix)


def _shown(value: object) -> str:
    match value:
        case bool():
            text = "true" if value else "false"
        case None:
            text = "null"
        case dict() | tuple():
            text = "a mapping or list"
        case _:
            text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _unknown_key(key: str, route: tuple[str | int, ...], node: Node, around: Node) -> Finding:
    known = wanted.keys_at(route[:-1])
    hint = did_you_mean(key, known, wanted.keys_like(key, known))
    inside = _named(route[:-1])
    meant = slip(key, known)
    fix = fixes.of_key(node, key, meant if meant not in around.entries() else None)
    return _error("R06", node.key_span, f"unknown key `{key}` in `{inside}`", hint, fix)


def _text_for_list(node: Node, given: str, route: Route, tree: Node) -> Finding:
    name = str(route[-1])
    around = wanted.nouns_at(route[:-1])
    ids = any(holds_words(noun, name) for noun in around)
    message = f"`{name}` is a list, and this is a text"
    truth = ids and fixes.reads_as_truth(given) and not _declared(given, tree)
    if truth or any(nouns_in(noun, name) for noun in around):
        return _error("R03", node.span, message, wanted.as_list(route))
    parts = re.split(r"[,;\s]+" if ids else r"[,;]\s*", given)
    hint = f"write `{name}: [{', '.join(part for part in parts if part)}]`"
    fix = fixes.of_list(node, ids)
    return _error("R03", node.span, message, hint, fix)


def _declared(word: str, tree: Node) -> bool:
    """True where a word is the id of an element, as `no` may be."""
    return any(word in section.entries() for section in tree.entries().values())


def _unknown_word(error: ErrorDetails, route: Route, node: Node, tree: Node) -> Finding:
    name = _name(route)
    allowed = re.findall(r"'([^']*)'|\b(True|False)\b", error["ctx"]["expected"])
    words = [word or flag.lower() for word, flag in allowed]
    given = _shown(error["input"])
    hint = _instead(given, words)
    bodies = tree.at("bodies").entries() if "bodies" in tree.entries() else {}
    if route[:1] == ("determinations",) and name == "by" and given in bodies:
        hint = f"write `by: body` and `body: {given}`"
    message = f"`{given}` is not a word for `{name}`"
    return _error("R07", node.span, message, hint, fixes.of_word(node, words))


def _instead(given: str, words: list[str]) -> str:
    """The word that was meant; where it is more than a slip of the keys, the other words, too."""
    listed = f"write {wanted.one_of(tuple(words))}"
    meant = did_you_mean(given, words, listed)
    return f"{meant} If not, {listed}" if slip(given, words) is None and meant != listed else meant


def _not_text(given: object, name: str, node: Node) -> Finding:
    span = node.span
    if given is None:
        return _error("R08", span, f"`{name}` is empty, and a text belongs here", f"write `{name}: ...`")
    if isinstance(given, bool | int | float):
        kind = "true or false" if isinstance(given, bool) else "a number"
        message = f"`{name}` is a text, and `{_shown(given)}` reads as {kind}"
        return _error("R08", span, message, "put it in quotes", fixes.of_text(node))
    return _error("R08", span, f"`{name}` is a text, and this is a mapping or list", "write one text")


def _wrong_mapping(given: object, route: Route, node: Node) -> Finding:
    name, span = str(route[-1]) if route else "", node.span
    keys = [key for key in given if isinstance(key, str)] if isinstance(given, dict) else []
    if keys and name == "members":
        message = f"`{keys[0]}` does not say who belongs to it"
        return _error("R08", span, message, wanted.mapping(route))
    if keys:
        otherwise = f"a condition is {wanted.CONDITION}"
        hint = did_you_mean(keys[0], TAGS, otherwise)
        fix = fixes.of_key(node.entries()[keys[0]], keys[0], slip(keys[0], TAGS))
        return _error("R08", span, f"`{keys[0]}` does not make a condition", hint, fix)
    if given is None:
        return _error("R08", span, f"`{name}` is empty", "write its fields below it, or remove it")
    item = len(route) > 1 and isinstance(route[-1], int)
    holder = f"each of `{route[-2]}`" if item else f"`{name}`"
    message = f"{holder} holds a mapping, and this is {_kind(given)}"
    return _error("R08", span, message, wanted.mapping(route))


def _kind(given: object) -> str:
    match given:
        case str():
            return "a text"
        case tuple():
            return "a list"
        case bool() | int() | float():
            return "a number" if not isinstance(given, bool) else "true or false"
        case dict():
            return "a mapping"
        case None:
            return "empty"
        case _:
            return "something else"
