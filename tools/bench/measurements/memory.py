"""What web and worker hold after a busy day: 50 letters and 1,000 mixed requests on desa contoh."""

import re
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from uuid import uuid4

from tools.bench.measurement import Measurement
from tools.bench.serving import Server, serving
from tools.bench.visitor import Visitor
from tools.bench.workspace import Workspace

LETTERS, REQUESTS = 50, 1_000
NAMES = ("suwarni", "slamet", "sri wahyuni", "rizky", "aminah", "lestari", "nur hidayah", "budi")
KIND = "keterangan-domisili"
PUBLIC = ("/", "/surat/", f"/surat/{KIND}/", "/v/", "/en/", "/en/surat/", "/surat/status/")
CLERK = ("/kantor/", "/kantor/surat/", "/kantor/penduduk/", "/kantor/kesehatan/")
PERSON = re.compile(rb"/kantor/surat/warga/(\w+)/")
WAITING = re.compile(rb"/kantor/surat/setuju/(\w{13})/")
SETTLE = 3  # seconds for the worker to finish what was queued


def measure(place: Workspace) -> float:
    """Proportional set size of ./run and everything below it, in MB."""
    with serving(place) as server:
        _letters(server)
        for _answer in islice(_requests(server), REQUESTS):
            pass
        time.sleep(SETTLE)
        return round(sum(map(_pss_kb, _family(server.pid))) / 1024, 1)


def _letters(server: Server) -> None:
    clerk, kades = server.signed_in("Operator"), server.signed_in("Kepala Desa")
    people = _people(clerk)
    for number in range(LETTERS):
        answers = {
            "keperluan": f"keperluan nomor {number}",
            "sejak": "lahir",
            "again": "on",
            "kirim_id": str(uuid4()),
        }
        clerk.post(f"/kantor/surat/warga/{people[number % len(people)]}/{KIND}/", answers)
        found = WAITING.search(kades.get("/kantor/surat/setuju/").body)
        assert found
        path = f"/kantor/surat/setuju/{found[1].decode()}/"
        kades.get(path)
        kades.post(f"{path}setujui/", {})


def _people(clerk: Visitor) -> list[str]:
    pages = (clerk.post("/kantor/cari/", {"q": name}).body for name in NAMES)
    return sorted({found.decode() for page in pages for found in PERSON.findall(page)})


def _requests(server: Server) -> Iterator[object]:
    visitor, clerk = server.visitor(), server.signed_in("Sekretaris Desa")
    people = cycle(_people(clerk))
    public, office, names = cycle(PUBLIC), cycle(CLERK), cycle(NAMES)
    for number in cycle(range(10)):
        letter = f"/kantor/surat/warga/{next(people)}/"
        yield visitor.get(next(public))
        yield clerk.get(next(office))
        yield clerk.post("/kantor/cari/", {"q": next(names)})
        yield clerk.get(letter)
        yield clerk.post(f"{letter}{KIND}/pratinjau/", {"keperluan": f"nomor {number}"})


def _family(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text("ascii").split():
            yield from _family(int(child))


def _pss_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


MEASUREMENTS = [Measurement("pss_mb", "MB", 350, measure)]
