"""The documentation as a static site: whole, offline, with links that lead somewhere."""

import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

ROOT = Path(__file__).parent.parent


class Page(HTMLParser):
    """What a page links to, what it loads, and the anchors that it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.anchors: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.anchors.add(given.get("id") or "")
        target = given.get("src") or given.get("href")
        if target:
            (self.links if tag == "a" else self.loads).add(target)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Page]:
    """The pages of the site by file; building it fails on every warning."""
    folder = tmp_path_factory.mktemp("site")
    words = ["-q", "-n", "-W", "--keep-going", "-c", "framework/docs/site", "-b", "html", ".", str(folder)]
    made = subprocess.run(
        [sys.executable, "-m", "sphinx", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in folder.rglob("*.html")}


def test_every_page_of_the_repository_is_on_the_site(site: dict[Path, Page]) -> None:
    written = {*ROOT.glob("*.md"), *ROOT.glob("framework/**/*.md"), *ROOT.glob("models/*/*.md")}
    names = {each.relative_to(ROOT).with_suffix(".html").as_posix() for each in written}
    assert not {name for name in names if not any(page.as_posix().endswith(f"/{name}") for page in site)}


def test_the_site_loads_nothing_from_elsewhere(site: dict[Path, Page]) -> None:
    assert not {url for page in site.values() for url in page.loads if urlsplit(url).netloc}


def test_every_link_of_the_site_leads_somewhere(site: dict[Path, Page]) -> None:
    assert sorted(_broken(site)) == []


def _broken(site: dict[Path, Page]) -> Iterator[str]:
    for path, page in site.items():
        for url in page.links | page.loads:
            parts = urlsplit(url)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not target.exists():
                yield f"{path.name}: {url}"
            elif target in site and parts.fragment and unquote(parts.fragment) not in site[target].anchors:
                yield f"{path.name}: {url} (no such heading)"
