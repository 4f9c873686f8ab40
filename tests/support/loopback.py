"""A real HTTP server on this computer that answers as it is told: whole, in part, wrong or not at all."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What the server gives for one path."""

    body: bytes = b""
    status: int = 200
    reason: str | None = None
    """The words after the status, the usual ones where not given."""
    etag: str | None = '"1"'
    """Without one nobody can go on from a part."""
    break_after: int | None = None
    """Close the connection after so many bytes of the body, once; the next request gets all."""
    announced: int | str | None = None
    """The Content-Length given, when it is not the true one."""
    chunked: bool = False
    """Announce no length at all."""
    silent: bool = False
    """Take the request and say nothing until the server closes."""
    redirect: str | None = None
    hold: threading.Event | None = None
    """Give half of the body, and the rest once this is set."""


@dataclass
class Loopback:
    """The running server; `answers` may be changed while it runs."""

    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, str | None]] = field(default_factory=list)
    """Path and Range header of each request."""

    def __enter__(self) -> Loopback:
        self._closing = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self._server.server_port}{path}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answers one request."""
        wanted = handler.headers.get("Range")
        self.requests.append((handler.path, wanted))
        answer = self.answers.get(handler.path, Answer(status=404))
        if answer.silent:
            self._closing.wait()
            return
        body, status = answer.body, answer.status
        if answer.redirect:
            status = 302
        start = 0
        if wanted and answer.etag and handler.headers.get("If-Range") == answer.etag:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            status = 206 if start < len(body) else 416
        handler.send_response(status, answer.reason)
        if answer.redirect:
            handler.send_header("Location", answer.redirect)
        if answer.etag:
            handler.send_header("ETag", answer.etag)
        if status == 206:
            handler.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        if not answer.chunked:
            handler.send_header("Content-Length", str(answer.announced or len(body) - start))
        handler.end_headers()
        end = len(body) if answer.break_after is None else answer.break_after
        answer.break_after = None
        if answer.hold:
            handler.wfile.write(body[start : (start + end) // 2])
            answer.hold.wait()
            start = (start + end) // 2
        handler.wfile.write(body[start:end])


def _handler(loopback: Loopback) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            loopback.answer(self)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
            pass

    return Handler
