"""What libyaml says of broken YAML, in words for somebody who has never read a YAML specification."""

import re

import yaml

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)

_NO_BREAK = re.compile(r"^ *[\u00a0\u2007\u202f\u3000]", re.MULTILINE)

_STARTERS = {
    "\t": ("a tab indents this line", "indent with spaces: replace the tab by two spaces"),
    "`": ("a text may not begin with a backtick", "remove the Markdown fence, or put the text in quotes"),
    "@": ("a text may not begin with `@`", "put the text in quotes"),
    "%": ("a text may not begin with `%`", "put the text in quotes"),
}

_PROBLEMS = {
    "mapping values are not allowed": (
        "a `:` where none can stand",
        "put a text that holds `: ` in quotes, or line this key up with the keys above it",
    ),
    "found a tab character": _STARTERS["\t"],
    "could not find expected ':'": (
        "a key without its `:`",
        "write `key: value`, with a space after the `:`",
    ),
    "did not find expected key": (
        "this line does not fit the lines above it",
        "line it up with the keys above it, and put texts that hold `: ` or quotes in quotes",
    ),
    "did not find expected '-' indicator": (
        "a list is mixed with something else",
        "begin each item of the list with `- `, all in one column",
    ),
    "did not find expected ',' or ']'": (
        "this `[` list does not end",
        "close it with `]`, with `, ` between items",
    ),
    "did not find expected ',' or '}'": (
        "this `{` mapping does not end",
        "close it with `}`, with `, ` between entries",
    ),
    "found unexpected end of stream": (
        "this quotation mark is never closed",
        "close it, or double it inside the text",
    ),
    "found unknown escape character": ("`\\` begins an unknown escape", "use single quotes, or write `\\\\`"),
    "did not find expected whitespace": ("a space is missing here", "leave a space after `:` and `-`"),
}

_FROM_CONTEXT = ("could not find expected ':'", "did not find expected ','", "found unexpected end of stream")
"""Problems that are noticed late: the mark of where the thing began is the useful one."""


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str]:
    """The character where a reader should look, what is wrong there, and the cure."""
    problem = str(error.problem or "the text is not YAML")
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None and problem.startswith(_FROM_CONTEXT):
        mark = error.context_mark
    index = min(mark.index, len(text)) if mark is not None else 0
    if (conflict := _CONFLICT.search(text)) is not None:
        return conflict.start(), "a merge conflict is not resolved", "keep one side and remove the markers"
    if (space := _NO_BREAK.search(text)) is not None:
        return space.end() - 1, "a no-break space indents this line", "replace it by an ordinary space"
    if problem.startswith("mapping values") and (keyless := _keyless(text, index)) is not None:
        return keyless, *_PROBLEMS["could not find expected ':'"]
    if "cannot start any token" in problem:
        message, hint = _STARTERS.get(
            text[index : index + 1], ("a text may not begin so", "put the text in quotes")
        )
        return index, message, hint
    for known, (message, hint) in _PROBLEMS.items():
        if problem.startswith(known):
            return index, message, hint
    return index, f"not YAML: {problem}", "compare this line with the lines above it"


def _keyless(text: str, index: int) -> int | None:
    """Where the line above holds a word without `:`, which libyaml takes for the start of this key."""
    above = text[: text.rfind("\n", 0, index) + 1].rstrip()
    begin = above.rfind("\n") + 1
    line = above[begin:]
    if not line or ":" in line or line.lstrip().startswith(("-", "#")):
        return None
    return begin + len(line) - len(line.lstrip())
