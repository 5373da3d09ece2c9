"""Pages of the explorer in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from explorer_pages import written

from foedus.opening import read


@pytest.fixture(scope="session")
def paris(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The explorer of the Paris guarantees as a file."""
    return written(read("paris-2026"), tmp_path_factory.mktemp("explorer") / "paris.html")


@pytest.fixture
def opened(browser: Any) -> Iterator[Callable[..., Any]]:
    """`opened(path, "mode=play")`: the page in a fresh window; it must ask for nothing, and not complain."""
    contexts: list[Any] = []
    seen: list[str] = []

    def call(path: Path, fragment: str = "", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        shown = context.new_page()
        shown.on("request", lambda request: seen.append(request.url))
        shown.on("console", lambda message: seen.append(f"{message.type}: {message.text}"))
        shown.on("pageerror", lambda error: seen.append(f"error: {error}"))
        shown.goto(f"{path.as_uri()}#{fragment}")
        return shown

    yield call
    for context in contexts:
        context.close()
    assert [each for each in seen if not each.startswith(("file:", "blob:", "data:"))] == []
    assert len([each for each in seen if each.startswith("file:")]) == len(contexts)
