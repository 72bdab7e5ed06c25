"""The village's main job, step by step: a workbook in, a letter out, anyone may check it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from tests.journeys import paper
from tests.journeys.people import SUWARNI_NIK, workbook
from tests.journeys.screens import DESK, PHONE, Findings, Screen
from tests.journeys.server import Server

PASSWORD = "sawah hijau luas"
SEARCH_BOX = "Cari warga, surat, atau kode"
PURPOSE = "keringanan biaya rumah sakit"
STATUS_CODE = re.compile(r"\b[0-9A-Z]{3}-[0-9A-Z]{3}\b")
ONE_MORE = "Tetap buat satu surat lagi"
REDUCED_FEES = "Surat keterangan untuk keringanan biaya"
DOMICILE = "Surat keterangan domisili"


@dataclass
class Walk:
    """What everyone saw on the way."""

    findings: Findings = field(default_factory=Findings)
    texts: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)  # what the QR codes say
    pdf_words: str = ""
    picture_width: int = 0


class Village:
    """Who takes part in a walk, each with a browser of their own."""

    def __init__(self, browser: Browser, server: Server, walk: Walk, *, scripts: bool) -> None:
        def screen(size: tuple[int, int]) -> Screen:
            return Screen(browser, server.address, size, walk.findings, scripts=scripts)

        self.walk = walk
        self.operator, self.sekdes = screen(DESK), screen(DESK)
        self.kades, self.resident = screen(PHONE), screen(PHONE)

    def close(self) -> None:
        for each in (self.operator, self.sekdes, self.kades, self.resident):
            each.context.close()


@contextmanager
def village(browser: Browser, server: Server, walk: Walk, *, scripts: bool) -> Iterator[Village]:
    people = Village(browser, server, walk, scripts=scripts)
    yield people
    people.close()


def sign_in(screen: Screen, link: str) -> None:
    """The link opens a page; only its button makes the account usable."""
    screen.open(link)
    screen.fill("Kata sandi baru", PASSWORD)
    screen.fill("Sekali lagi", PASSWORD)
    screen.click("Simpan dan masuk")


def import_workbook(people: Village) -> None:
    screen = people.operator
    screen.click("Impor data warga", "link")
    file: Any = {"name": "penduduk.xlsx", "mimeType": "application/zip", "buffer": workbook()}
    screen.page.get_by_label("Lembar kerja penduduk").set_input_files(file)
    screen.click("Periksa berkas")
    people.walk.texts["preview"] = screen.text()
    screen.click("Masukkan yang benar saja")
    people.walk.texts["imported"] = screen.text()


def find(screen: Screen, words: str) -> None:
    screen.fill(SEARCH_BOX, words)
    screen.page.get_by_label(SEARCH_BOX).focus()
    screen.go("Enter")


def make_letter(screen: Screen, words: str, kind: str, purpose: str) -> str:
    """With the pointer; gives the status code of the slip."""
    find(screen, words)
    _open_person(screen)
    screen.click(kind, "link")
    screen.fill("Untuk keperluan apa?", purpose)
    _mean_it(screen)
    screen.click("Kirim untuk disetujui")
    return status_code(screen)


def _mean_it(screen: Screen) -> None:
    """A second letter of the same kind on one day wants its own tick."""
    if screen.page.get_by_label(ONE_MORE).count():
        screen.tick(ONE_MORE)


def _open_person(screen: Screen) -> None:
    screen.keys += 1
    with screen.page.expect_navigation():
        screen.page.locator("main").get_by_role("link").first.click()
    screen.look()


def make_letter_by_keys(people: Village) -> str:
    """J1: Suwarni comes with her daughter-in-law; the hands never leave the keyboard."""
    screen = people.operator
    screen.open("/kantor/")
    screen.keys = 0
    screen.press("F2")
    screen.type("suwar sendi")
    screen.go("Enter")
    people.walk.texts["found"] = screen.text()
    screen.go("Enter")
    screen.press("ArrowDown")
    screen.go("Enter")
    screen.fill("Untuk keperluan apa?", PURPOSE)
    screen.tick("Menantu")
    screen.fill("Nama pendamping", "Endang Susilowati")
    screen.go("Control+Enter")
    people.walk.counts["keys to the slip"] = screen.keys
    people.walk.texts["slip"] = screen.text()
    return status_code(screen)


def status_code(screen: Screen) -> str:
    found = STATUS_CODE.search(screen.text())
    assert found, screen.text()
    return found.group()


def approve_one(people: Village) -> None:
    screen = people.kades
    screen.open("/kantor/")
    screen.keys = 0
    screen.click("Baca dan setujui", "link")
    people.walk.texts["approval list"] = screen.text()
    screen.click("Baca Keringanan biaya", "link")
    picture = screen.page.locator("main img").first
    people.walk.picture_width = int(picture.evaluate("image => image.naturalWidth"))
    screen.click("Setujui surat ini")
    people.walk.counts["taps to approve one"] = screen.keys
    people.walk.texts["approved one"] = screen.heading()


def approve_rest(people: Village) -> None:
    screen = people.kades
    screen.open("/kantor/surat/setuju/")
    screen.keys = 0
    screen.tick("Pilih semua")
    screen.click("Setujui")
    people.walk.counts["taps to approve a batch"] = screen.keys
    people.walk.texts["approved batch"] = screen.heading()


def print_paper(screen: Screen, code: str) -> bytes:
    """Find the letter by its code and fetch what the button of its page prints."""
    find(screen, code)
    answer = screen.context.request.get(screen.address("Cetak surat"))
    assert answer.headers["content-type"] == "application/pdf"
    return answer.body()


def hand_over(people: Village, code: str, receiver: str) -> None:
    screen = people.operator
    find(screen, code)
    screen.fill("Diambil oleh", receiver)
    screen.tick("Surat sudah ditandatangani dan dicap")
    screen.click("Catat penyerahan")
    people.walk.texts["handed over"] = screen.text()


def check(people: Village, link: str, english: bool = False) -> str:
    """A stranger opens what the QR code says."""
    path = urlsplit(link).path
    people.resident.open(f"/en{path}" if english else path)
    return people.resident.text()


def ask_status(people: Village, code: str) -> str:
    people.resident.open("/surat/status/")
    people.resident.fill("Kode surat", code.lower())
    people.resident.click("Lihat")
    return people.resident.text()


def mistake_nik_for_code(people: Village) -> str:
    """Sixteen digits look like a code: people type their NIK where a code is asked."""
    people.resident.open("/v/")
    people.resident.fill("Kode di surat", SUWARNI_NIK)
    people.resident.click("Periksa")
    return people.resident.text()


def void(people: Village, code: str) -> None:
    screen = people.sekdes
    find(screen, code)
    screen.click("Cabut surat", "link")
    screen.fill("Alasan", "Keperluan tidak jadi.")
    screen.click("Cabut surat ini")


def replace(people: Village, code: str) -> None:
    """By the other valid letter of the same person, which the page offers."""
    screen = people.sekdes
    find(screen, code)
    screen.click("Ganti dengan surat yang benar", "link")
    screen.fill("Alasan", "Keperluan salah tulis.")
    screen.click("Ganti surat ini dengan yang benar")


def issue_on_the_spot(people: Village) -> str:
    """The resident waits, the kades is in the room."""
    screen = people.operator
    find(screen, "suwar sendi")
    _open_person(screen)
    screen.click(REDUCED_FEES, "link")
    screen.fill("Untuk keperluan apa?", "keringanan biaya sekolah")
    _mean_it(screen)
    screen.tick("Ditunggu, pejabat hadir")
    screen.click("Beri nomor, cetak surat")
    return status_code(screen)


def look_around(people: Village) -> None:
    """Pages beside the way."""
    for path in ("/", "/en/", "/surat/", "/surat/keterangan-tidak-mampu/", "/v/", "/akun/masuk/"):
        people.resident.open(path)
    for path in ("/kantor/", "/kantor/surat/", "/kantor/penduduk/", "/kantor/akun/"):
        people.operator.open(path)
        people.kades.open(path)
    people.sekdes.open("/kantor/akun/pejabat/")
    find(people.operator, "suwar sendi")
    _open_person(people.operator)
    people.operator.click("Data warga", "link")
    people.operator.click("Lihat kartu keluarga", "link")


def main_part(people: Village, links: dict[str, str]) -> tuple[str, str]:
    """Workbook to hand-over, all with buttons and links; gives the code and what the QR code says."""
    walk = people.walk
    sign_in(people.operator, links["operator"])
    import_workbook(people)
    code = make_letter(people.operator, "suwar sendi", REDUCED_FEES, PURPOSE)
    sign_in(people.kades, links["kades"])
    approve_one(people)
    printed = print_paper(people.operator, code)
    walk.pdf_words = paper.words(printed)
    hand_over(people, code, "Endang Susilowati")
    return code, paper.qr(printed)


def whole(people: Village, links: dict[str, str]) -> None:
    """With scripts: by keys, a batch, voided, replaced, and what strangers read."""
    walk = people.walk
    sign_in(people.operator, links["operator"])
    import_workbook(people)
    codes = {"replaced": make_letter_by_keys(people)}
    codes["voided"] = make_letter(people.operator, "slamet", DOMICILE, "melamar pekerjaan")
    codes["valid"] = make_letter(people.operator, "rizky", DOMICILE, "membuka rekening bank")
    sign_in(people.kades, links["kades"])
    approve_one(people)
    approve_rest(people)
    _print_all(people, codes)
    hand_over(people, codes["replaced"], "Endang Susilowati")
    walk.texts["status"] = ask_status(people, codes["replaced"])
    walk.texts["registered"] = check(people, walk.links["replaced"])
    walk.texts["in English"] = check(people, walk.links["replaced"], english=True)
    walk.texts["NIK as code"] = mistake_nik_for_code(people)
    sign_in(people.sekdes, links["sekdes"])
    void(people, codes["voided"])
    issue_on_the_spot(people)
    replace(people, codes["replaced"])
    for name in ("voided", "replaced"):
        walk.texts[name] = check(people, walk.links[name])
        walk.texts[f"{name} in English"] = check(people, walk.links[name], english=True)
    look_around(people)


def _print_all(people: Village, codes: dict[str, str]) -> None:
    for name, code in codes.items():
        printed = print_paper(people.operator, code)
        people.walk.links[name] = paper.qr(printed)
        if name == "replaced":
            people.walk.pdf_words = paper.words(printed)
