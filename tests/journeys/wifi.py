"""J9: a point with its probe, an RT on the map, "Wi-Fi mati" from a telephone, and where the next one should stand."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desa.infrastructure.connectivity.engine.probe import Agent, Store
from tests.journeys.journey import Village, import_workbook, sign_in
from tests.journeys.screens import Screen

CALCULATING_MS = 60_000
PLACE = {"Lintang": "-7,640000", "Bujur": "112,700000"}
WALK = "20 -42\n60 -55\n100 -63\n140 -69\n180 -78"


@contextmanager
def point_that_answers() -> Iterator[str]:
    """Something on this machine that takes connections, as the device of a point does."""
    with socket.create_server(("127.0.0.1", 0)) as line:
        yield f"127.0.0.1:{line.getsockname()[1]}"


def add_probe(screen: Screen) -> str:
    screen.open("/kantor/wifi/pemantau/")
    screen.fill("Nama alat", "Alat balai dusun")
    screen.click("Buat token")
    return str(screen.page.get_by_label("Isi token.txt").input_value())


def add_point(screen: Screen, address: str) -> None:
    screen.open("/kantor/wifi/titik/")
    screen.fill("Nama titik", "Balai Dusun Sendi")
    screen.page.get_by_label("Dusun").first.select_option("Sendi")
    for label, value in PLACE.items():
        screen.fill(label, value)
    screen.fill("Dipakai sejak", "1-1-2026")
    screen.fill("Nama jaringan", "SENDI")
    screen.page.get_by_label("Pemantau").select_option("Alat balai dusun")
    screen.fill("Alamat yang diperiksa", address)
    screen.click("Simpan titik")
    screen.click("Uji jalan", "link")
    screen.fill("Tanggal jalan", "20-1-2026")
    screen.fill("Meter dan kuat sinyal", WALK)
    screen.click("Simpan uji jalan")


def place_first_rt(screen: Screen) -> None:
    screen.open("/kantor/wifi/peta/")
    ring = [[112.69, -7.65], [112.71, -7.65], [112.71, -7.63], [112.69, -7.65]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    features = [{"type": "Feature", "properties": {"nama": "Sendi"}, "geometry": shape}]
    content = json.dumps({"type": "FeatureCollection", "features": features}).encode()
    file: Any = {"name": "peta.geojson", "mimeType": "application/json", "buffer": content}
    screen.page.get_by_label("Berkas GeoJSON").set_input_files(file)
    screen.click("Unggah peta")
    screen.click("Isi letak", "link")
    for label, value in PLACE.items():
        screen.fill(label, value)
    screen.click("Simpan letak")


def watch(address: str, token: str, folder: Path) -> str:
    """The very program that the office hands out, for two rounds."""
    agent = Agent(address, token, Store(folder))
    trouble = agent.drain()
    agent.measure()
    return trouble or agent.drain()


def press_the_button(people: Village, path: str, screen: Screen) -> None:
    screen.open(path)
    screen.click("Wi-Fi mati? Lapor", "link")
    screen.page.get_by_label("Titik yang mana?").select_option(index=1)
    screen.click("Wi-Fi mati")
    people.walk.texts["thanks"] = screen.text()


def plan(people: Village) -> None:
    screen = people.sekdes
    screen.open("/kantor/wifi/rencana/")
    screen.click("Tambah calon titik", "link")
    screen.fill("Nama calon titik", "Musala")
    screen.page.get_by_label("Dusun").first.select_option(index=1)
    for label, value in {**PLACE, "Perkiraan jangkauan": "200"}.items():
        screen.fill(label, value)
    screen.fill("Biaya pasang", "6.200.000")
    screen.fill("Biaya setahun", "1.310.000")
    screen.click("Simpan calon")
    screen.fill("Dana untuk memasang", "1.000.000")
    screen.fill("Dana setahun untuk merawat", "9.000.000")
    screen.click("Hitung")
    calculated(screen)
    people.walk.texts["plan"] = screen.text()
    screen.fill("Keterangan untuk warga", "Diusulkan ke Musrenbangdes")
    screen.click("Tampilkan")
    people.walk.texts["shown"] = screen.text()


def calculated(screen: Screen) -> None:
    for _ in range(CALCULATING_MS // 1000):
        if "Sedang dihitung" not in screen.text():
            break
        screen.page.wait_for_timeout(1000)
        screen.page.reload()
    screen.look()


def whole(people: Village, links: dict[str, str], address: str, folder: Path) -> None:
    sign_in(people.operator, links["operator"])
    import_workbook(people)
    sign_in(people.sekdes, links["sekdes"])
    token = add_probe(people.sekdes)
    with point_that_answers() as device:
        add_point(people.sekdes, device)
        people.walk.texts["probe"] = watch(address, token, folder)
    place_first_rt(people.sekdes)
    press_the_button(people, "/wifi/", people.resident)
    people.sekdes.open("/kantor/wifi/")
    people.walk.texts["office"] = people.sekdes.text()
    plan(people)
    for screen in (people.resident, people.sekdes):
        screen.open("/wifi/?lagi")
        people.walk.texts["public"] = screen.text()
        screen.open("/wifi/rencana/")
