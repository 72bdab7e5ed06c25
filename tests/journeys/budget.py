"""J5: a printed budget comes in, is completed, published in one act, read and asked about."""

from dataclasses import replace
from typing import Any

from tests.journeys.journey import Village, sign_in
from tests.journeys.screens import Screen
from tests.transparency.budgets.papers import ITEMS, Cells, penjabaran, perubahan, place, put, xlsx

FIRST = tuple(replace(item, amount=item.before) for item in ITEMS)
QUESTION = "Saluran Winog kapan dikerjakan?"
READING_MS = 3000  # the form takes nothing that is sent faster than anyone reads
PUBLISHING_MS = 60_000


def wrong(rows: list[Cells]) -> list[Cells]:
    """One figure a million too low, so that the sums above it do not hold."""
    return put(rows, place(rows, "Belanja Bantuan Bibit"), 5, "14.000.000,00")


def upload(screen: Screen, rows: list[Cells], stage: str) -> str:
    """To the page that says what was found; gives its words."""
    screen.open("/kantor/apbdes/impor/")
    screen.fill("Tahun anggaran", "2026")
    screen.page.get_by_label("Isi berkas").select_option(stage)
    file: Any = {"name": "apbdes.xlsx", "mimeType": "application/zip", "buffer": xlsx(rows)}
    screen.page.get_by_label("Cetakan Excel dari Siskeudes").set_input_files(file)
    screen.click("Periksa berkas")
    return screen.text()


def complete(screen: Screen, number: str) -> None:
    screen.click("Isi keterangan", "link")
    screen.fill("Nomor Perdes", number)
    screen.fill("Tanggal Perdes", "22-12-2025")
    screen.fill("Tanggal disepakati BPD", "20-12-2025")
    screen.fill("Alamat pengaduan", "Loket kantor desa")
    screen.click("Simpan")
    screen.click("Isi pelaksana kegiatan", "link")
    screen.click("Simpan semua pelaksana")


def publish(screen: Screen) -> None:
    screen.click("Terbitkan untuk warga")
    screen.page.get_by_text("Sudah terbit.").wait_for(timeout=PUBLISHING_MS)
    screen.look()


def import_budget(people: Village, link: str) -> None:
    screen, texts = people.sekdes, people.walk.texts
    sign_in(screen, link)
    texts["broken"] = upload(screen, wrong(penjabaran(FIRST)), "ditetapkan")
    screen.click("Buang berkas ini")
    texts["examined"] = upload(screen, penjabaran(FIRST), "ditetapkan")
    screen.click("Simpan sebagai konsep terbitan")
    texts["gate"] = screen.text()
    complete(screen, "6 Tahun 2025")
    texts["ready"] = screen.text()
    publish(screen)
    texts["published"] = screen.text()


def read_and_ask(people: Village, screen: Screen) -> None:
    screen.open("/apbdes/")
    screen.page.locator("summary").nth(1).click()
    screen.look()
    people.walk.texts["budget"] = screen.text()
    screen.page.get_by_role("link", name="Semua tentang bidang ini").first.click()
    screen.look()
    screen.page.locator("main table a").last.click()
    screen.look()
    people.walk.texts["kegiatan"] = screen.text()


def ask(people: Village) -> None:
    screen = people.resident
    screen.click("Tanya angka ini", "link")
    screen.fill("Apa yang ingin Anda tanyakan?", QUESTION)
    screen.page.wait_for_timeout(READING_MS)
    screen.click("Lanjut")
    screen.page.wait_for_timeout(READING_MS)
    screen.click("Kirim pertanyaan")
    people.walk.texts["asked"] = screen.text()


def change(people: Village) -> None:
    screen = people.sekdes
    upload(screen, perubahan(), "perubahan")
    screen.click("Simpan sebagai konsep terbitan")
    complete(screen, "3 Tahun 2026")
    publish(screen)
    for reader in (people.resident, people.operator):
        reader.open("/apbdes/2026/perubahan-1/perubahan/")
        people.walk.texts["change"] = reader.text()
        reader.open("/apbdes/2026/ditetapkan-1/")
        people.walk.texts["old"] = reader.text()


def whole(people: Village, links: dict[str, str]) -> None:
    import_budget(people, links["sekdes"])
    read_and_ask(people, people.operator)
    read_and_ask(people, people.resident)
    ask(people)
    change(people)
