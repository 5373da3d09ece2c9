"""The explorer served to this machine alone, and loaded again when a file of the model is saved."""

import json
import re
import sys
import threading
from collections.abc import Callable, Iterable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from foedus.errors import Stop

HOST = "127.0.0.1"
PAUSE = 0.5
"""Seconds between two looks at the files."""
_QUIET = 20
"""After so many looks without news a line is sent all the same, by which a reader who has gone is noticed."""

_NEWS = re.compile(r"/changes(?:\?since=(?P<since>[0-9]{1,9}))?", re.ASCII)

_PATIENCE = 60
"""Seconds that a client may take to say what it wants, or to take what it is sent."""
MOST = 100
"""So many threads at once, one a client; who comes then is turned away, while the machine still has some."""

Made: TypeAlias = Callable[[], str]
"""Makes the page from the files as they are now. Raises `Stop` where they hold an error."""


class Seen(NamedTuple):
    """The page as last made, what is wrong with the files now (empty where nothing is), how many changes."""

    page: str
    wrong: str
    changes: int


class Watched:
    """The page of files that change; while they hold an error the last good one is kept."""

    def __init__(self, made: Made, files: Callable[[], Iterable[Path]]) -> None:
        self._made, self._files = made, files
        self._lock = threading.Lock()
        self._stamp = self._stamped()
        self._seen = Seen(made(), "", 0)

    def look(self) -> Seen:
        """What there is now."""
        with self._lock:
            stamp = self._stamped()
            if stamp != self._stamp:
                self._stamp = stamp
                self._seen = self._anew()
            return self._seen

    def _stamped(self) -> tuple[tuple[str, int, int, int], ...]:
        found = []
        for path in self._files():
            try:
                status = path.stat()
            except OSError:  # moved away between being listed and being looked at
                continue
            found.append((str(path), status.st_mtime_ns, status.st_ctime_ns, status.st_size))
        return tuple(sorted(found))

    def _anew(self) -> Seen:
        try:
            return Seen(self._made(), "", self._seen.changes + 1)
        except (Stop, OSError) as wrong:  # an OSError where the working folder itself is gone
            return Seen(self._seen.page, str(wrong), self._seen.changes + 1)


def server(watched: Watched, port: int = 0) -> ThreadingHTTPServer:
    """A server of the page on the loopback address; port 0 takes a free one.

    Requests that name another host are refused, so that no page of another site can read the model through
    a name that leads here. Raises `Stop` where the port is taken.
    """

    class Handler(_Handler):
        page = watched

    try:
        return _Server((HOST, port), Handler)
    except OSError as error:
        raise Stop(f"port {port}: {error.strerror}; leave `--port` out to take a free one") from None


class _Server(ThreadingHTTPServer):
    """Says nothing of a connection that breaks: its client has gone, or the server is being ended."""

    daemon_threads = True

    def verify_request(self, request: Any, client_address: Any) -> bool:
        return threading.active_count() < MOST

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers two addresses: the page, and the news of its changes. Nothing can be changed through it."""

    page: Watched
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE

    def do_GET(self) -> None:
        if not self._is_for_us():
            self._send(
                HTTPStatus.FORBIDDEN, "text/plain", "This address answers to 127.0.0.1 and localhost only.\n"
            )
        elif self.path == "/":
            self._send(HTTPStatus.OK, "text/html", _numbered(self.page.look()))
        elif asked := _NEWS.fullmatch(self.path):
            self._news(int(asked["since"]) if asked["since"] else None)
        else:
            self._send(HTTPStatus.NOT_FOUND, "text/plain", "There is only one page here: /\n")

    do_HEAD = do_GET

    def do_POST(self) -> None:
        self.close_connection = True  # what else was sent is not read
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", "Nothing can be changed here.\n")

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal is for errors of the model."""

    def _is_for_us(self) -> bool:
        assert isinstance(self.server, ThreadingHTTPServer)
        port = self.server.server_port
        return self.headers.get("Host", "") in {f"{name}:{port}" for name in (HOST, "localhost")}

    def _send(self, status: HTTPStatus, kind: str, text: str) -> None:
        data = text.encode()
        self.send_response(status)
        self._heads(kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _heads(self, kind: str) -> None:
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Allow", "GET, HEAD")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _news(self, since: int | None) -> None:
        """Server-sent events for as long as somebody listens: `changed`, or `broken` with what is wrong.

        `since` is the number of the page that is looked at: what was saved before it asked is news, too.
        """
        seen, quiet, rest = self.page.look(), 0, threading.Event()
        shown = seen.changes if since is None else since
        known = None if seen.wrong else shown  # whoever comes while something is wrong is told so
        self.send_response(HTTPStatus.OK)
        self._heads("text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()  # whoever has this answer misses no change after it
        try:
            while self.command != "HEAD":
                rest.wait(PAUSE)
                seen, quiet = self.page.look(), quiet + 1
                if seen.changes != known:
                    known, quiet = seen.changes, 0
                    self.wfile.write(_event(seen))
                elif quiet >= _QUIET:
                    quiet = 0
                    self.wfile.write(b":\n\n")
                self.wfile.flush()
        except OSError:  # the reader has gone
            self.close_connection = True


def _numbered(seen: Seen) -> str:
    """The page with its number, which it names when it asks for news."""
    return seen.page.replace("<head>", f'<head>\n<meta name="changes" content="{seen.changes}">', 1)


def _event(seen: Seen) -> bytes:
    name, data = ("broken", seen.wrong) if seen.wrong else ("changed", "")
    return f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()
