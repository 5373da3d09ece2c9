"""Findings to a format: one module a format, each with `write(report) -> str`."""

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from foedus.writers.findings.report import Report

Writer: TypeAlias = Callable[[Report], str]


def _writer(form: str) -> Writer:
    """The writer of a format, whose module is imported when it writes: a check prints in one format."""

    def write(report: Report) -> str:
        written: str = import_module(f"{__name__}.{form}").write(report)
        return written

    return write


_FORMATS = ("full", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")
FORMATS: dict[str, Writer] = {form: _writer(form) for form in _FORMATS}
"""The formats of findings by the name that the command line gives them."""

__all__ = ["FORMATS", "Report", "Writer"]
