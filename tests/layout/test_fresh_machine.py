"""Pictures on a machine that has nothing: no programs, no fonts, no font settings, no home, no network."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from foedus.draw import Setting, draw
from foedus.library import shipped_models
from foedus.opening import read

ROOT = Path(__file__).parents[2]
FORMS = ("svg", "png", "pdf", "dot", "mermaid", "d2", "scene", "gexf")

# What Python opens, runs and connects to is heard by an audit hook (PEP 578); what libraries do on their own
# is not, so the bytes are compared with those of a machine that has fonts.
ALONE = """
import hashlib, sys
heard = []
def hook(event, arguments):
    where = str(arguments[0]) if arguments else ""
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn")):
        heard.append(event)
    if event == "open" and "/fonts" in where and "fontpkg" not in where:
        heard.append(where)
sys.addaudithook(hook)
from foedus.draw import Setting, draw
from foedus.opening import read
model = read(sys.argv[1])
for view in ("overview", "trigger"):
    for form in sys.argv[2:]:
        data = draw(model, view, form, Setting(scale=0.5)).data
        print(view, form, hashlib.sha256(data).hexdigest())
assert not heard, heard
"""


@pytest.mark.parametrize("model", list(shipped_models())[:1])
def test_a_machine_with_nothing_draws_the_same_bytes(model: str, tmp_path: Path) -> None:
    names = ("PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_DATA_HOME")
    nothing = dict.fromkeys(names, "/nonexistent") | {"PYTHONPATH": str(ROOT / "framework"), "LC_ALL": "C"}
    forms = [form for form in FORMS if form != "pdf" or _has_typst()]
    done = subprocess.run(
        [sys.executable, "-c", ALONE, model, *forms],
        env=nothing, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    here = [
        f"{view} {form} {hashlib.sha256(draw(read(model), view, form, Setting(scale=0.5)).data).hexdigest()}"
        for view in ("overview", "trigger")
        for form in forms
    ]
    assert done.stdout.splitlines() == here


def _has_typst() -> bool:
    from importlib.util import find_spec

    return find_spec("typst") is not None
