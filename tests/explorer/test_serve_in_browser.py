"""`foedus serve` as a process, with a browser or a bare socket at the other end: what it promises, tried."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from explorer_pages import address, until

MODEL = """\
framework: {title: The pact, as_of: 2026-01-06, beneficiary: [a]}
actors: {a: {title: The host, kind: state}}
facts: {attack: {title: An attack, kind: brute, initial: false}}
events: {invasion: {title: Forces cross the border, sets: {attack: true}}}
provisions:
  help: {title: Help the host, kind: defense, obligors: [a], modality: must, trigger: attack}
scenarios: {war: {title: A war, steps: [{day: 0, events: [invasion]}]}}
"""
posix = pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")


class Serving:
    """`foedus serve` of a model of one file, in a process of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.process = subprocess.Popen(
            [sys.executable, "-m", "foedus", "serve", str(path.parent)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().partition(" ")[0]
        self.port = int(self.address.strip("/").rpartition(":")[2])

    def save(self, *change: str) -> None:
        """Save the file with one text of it put in the place of another; nobody sees half of it."""
        text, beside = self.path.read_text(encoding="utf-8"), self.path.with_suffix(".new")
        assert change[0] in text
        beside.write_text(text.replace(*change), encoding="utf-8")
        beside.replace(self.path)

    def ask(self, verb: str, path: str = "/", **heads: str) -> tuple[int, bytes]:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        asked.request(verb, path, headers=heads)
        answer = asked.getresponse()
        return answer.status, answer.read()

    def ended(self, number: int) -> tuple[int, str, float]:
        """The exit code, what was said on standard error, and the seconds that it took to end."""
        start = time.monotonic()
        self.process.send_signal(number)
        _, said = self.process.communicate(timeout=120)
        return self.process.returncode, said, time.monotonic() - start


@pytest.fixture
def pact(tmp_path: Path) -> Path:
    path = tmp_path / "pact" / "model.yaml"
    path.parent.mkdir()
    path.write_text(MODEL, encoding="utf-8")
    return path


@pytest.fixture
def serving(pact: Path) -> Iterator[Serving]:
    made = Serving(pact)
    yield made
    made.process.kill()
    made.process.communicate()


@pytest.fixture
def shown(browser: Any, serving: Serving) -> Iterator[Any]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{serving.address}#mode=play&turn=1&at=provisions%2Fhelp")
    yield page
    context.close()


def test_a_save_is_shown_and_what_was_looked_at_stays(shown: Any, serving: Serving) -> None:
    shown.locator(".panel h2", has_text="Help the host").wait_for()
    serving.save("Help the host", "Defend the host")
    shown.locator(".panel h2", has_text="Defend the host").wait_for()
    assert "turn=1" in address(shown)
    assert shown.locator(".steps [aria-current=step]").inner_text().startswith("Day 0")


def test_a_save_with_an_error_shows_it_over_the_last_good_page_until_it_is_mended(
    shown: Any, serving: Serving
) -> None:
    serving.save("trigger: attack", "trigger: atack")
    shown.locator("#alarm", has_text="atack").wait_for()
    assert "Help the host" in shown.locator(".panel h2").inner_text()
    serving.save("trigger: atack", "trigger: attack")
    shown.locator("#alarm").wait_for(state="detached")
    assert "Help the host" in shown.locator(".panel h2").inner_text()


def test_who_comes_while_a_file_is_broken_sees_why(browser: Any, serving: Serving) -> None:
    serving.save("trigger: attack", "trigger: atack")
    context = browser.new_context()
    page = context.new_page()
    page.goto(serving.address)
    page.locator("#alarm", has_text="atack").wait_for()
    context.close()


def test_the_page_may_be_scrolled_and_is_found_again_where_it_was(shown: Any, serving: Serving) -> None:
    shown.set_viewport_size({"width": 900, "height": 300})
    shown.evaluate("scrollTo(0, 150)")
    serving.save("Help the host", "Defend the host")
    shown.locator(".panel h2", has_text="Defend the host").wait_for()
    until(shown, "Math.abs(scrollY - 150) <= 2")


def test_another_name_is_refused_for_every_verb(serving: Serving) -> None:
    for verb in ("GET", "HEAD"):
        assert serving.ask(verb, Host="evil.example")[0] == 403


def test_head_answers_as_get_without_the_page(serving: Serving) -> None:
    assert serving.ask("HEAD") == (200, b"")
    assert serving.ask("HEAD", "/model.yaml") == (404, b"")


@pytest.mark.parametrize("verb", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(serving: Serving, verb: str) -> None:
    assert serving.ask(verb)[0] == 405


def idle(serving: Serving) -> None:
    """Nobody has come."""


def listening(serving: Serving) -> socket.socket:
    """Somebody waits for news."""
    asked = socket.create_connection(("127.0.0.1", serving.port))
    asked.sendall(f"GET /changes HTTP/1.1\r\nHost: 127.0.0.1:{serving.port}\r\n\r\n".encode())
    asked.recv(100)
    return asked


def hanging(serving: Serving) -> socket.socket:
    """Somebody has begun to ask and does not go on."""
    asked = socket.create_connection(("127.0.0.1", serving.port))
    asked.sendall(b"GET / HT")
    return asked


@posix
@pytest.mark.parametrize("client", [idle, listening, hanging])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_it_ends_within_a_second_and_without_a_word(
    pact: Path,
    client: Callable[[Serving], socket.socket | None],
    number: int,
    code: int,
    soon: Callable[[Callable[[], float]], bool],
) -> None:
    def end() -> float:
        serving = Serving(pact)
        kept = client(serving)
        ended, said, seconds = serving.ended(number)
        if kept is not None:
            kept.close()
        assert (ended, said.strip()) == (code, "")  # click ends the line on which ^C stands
        return seconds

    assert soon(end)
