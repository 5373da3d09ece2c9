"""Findings to a format: one module a format, each with `write(report) -> str`."""

from collections.abc import Callable
from typing import TypeAlias

from foedus.writers.findings import concise, full, github, gitlab, json, jsonl, junit, markdown, sarif
from foedus.writers.findings.report import Report

Writer: TypeAlias = Callable[[Report], str]

FORMATS: dict[str, Writer] = {
    "full": full.write,
    "concise": concise.write,
    "json": json.write,
    "jsonl": jsonl.write,
    "sarif": sarif.write,
    "junit": junit.write,
    "github": github.write,
    "gitlab": gitlab.write,
    "markdown": markdown.write,
}
"""The formats of findings by the name that the command line gives them."""

__all__ = ["FORMATS", "Report", "Writer"]
