"""`foedus serve`: to this machine alone, anew when a file is saved, the last good page while one is bad."""

import http.client
import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from foedus.errors import Stop
from foedus.explorer.serve import Watched, server

pytestmark = pytest.mark.promise(8)


class Site:
    """A served page whose text is what a file holds; a file that holds "bad" cannot be made a page of."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.serving = server(Watched(self.made, lambda: [path]))
        self.port = self.serving.server_address[1]
        threading.Thread(target=self.serving.serve_forever, args=(0.05,), daemon=True).start()

    def made(self) -> str:
        text = self.path.read_text(encoding="utf-8")
        if "bad" in text:
            raise Stop("model.yaml:1:1: bad")
        return text

    def save(self, text: str) -> None:
        """Put another text in the place of the file: nobody sees half of it, nor takes it for the old one."""
        beside = self.path.with_name("beside")
        beside.write_text(text, encoding="utf-8")
        assert len(text) != self.path.stat().st_size
        beside.replace(self.path)

    def ask(self, path: str, host: str = "") -> http.client.HTTPResponse:
        asked = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        asked.request("GET", path, headers={"Host": host or f"localhost:{self.port}"})
        return asked.getresponse()

    def get(self, path: str = "/", host: str = "") -> tuple[int, str]:
        answer = self.ask(path, host or f"127.0.0.1:{self.port}")
        return answer.status, answer.read().decode()


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    path = tmp_path / "model.yaml"
    path.write_text("one", encoding="utf-8")
    made = Site(path)
    yield made
    made.serving.shutdown()
    made.serving.server_close()


def test_the_page_is_made_anew_when_a_file_is_saved(site: Site) -> None:
    assert site.get() == (200, "one")
    site.save("two!")
    assert site.get() == (200, "two!")


def test_the_last_good_page_stays_while_a_file_holds_an_error(site: Site) -> None:
    site.save("a bad one")
    assert site.get() == (200, "one")


def test_the_last_good_page_stays_while_the_files_cannot_be_looked_at(site: Site) -> None:
    site.path.unlink()
    assert site.get() == (200, "one")


@pytest.mark.skipif(os.name != "posix", reason="POSIX alone keeps the time of a change itself")
def test_a_file_is_seen_to_change_though_its_size_and_its_time_are_set_back(site: Site) -> None:
    before = site.path.stat()
    while site.path.stat().st_ctime_ns == before.st_ctime_ns:
        site.path.write_text("two", encoding="utf-8")
        os.utime(site.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert site.get() == (200, "two")


def test_news_tell_of_changes_and_of_errors(site: Site) -> None:
    answer = site.ask("/changes")
    site.save("a bad one")
    assert answer.readline() + answer.readline() == b'event: broken\ndata: "model.yaml:1:1: bad"\n'
    assert answer.readline() == b"\n"
    site.save("good")
    assert answer.readline() == b"event: changed\n"


def test_what_was_saved_between_a_page_and_its_question_for_news_is_news(site: Site) -> None:
    site.save("two!")
    site.get()
    assert site.ask("/changes?since=0").readline() == b"event: changed\n"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost.evil:{port}"]
)
def test_requests_by_another_name_are_refused(site: Site, host: str) -> None:
    assert site.get(host=host.format(port=site.port))[0] == 403


def test_a_connection_that_is_gone_is_not_told_of(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """So it is when the server is ended between taking a connection and reading from it."""
    ours, theirs = socket.socketpair()
    ours.close()
    site.serving.process_request_thread(ours, theirs.getsockname())
    theirs.close()
    assert capsys.readouterr().err == ""


def test_there_is_only_one_page(site: Site) -> None:
    assert site.get("/../model.yaml")[0] == 404


def test_it_listens_on_the_loopback_address_only(site: Site) -> None:
    assert site.serving.server_address[0] == "127.0.0.1"


def test_who_comes_when_there_are_many_is_turned_away(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedus.explorer.serve.MOST", 1)
    with pytest.raises(ConnectionError):
        site.get()


def test_a_port_that_is_taken_is_told_with_the_way_out(site: Site) -> None:
    with pytest.raises(Stop, match="leave `--port` out"):
        server(Watched(lambda: "", list), site.port)


def test_the_page_opens_in_the_language_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    def none(watched: Watched, port: int) -> object:
        assert '<html lang="uk">' in watched.look().page
        raise Stop("seen")

    monkeypatch.setattr("foedus.explorer.serve.server", none)
    assert "seen" in foedus("serve", "teu-42-7", "--language", "uk").err


def test_the_page_is_made_anew_when_a_register_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, foedus: Callable[..., Any]
) -> None:
    def none(watched: Watched, port: int) -> object:
        (tmp_path / "actors.yaml").write_text("{}\n", encoding="utf-8")
        raise Stop(f"changes: {watched.look().changes}")

    monkeypatch.setattr("foedus.library.data_folder", lambda: tmp_path)
    monkeypatch.setattr("foedus.explorer.serve.server", none)
    assert "changes: 1" in foedus("serve", "teu-42-7").err
