"""A browser without a screen: cookies, forms and nothing else, over a real connection."""

import http.client
import re
import secrets
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
Data = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes
    headers: dict[str, str]

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Visitor:
    address: str
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> Answer:
        return self._ask("GET", path, b"", headers)

    def post(self, path: str, data: Data, *, token_from: str = "") -> Answer:
        """With the token of the page `token_from`, as its form would send it."""
        pairs = list(data.items()) if isinstance(data, Mapping) else list(data)
        pairs += [("csrfmiddlewaretoken", self.token(token_from))] if token_from else []
        kind = "application/x-www-form-urlencoded"
        return self._ask("POST", path, urlencode(pairs).encode(), {"Content-Type": kind})

    def upload(self, path: str, filename: str, content: bytes, *, token_from: str) -> Answer:
        edge = secrets.token_hex(12)
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n'
            f"{self.token(token_from)}\r\n--{edge}\r\nContent-Disposition: form-data; "
            f'name="file"; filename="{filename}"\r\nContent-Type: application/zip\r\n\r\n'.encode(),
            content,
            f"\r\n--{edge}--\r\n".encode(),
        ]
        headers = {"Content-Type": f"multipart/form-data; boundary={edge}"}
        return self._ask("POST", path, b"".join(parts), headers)

    def token(self, path: str) -> str:
        found = TOKEN.search(self.get(path).text)
        assert found, path
        return found.group(1)

    def _ask(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        place = urlsplit(self.address)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        usual = {"Origin": self.address, "Cookie": cookie}
        with closing(
            http.client.HTTPConnection(place.hostname or "", place.port, timeout=60)
        ) as line:
            line.request(method, path, body or None, {**usual, **headers})
            response = line.getresponse()
            for value in response.headers.get_all("Set-Cookie") or []:
                self.cookies |= {name: one.value for name, one in SimpleCookie(value).items()}
            headers = {name.title(): value for name, value in response.headers.items()}
            return Answer(response.status, response.read(), headers)
