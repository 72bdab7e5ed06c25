"""A visitor without a browser: keeps its cookies and sends what the checks of origin and token ask for."""

import http.client
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from io import BytesIO
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

TOKEN = "b" * 32
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def location(self) -> str:
        """Over a connection the names come in small letters."""
        return next((value for name, value in self.headers if name.lower() == "location"), "")


Send = Callable[[Asked], Answer]


@dataclass
class Visitor:
    send: Send
    host: str
    cookies: dict[str, str] = field(default_factory=lambda: {"kantor-csrf": TOKEN})

    def get(self, path: str) -> Answer:
        return self._take(self.send(Asked("GET", path, self._headers())))

    def post(self, path: str, data: Mapping[str, str]) -> Answer:
        return self._take(self.send(self.posting(path, data)))

    def posting(self, path: str, data: Mapping[str, str]) -> Asked:
        headers = self._headers() | {"Content-Type": FORM, "Origin": f"http://{self.host}"}
        body = urlencode({**data, "csrfmiddlewaretoken": TOKEN}).encode()
        return Asked("POST", path, headers, body)

    def _headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Host": self.host, "Cookie": cookies, "Accept-Encoding": "br"}

    def _take(self, answer: Answer) -> Answer:
        """Cookies as a browser keeps them; our token stays the one we send."""
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                for cookie, morsel in SimpleCookie(value).items():
                    self.cookies[cookie] = morsel.value
        self.cookies["kantor-csrf"] = TOKEN
        if answer.status >= 400:
            raise RuntimeError(f"{answer.status}: {answer.body[:300]!r}")
        return answer


def over_http(host: str) -> Send:
    """One connection that stays open, like a browser's."""
    connection = http.client.HTTPConnection(host, timeout=60)

    def send(asked: Asked) -> Answer:
        connection.request(asked.method, asked.path, asked.body, dict(asked.headers))
        response = connection.getresponse()
        return Answer(response.status, response.getheaders(), response.read())

    return send


def in_process() -> Send:
    """The program called as the web server calls it. After Workspace.use_django()."""
    from config.wsgi import application

    def send(asked: Asked) -> Answer:
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], _error: object = None, /) -> Any:
            started.append((status, headers))

        body = b"".join(application(_environ(asked), start))
        status, headers = started[0]
        return Answer(int(status.split()[0]), headers, body)

    return send


def _environ(asked: Asked) -> dict[str, Any]:
    path, _, query = asked.path.partition("?")
    environ: dict[str, Any] = {
        f"HTTP_{name.upper().replace('-', '_')}": value for name, value in asked.headers.items()
    }
    environ |= {
        "REQUEST_METHOD": asked.method,
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": asked.headers.get("Content-Type", ""),
        "CONTENT_LENGTH": str(len(asked.body)),
        "wsgi.input": BytesIO(asked.body),
    }
    setup_testing_defaults(environ)
    return environ
