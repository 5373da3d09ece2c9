"""The documentation as a static site: the same pages that the repository holds, with search, offline.

`make site` builds it into build/site. The pages are where they are written, so that every link
works on a forge and on the site alike; the order of the site stands in `PAGES`.
"""

from pathlib import Path

from sphinx.application import Sphinx

ROOT = Path(__file__).resolve().parents[3]
PAGES = {
    "Start": ["framework/docs/tutorial", "framework/docs/model-a-treaty", "diagrams/README"],
    "Use": [
        "framework/docs/checking",
        "framework/docs/ci",
        "framework/docs/analyses",
        "framework/docs/comparing",
        "framework/docs/draft-and-final",
        "framework/docs/explorer",
        "framework/docs/briefings",
    ],
    "Reference": [
        "framework/docs/language",
        "framework/docs/fields",
        "framework/docs/words",
        "framework/docs/rules",
        "framework/docs/commands",
        "framework/docs/limits",
        "framework/docs/api",
        "framework/docs/performance",
        "framework/docs/security",
    ],
    "Models": [f"models/{each.parent.name}/README" for each in sorted(ROOT.glob("models/*/README.md"))],
    "Build": [
        "framework/README",
        "framework/docs/dependencies",
        "CONTRIBUTING",
        "CHANGELOG",
    ],
}
"""The pages under their headings; the README is the first of all."""

project = "Foedus"
author = "The Foedus authors"
copyright = "2026, The Foedus authors"
extensions = ["myst_parser"]
root_doc = "README"
include_patterns = ["README.md", *(f"{page}.md" for pages in PAGES.values() for page in pages)]
html_theme = "furo"
html_title = "Foedus"
html_additional_pages = {"index": "index.html"}
templates_path = ["templates"]
html_copy_source = False
html_use_index = False
myst_heading_anchors = 3
myst_enable_extensions = ["colon_fence"]


def setup(app: Sphinx) -> None:
    """Give the README the tables of contents that the site's margin shows."""
    app.connect("source-read", _with_contents)


def _with_contents(app: Sphinx, name: str, source: list[str]) -> None:
    if name == root_doc:
        source[0] += "".join(_contents(title, pages) for title, pages in PAGES.items())


def _contents(title: str, pages: list[str]) -> str:
    return "\n".join(["\n\n```{toctree}", ":hidden:", f":caption: {title}", "", *pages, "```"])
