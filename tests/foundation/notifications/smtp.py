"""A mail server of this machine that keeps what it was given, for tests; it speaks as much SMTP as we do."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import cast


@dataclass
class Postbox:
    """`refuse`: the answer to RCPT instead of taking the letter (and how often it is given)."""

    port: int = 0
    letters: list[str] = field(default_factory=list)
    refuse: str = ""
    times: int = 10**6


class Conversation(socketserver.StreamRequestHandler):
    """One client; the server object carries the `box`."""

    @property
    def box(self) -> Postbox:
        return cast(MailServer, self.server).box

    def handle(self) -> None:
        self._say("220 surel.example")
        while line := self.rfile.readline():
            verb = line.decode().strip().upper()
            if verb.startswith("QUIT"):
                self._say("221 bye")
                break
            self._answer(verb)

    def _answer(self, verb: str) -> None:
        if verb.startswith("RCPT") and self.box.refuse and self.box.times > 0:
            self.box.times -= 1
            self._say(self.box.refuse)
        elif verb.startswith("DATA"):
            self._say("354 go on")
            self._take()
        else:
            self._say("250 ok")

    def _take(self) -> None:
        lines: list[str] = []
        while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
            lines.append(line)
        self.box.letters.append("\n".join(lines))
        self._say("250 taken")

    def _say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    def __init__(self, box: Postbox) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.box = box


@contextmanager
def mail_server() -> Iterator[Postbox]:
    box = Postbox()
    with MailServer(box) as server:
        box.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()
