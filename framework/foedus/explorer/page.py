"""The explorer of a model as one HTML file, which asks for nothing but itself."""

import base64
import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal, TypeAlias

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from foedus import __version__
from foedus.explorer.answers import answers
from foedus.explorer.elements import STANDINGS, elements, ties
from foedus.explorer.pictures import FIRST, Plate, night, plates
from foedus.explorer.plays import plays
from foedus.explorer.pressed import pressed
from foedus.explorer.shared import shared
from foedus.graph import Graph, build
from foedus.layout.palette import DARK, LIGHT, Theme
from foedus.layout.theme import roles
from foedus.load import Project
from foedus.views.captions import source_line, status, tag
from foedus.views.glossary import glossary
from foedus.waivers import Weighed
from foedus.words import component_list, plain
from foedus.writers.documents.html import face

Language: TypeAlias = Literal["en", "uk"]
"""The languages of the page; each has a catalogue in `assets/`."""
MODULES = (
    "clock", "questions", "world", "follow", "settle", "enact", "play", "lacking",
    "english", "ukrainian", "state", "words", "model", "element", "width", "drawing", "runs", "stage",
    "marks", "views", "panel", "reasons", "account", "sharing", "look", "builder", "playing", "asking",
    "learning", "address", "keys", "main",
)  # fmt: skip
"""The modules of the page, each after those that it imports from."""
_IMPORT = re.compile(r"^import\s[^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class)\b)", re.MULTILINE)


def page(project: Project, weighed: Weighed, *, live: bool = False, language: Language = "en") -> str:
    """The page of a project and of what was found in it, which begins in a language.

    A `live` one looks out for a newer one.
    """
    graph = build(project)
    painted = plates(project, graph)
    said = _data(project, graph, weighed, painted)
    script = bundle(live)
    style = _style(painted)
    framework = project.model.framework
    return _template().render(
        language=language,
        title=framework.title if framework is not None else project.name,
        data=Markup(_inside_script(json.dumps(shared(said), ensure_ascii=False, separators=(",", ":")))),
        style=Markup(style),
        script=Markup(script),
        policy=_policy(script, style, live),
    )


def bundle(live: bool = False) -> str:
    """All modules as one, without imports and exports: no two may use one name at their top."""
    names = (*MODULES, "live") if live else MODULES
    texts = (_asset(f"{name}.js") for name in names)
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", text)) for text in texts)


def _asset(name: str) -> str:
    return (files("foedus.explorer") / "assets" / name).read_text(encoding="utf-8")


def _inside_script(text: str) -> str:
    """JSON that no parser of HTML can see an end or a comment in."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _policy(script: str, style: str, live: bool) -> str:
    """The content security policy: this script and this style, pictures and letters from the file itself."""
    parts = [
        "default-src 'none'",
        f"script-src '{_hash(script)}'",
        f"style-src '{_hash(style)}'",
        "img-src data: blob:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join([*parts, "connect-src 'self'"] if live else parts)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _template() -> Template:
    loader = PackageLoader("foedus.explorer", "assets")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("page.html")


def _style(painted: tuple[Plate, ...]) -> str:
    """The style of the page: the letters, the colours of the pictures by name, then its own rules."""
    dark = _variables(DARK)
    return "\n".join(
        (
            str(face()),
            f":root {{ {_variables(LIGHT)} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }}\n{night(painted)} }}",
            _asset("page.css"),
        )
    )


def _variables(theme: Theme) -> str:
    return " ".join(
        f"--{role.replace('.', '-').replace('_', '-')}: {colour};" for role, colour in roles(theme).items()
    )


def _data(project: Project, graph: Graph, weighed: Weighed, painted: tuple[Plate, ...]) -> dict[str, Any]:
    model, framework = project.model, project.model.framework
    pictures = pressed(tuple(each.svg for each in painted))
    return {
        "name": Path(project.name).name,
        "title": framework.title if framework is not None else project.name,
        "summary": (framework.summary if framework is not None else None) or "",
        "tag": tag(project),
        "stated": " · ".join(status(project)),
        "source": source_line(project),
        "version": __version__,
        "standings": STANDINGS,
        "wordings": {each.wording: plain(each.wording) for each in model.provisions.values() if each.wording},
        "components": [
            {"id": each.id, "number": str(each.order), "title": each.title} for each in component_list(model)
        ],
        "elements": elements(graph, weighed.findings),
        "ties": ties(graph),
        "forms": pictures.forms,
        "views": [_view(each) | {"tree": tree} for each, tree in zip(painted, pictures.trees, strict=True)],
        "answers": answers(project),
        "glossary": [each._asdict() for each in glossary(project)],
        **plays(project),
    }


def _view(plate: Plate) -> dict[str, Any]:
    return {
        "name": plate.name,
        "view": plate.view,
        "first": plate.view in FIRST,
        "every": plate.every,
        "scenario": plate.scenario,
        "part": plate.part,
        "title": plate.title,
        "stands": plate.stands,
        "head": list(plate.table.head),
        "rows": [list(row) for row in plate.table.rows],
    }
