"""A check from the cache: always what a cold check gives, whatever was kept, edited, damaged or deleted."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedus import cache
from foedus.files import Texts, texts
from foedus.remembered import anew, examined
from foedus.synthetic import synthetic

Foedus = Callable[..., Any]
DAY = date(2026, 1, 6)
MADE = synthetic(6, 1)
EDITS = st.tuples(
    st.sampled_from(sorted(MADE)),
    st.sampled_from(["must", "active", "p-1", "attack-1", "2026", "host", "title", ":", "\n", "["]),
    st.sampled_from(["may", "p-2", "", "attack", "\n", "x", "# foedus: waive D07 -- seen\n", "\u202e"]),
)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "foedus"


def written(folder: Path, edits: list[tuple[str, str, str]] = ()) -> Texts:  # type: ignore[assignment]
    files = dict(MADE)
    for name, old, new in edits:
        files[name] = files[name].replace(old, new, 1)
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return texts(folder)


@given(st.lists(EDITS, max_size=3), st.booleans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_check_from_the_cache_is_a_cold_check(
    tmp_path: Path, edits: list[tuple[str, str, str]], strict: bool
) -> None:
    read = written(tmp_path / "m", edits)
    cold = anew(read, None, strict=strict, today=DAY)
    assert [examined(read, None, strict=strict, today=DAY) for _ in range(2)] == [cold, cold]


def test_what_is_unchanged_is_not_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = examined(written(tmp_path / "m"), None, strict=False, today=DAY)
    monkeypatch.setattr("foedus.remembered.anew", None)
    assert examined(written(tmp_path / "m"), None, strict=False, today=DAY) == found


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"findings": [], "waived": 1}', b"\x80\x04\x95", b'{"findings": [{}]}']
)
@pytest.mark.parametrize("write", [Path.write_bytes, lambda entry, data: cache.keep(entry.name, data)])
def test_an_entry_that_is_damaged_is_computed_again(
    tmp_path: Path, kept: Path, write: Callable[[Path, bytes], object], damage: bytes
) -> None:
    read = written(tmp_path / "m")
    found = examined(read, None, strict=False, today=DAY)
    (entry,) = kept.glob("check-*")
    whole = entry.read_bytes()
    write(entry, damage)
    assert examined(read, None, strict=False, today=DAY) == found
    assert entry.read_bytes() == whole


@pytest.mark.parametrize("changed", ["strict", "today", "name", "text", "file"])
def test_whatever_an_answer_depends_on_is_in_its_name(tmp_path: Path, kept: Path, changed: str) -> None:
    read = written(tmp_path / "m")
    examined(read, None, strict=False, today=DAY)
    others = {
        "name": read._replace(name="another"),
        "text": written(tmp_path / "n", [("world.yaml", "war", "use")])._replace(name=read.name),
        "file": read._replace(files=read.files[1:]),
    }
    day = date(2026, 1, 7) if changed == "today" else DAY
    examined(others.get(changed, read), None, strict=changed == "strict", today=day)
    assert len(list(kept.iterdir())) == 2


def test_an_answer_that_is_kept_needs_neither_schema_nor_rules(tmp_path: Path) -> None:
    written(tmp_path / "m")
    check = [sys.executable, "-X", "importtime", "-m", "foedus", "check", str(tmp_path / "m")]
    ran = [subprocess.run(check, capture_output=True, text=True, check=True) for _ in range(2)]
    imported = [{line.rpartition("|")[2].strip() for line in each.stderr.splitlines()} for each in ran]
    heavy = {"pydantic", "yaml", "foedus.schema", "foedus.rules", "foedus.load", "foedus.simulation"}
    assert [each & heavy for each in imported] == [heavy, set()]
    assert ran[0].stdout == ran[1].stdout


def test_without_a_folder_of_ones_own_nothing_is_kept_and_all_is_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.delenv(name, raising=False)
    read = written(tmp_path / "m")
    assert examined(read, None, strict=False, today=DAY) == anew(read, None, strict=False, today=DAY)


def test_what_others_may_write_is_not_believed(kept: Path) -> None:
    cache.keep("check-1.json", b"kept")
    assert cache.recalled("check-1.json") == b"kept"
    kept.chmod(0o777)
    assert cache.recalled("check-1.json") is None


def test_only_the_newest_entries_are_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 3)
    for number in range(5):
        cache.keep(f"check-{number}.json", b"")
        (kept / f"check-{number}.json").touch()
    cache.keep("other-1", b"")
    assert len(list(kept.glob("check-*"))) == 3
    assert (kept / "other-1").exists()


def test_the_command_keeps_nothing_when_told_so(foedus: Foedus, tmp_path: Path, kept: Path) -> None:
    written(tmp_path / "m")
    said = foedus("check", str(tmp_path / "m"), "--no-cache").out
    assert not kept.exists()
    assert [foedus("check", str(tmp_path / "m")).out for _ in range(2)] == [said, said]
