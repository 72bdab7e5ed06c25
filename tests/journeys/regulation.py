"""J8, the rules part: a Perdes and an SK on the shelf, tied to each other and to a budget line."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desa.transparency.regulations.engine.plain_pdf import plain_pdf
from desa.transparency.regulations.enums import Kind, RelationKind
from tests.journeys.journey import Village, sign_in
from tests.journeys.screens import Screen

UMBRELLA, POKMAS = "Penyelenggaraan Desa Digital", "Pembentukan Pokmas G4S"
RARE_WORD = "wifisendi"
LEFT = timedelta(days=30)


def ending() -> str:
    """A month from now, so that the reminder of sixty days stands."""
    return f"{datetime.now(ZoneInfo('Asia/Jakarta')) + LEFT:%d-%m-%Y}"


def _facts(screen: Screen, kind: Kind, number: str, title: str) -> None:
    screen.page.locator("[name=kind]").select_option(kind.value)
    screen.page.locator("[name=number]").fill(number)
    screen.page.locator("[name=year]").fill("2026")
    screen.page.locator("[name=title]").fill(title)
    screen.page.locator("[name=enacted_on]").fill("12-01-2026")


def _file(screen: Screen, *words: str) -> None:
    pdf: Any = {"name": "naskah.pdf", "mimeType": "application/pdf", "buffer": plain_pdf([*words])}
    screen.page.locator("[name=file]").set_input_files(pdf)


def record_umbrella(screen: Screen) -> None:
    screen.click("Catat peraturan", "link")
    _facts(screen, Kind.PERDES, "4", UMBRELLA)
    screen.page.locator("[name=bpd_agreed_on]").fill("10-01-2026")
    screen.page.locator("[name=promulgated_on]").fill("13-01-2026")
    screen.page.locator("[name=lines]").fill("2026 · 1.4.08")
    screen.page.locator("[name=instruments][value=perdes-desa-digital]").check()
    _file(screen, "PERATURAN DESA TENTANG DESA DIGITAL", f"Pasal 1. {RARE_WORD} dirawat warga.")
    screen.click("Simpan")


def record_pokmas(people: Village) -> None:
    """First with its days the wrong way round: refused, with nothing typed lost."""
    screen = people.sekdes
    screen.open("/kantor/produk-hukum/")
    screen.click("Catat peraturan", "link")
    _facts(screen, Kind.DECREE, "9", POKMAS)
    screen.page.locator("[name=valid_from]").fill("12-01-2026")
    screen.page.locator("[name=valid_to]").fill("11-01-2026")
    screen.click("Simpan")
    people.walk.texts["refused"] = screen.text()
    screen.page.locator("[name=valid_to]").fill(ending())
    screen.page.locator("[name=word_1]").select_option(RelationKind.IMPLEMENTS.value)
    screen.page.locator("[name=target_1]").select_option(index=1)
    _file(screen, "KEPUTUSAN KEPALA DESA", "Kesatu. Membentuk Pokmas G4S.")
    screen.click("Simpan")
    people.walk.texts["recorded"] = screen.text()


def look_through(people: Village) -> None:
    screen, texts = people.sekdes, people.walk.texts
    for name, path in (("expiring", "habis/"), ("missing", "kurang/")):
        screen.open(f"/kantor/produk-hukum/{path}")
        texts[name] = screen.text()
    screen.page.locator("main a[href*='/kurang/']").first.click()
    screen.look()
    texts["draft"] = screen.text()


def read_the_shelf(people: Village) -> None:
    """A resident on a phone looks for a word that stands in the text of the Perdes only."""
    screen, texts = people.resident, people.walk.texts
    screen.open("/produk-hukum/")
    screen.page.locator("main input[name=q]").fill(RARE_WORD)
    screen.click("Tampilkan")
    texts["found"] = screen.text()
    screen.click(UMBRELLA, "link")
    texts["perdes"] = screen.text()
    screen.open("/produk-hukum/peta/")
    texts["map"] = screen.text()


def whole(people: Village, link: str) -> None:
    sign_in(people.sekdes, link)
    people.sekdes.open("/kantor/produk-hukum/")
    record_umbrella(people.sekdes)
    record_pokmas(people)
    look_through(people)
    read_the_shelf(people)
