#!/usr/bin/env python3
"""Pemantau Wi-Fi desa: satu berkas, Python 3.9 ke atas, tanpa pustaka lain.

    python3 pemantau.py --server https://desa.example --token-file token.txt --data pemantau-data

Once a minute it asks every point whether it answers (ICMP where the system allows it, else TCP or HTTP),
writes the minute to disk, and sends what is not yet acknowledged. While the village's server cannot be
reached it goes on measuring; later it sends what it kept. Posts and answers are signed, so that nobody
can invent readings and nobody can make it forget them. Which points to ask, it learns from the server.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import hmac
import json
import os
import secrets
import socket
import struct
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

DOOR = "/wifi/pemantau/"
MINUTE = 60
PATIENCE = 2.0  # seconds until a point counts as not answering
LONGEST_POST = 240  # minutes in one post
MOST_KEPT = 100_000  # minutes on disk, about ten weeks; the oldest go first
PORTS = (443, 80, 53, 22)
ECHO, ECHO_REPLY = 8, 0


def sign(secret: str, *parts: bytes) -> str:
    return hmac.new(secret.encode(), b"\n".join(parts), hashlib.sha256).hexdigest()


def checksum(data: bytes) -> int:
    """RFC 1071, of an even number of bytes."""
    total = sum(struct.unpack(f"!{len(data) // 2}H", data))
    total = (total >> 16) + (total & 0xFFFF)
    return int(~(total + (total >> 16)) & 0xFFFF)


def ping(host: str, patience: float = PATIENCE) -> int | None:
    """Milliseconds until the echo; None when none comes. Raises PermissionError where ICMP is forbidden."""
    number, nonce = secrets.randbelow(0xFFFF), secrets.token_bytes(8)
    head = struct.pack("!BBHHH", ECHO, 0, 0, 0, number)
    packet = struct.pack("!BBHHH", ECHO, 0, checksum(head + nonce), 0, number) + nonce
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM, socket.IPPROTO_ICMP) as line:
        started = time.monotonic()
        try:
            line.sendto(packet, (host, 0))
            while (left := started + patience - time.monotonic()) > 0:
                line.settimeout(left)
                answer = line.recv(1024)
                if answer[0] == ECHO_REPLY and answer.endswith(nonce):
                    return round((time.monotonic() - started) * 1000)
        except PermissionError:
            raise
        except OSError:
            return None
    return None


def icmp_allowed() -> bool:
    try:
        ping("127.0.0.1", 0.5)
    except OSError:
        return False
    return True


def connect(host: str, ports: tuple[int, ...], patience: float = PATIENCE) -> int | None:
    """Milliseconds until the host answers on any of these ports; a refusal is an answer too."""
    for port in ports:
        started = time.monotonic()
        try:
            socket.create_connection((host, port), patience / len(ports)).close()
        except ConnectionRefusedError:
            pass
        except OSError:
            continue
        return round((time.monotonic() - started) * 1000)
    return None


def fetch(url: str, patience: float = PATIENCE) -> int | None:
    """Milliseconds until an answer; an error page is an answer too."""
    started = time.monotonic()
    try:
        urllib.request.urlopen(url, timeout=patience).close()  # noqa: S310 - check() lets only http in
    except urllib.error.HTTPError as answer:
        answer.close()
    except (OSError, ValueError):
        return None
    return round((time.monotonic() - started) * 1000)


def check(address: str, icmp: bool) -> int | None:
    """`address`: http(s)://..., host:port, or a bare host."""
    if address.startswith(("http://", "https://")):
        return fetch(address)
    try:
        found = urlsplit(f"//{address}")
        host, port = found.hostname or "", found.port
    except ValueError:
        return None
    if port:
        return connect(host, (port,))
    return ping(host) if icmp else connect(host, PORTS)


class Store:
    """What is measured and not yet acknowledged, on disk: one line a minute, and one small file of state."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.lines_file, self.state_file = folder / "menit.jsonl", folder / "keadaan.json"
        self.state: dict[str, Any] = {"seq": 0, "targets": [], "offset": None, "dropped": 0}
        with contextlib.suppress(OSError, ValueError):
            self.state.update(json.loads(self.state_file.read_text(encoding="utf-8")))
        self.lines = self._read()

    def _read(self) -> list[dict[str, Any]]:
        """A line torn by a power cut is left out."""
        found = []
        text = self.lines_file.read_text(encoding="utf-8") if self.lines_file.exists() else ""
        for line in text.splitlines():
            with contextlib.suppress(ValueError):
                found.append(json.loads(line))
        return found

    def next_number(self) -> int:
        """Never smaller than before, also after a lost folder: it starts from the clock."""
        highest = max([int(self.state["seq"]), *(int(line["seq"]) for line in self.lines[-1:])])
        self.state["seq"] = max(highest + 1, int(time.time()))
        return int(self.state["seq"])

    def keep(self, line: dict[str, Any]) -> None:
        self.lines.append(line)
        with self.lines_file.open("a", encoding="utf-8") as file:
            # A torn line before it must not swallow this one.
            file.write("\n" + json.dumps(line, separators=(",", ":")) + "\n")
            file.flush()
            os.fsync(file.fileno())
        if len(self.lines) > MOST_KEPT:
            self.state["dropped"] = int(self.state["dropped"]) + 1
            self.forget_until(int(self.lines[len(self.lines) - MOST_KEPT - 1]["seq"]))

    def forget_until(self, seq: int) -> None:
        """Only what the server has signed for."""
        self.lines = [line for line in self.lines if int(line["seq"]) > seq]
        text = "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in self.lines)
        replace(self.lines_file, text)

    def save_state(self) -> None:
        replace(self.state_file, json.dumps(self.state))


def replace(path: Path, text: str) -> None:
    """The old file or the new one, never half of it."""
    draft = path.with_suffix(".baru")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


class Agent:
    """`run_name` marks one run: only within it can its steady clock tell how old a minute is."""

    def __init__(self, server: str, token: str, store: Store) -> None:
        self.url, self.store = server.rstrip("/") + DOOR, store
        self.name, _, self.secret = token.strip().partition(".")
        self.run_name, self.icmp = secrets.token_hex(8), icmp_allowed()

    def measure(self) -> None:
        targets = self.store.state["targets"]
        with ThreadPoolExecutor(max_workers=32) as crew:
            times = crew.map(lambda target: check(target["address"], self.icmp), targets)
            found = list(times)
        rows = [
            [targets[place]["point"], int(took is not None), took]
            for place, took in enumerate(found)
        ]
        if rows:
            line = {"seq": self.store.next_number(), "t": int(time.time()), "rows": rows}
            line |= {"mono": round(time.monotonic(), 1), "run": self.run_name}
            self.store.keep(line | {"offset": self.store.state["offset"]})

    def send(self) -> str:
        """Post the oldest lines; gives what went wrong, empty when nothing did."""
        body = self._body()
        signature = sign(self.secret, body)
        post = urllib.request.Request(self.url, data=body, method="POST")  # noqa: S310
        post.add_header("Content-Type", "application/json")
        post.add_header("X-Pemantau", self.name)
        post.add_header("X-Tanda", signature)
        try:
            with urllib.request.urlopen(post, timeout=15) as answer:  # noqa: S310
                text, sealed = answer.read(1_000_000), answer.headers.get("X-Tanda", "")
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.read(300).decode("utf-8", "replace").strip() or str(refusal.code)
        except (OSError, ValueError) as problem:
            return str(problem)
        if not hmac.compare_digest(sealed, sign(self.secret, signature.encode(), text)):
            return "jawaban tanpa tanda yang sah; menit tetap disimpan"
        self._take(json.loads(text))
        return ""

    def _body(self) -> bytes:
        lines = self.store.lines[:LONGEST_POST]
        post = {"number": self.store.next_number(), "lines": lines, "t": int(time.time())}
        post |= {"mono": round(time.monotonic(), 1), "run": self.run_name}
        post |= {"dropped": self.store.state["dropped"], "way": "icmp" if self.icmp else "tcp"}
        return json.dumps(post, separators=(",", ":")).encode()

    def _take(self, answer: dict[str, Any]) -> None:
        """Only an answer of the server itself reaches here."""
        if note := str(answer.get("note", "")):
            say(note)
        state = self.store.state
        state["targets"], state["offset"] = answer["targets"], answer["offset"]
        state["seq"] = max(int(state["seq"]), int(answer["last_number"]))
        self.store.forget_until(int(answer["acknowledged"]))
        self.store.save_state()

    def drain(self) -> str:
        """Send until nothing is left or something goes wrong."""
        trouble, before = self.send(), -1
        while not trouble and self.store.lines and len(self.store.lines) != before:
            before = len(self.store.lines)
            trouble = self.send()
        return trouble


def say(words: str) -> None:
    sys.stderr.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {words}\n")
    sys.stderr.flush()


def run(agent: Agent, every: float, rounds: int | None) -> None:
    """Measure and send every `every` seconds; a failed round is told and the next one goes on."""
    if trouble := agent.drain():
        say(trouble)
    while rounds is None or rounds > 0:
        begun = time.monotonic()
        agent.measure()
        trouble = agent.drain()
        say(trouble or f"{len(agent.store.state['targets'])} titik diperiksa dan terkirim")
        if agent.store.lines:
            say(f"{len(agent.store.lines)} menit disimpan, dikirim nanti")
        rounds = None if rounds is None else rounds - 1
        if rounds != 0:
            time.sleep(max(0.0, every - (time.monotonic() - begun)))


def main() -> int:
    parser = argparse.ArgumentParser(description="Pemantau Wi-Fi desa / village Wi-Fi probe")
    parser.add_argument("--server", required=True, help="alamat situs desa")
    parser.add_argument("--token-file", required=True, type=Path, help="berkas berisi token")
    parser.add_argument("--data", type=Path, default=Path("pemantau-data"))
    parser.add_argument("--every", type=float, default=MINUTE, help="detik, 10 sampai 60")
    parser.add_argument("--rounds", type=int, help="berhenti setelah sekian kali")
    given = parser.parse_args()
    every = min(MINUTE, max(10.0, given.every))
    if not given.server.startswith(("http://", "https://")):
        parser.error("alamat server diawali http:// atau https://")
    try:
        token = given.token_file.read_text(encoding="ascii")
    except (OSError, ValueError) as problem:
        parser.error(f"token tidak terbaca: {problem}")
    with contextlib.suppress(KeyboardInterrupt):
        run(Agent(given.server, token, Store(given.data)), every, given.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
