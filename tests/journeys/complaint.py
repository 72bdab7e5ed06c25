"""J4: a complaint that finishes only on its reporter's word, step by step."""

import io
import re
from typing import Any

from PIL import Image
from pillow_heif import from_pillow

from tests.journeys.journey import Village, sign_in
from tests.journeys.screens import Screen

STORY = "Lampu jalan mati dekat musala Winog sejak Minggu"
CHAT = (
    "[15/11/26 18.40] Nur Hidayah: Lampu jalan mati dekat musala Winog\n"
    "[15/11/26 18.41] Nur Hidayah: jangan telepon ya, saya tuli"
)
ABOUT_KADES = "Kepala desa tidak menjawab surat warga"
CODE = re.compile(r"\b[0-9A-Z]{3}-[0-9A-Z]{3}\b")
READING_MS = 3000  # the form takes nothing that is sent faster than anyone reads


def picture(kind: str = "JPEG", size: tuple[int, int] = (1200, 900)) -> bytes:
    """A noisy photo: it does not get small by itself."""
    noise, buffer = Image.effect_noise(size, 70).convert("RGB"), io.BytesIO()
    if kind == "HEIC":
        from_pillow(noise).save(buffer, quality=75)
    else:
        noise.save(buffer, kind, quality=92)
    return buffer.getvalue()


def photo_file(content: bytes, kind: str = "image/jpeg") -> Any:
    return {"name": "IMG_0001", "mimeType": kind, "buffer": content}


def begin(screen: Screen, kind: str = "Lampu jalan") -> None:
    screen.open("/pengaduan/")
    screen.click("Buat laporan", "link")
    screen.tick(kind)
    screen.click("Lanjut")


def report(screen: Screen, story: str, content: bytes | None = None) -> str:
    """From "where" to the code of the result page."""
    screen.click("Lanjut")
    screen.fill("Apa yang terjadi?", story)
    if content:
        screen.page.get_by_label("Foto").set_input_files(photo_file(content))
    screen.click("Lanjut")
    screen.click("Lanjut")
    screen.page.wait_for_timeout(READING_MS)
    screen.click("Kirim laporan")
    return code_on(screen)


def code_on(screen: Screen) -> str:
    found = CODE.search(screen.text())
    assert found, screen.text()
    return found.group()


def file_from_phone(people: Village) -> str:
    begin(people.resident)
    code = report(people.resident, STORY, picture())
    people.walk.texts["filed"] = people.resident.text()
    return code


def file_about_kades(people: Village) -> str:
    begin(people.resident, "Perilaku perangkat")
    people.resident.tick("Kepala Desa")
    people.resident.click("Lanjut")
    return report(people.resident, ABOUT_KADES)


def paste_chat(people: Village) -> None:
    """The operator copies what Nur wrote; her name is kept apart."""
    screen = people.operator
    screen.open("/kantor/pengaduan/tempel/")
    screen.fill("Percakapan WhatsApp", CHAT)
    screen.click("Lanjut")
    people.walk.texts["pasted"] = screen.page.get_by_label("Apa yang terjadi?").input_value()
    screen.page.get_by_label("Jenis", exact=True).select_option("pju")
    screen.click("Simpan pengaduan")
    people.walk.texts["taken"] = screen.text()


def take_step(screen: Screen, step: str, label: str = "", words: str = "") -> None:
    screen.click(step, "link")
    if label:
        screen.fill(label, words)
    screen.click(step)


def work(people: Village, answer: str, again: bool = False) -> None:
    """The sekdes, who may act for the owner, from the list to the answer."""
    screen = people.sekdes
    screen.open("/kantor/pengaduan/?tampil=semua")
    screen.page.get_by_role("link", name=STORY[:20]).last.click()
    screen.look()
    if not again:
        take_step(screen, "Sudah saya periksa")
        take_step(screen, "Tindak lanjuti", "Apa yang dikerjakan?", "Lampu dipesan")
    take_step(screen, "Tanggapi dan tanya pelapor", "Tanggapan", answer)


def look_up(people: Village, code: str) -> Screen:
    screen = people.resident
    screen.open("/pengaduan/status/")
    screen.fill("Kode laporan", code.lower())
    screen.click("Lihat")
    return screen


def say(people: Village, code: str, word: str, reason: str = "") -> None:
    screen = look_up(people, code)
    if reason:
        screen.fill("Kalau belum, apa yang belum beres?", reason)
    screen.click(word)
    people.walk.texts[word] = screen.text()


def whole(people: Village, links: dict[str, str]) -> None:
    walk = people.walk
    code = file_from_phone(people)
    hidden = file_about_kades(people)
    sign_in(people.operator, links["operator"])
    paste_chat(people)
    sign_in(people.sekdes, links["sekdes"])
    work(people, "Lampu sudah diganti")
    say(people, code, "BELUM", "Kabel ternyata putus")
    work(people, "Kabel sudah disambung", again=True)
    say(people, code, "SUDAH")
    sign_in(people.kades, links["kades"])
    people.kades.open("/kantor/pengaduan/?tampil=semua")
    walk.texts["list of the kades"] = people.kades.text()
    people.kades.open("/kantor/riwayat/")
    walk.texts["history of the kades"] = people.kades.text()
    walk.texts["status of the hidden one"] = look_up(people, hidden).text()
    _read_as_anyone(people)


def _read_as_anyone(people: Village) -> None:
    screen = people.resident
    screen.open("/pengaduan/")
    people.walk.texts["public list"] = screen.text()
    screen.page.locator("main ul.list a").last.click()
    screen.look()
    people.walk.texts["public case"] = screen.text()
    for path in ("/en/pengaduan/", "/en/pengaduan/lapor/"):
        screen.open(path)
