"""J11: a card in two minutes, its seller's word, an order, a new price, a bazaar; step by step."""

import re

from tests.journeys.complaint import photo_file, picture
from tests.journeys.journey import Village, sign_in
from tests.journeys.screens import Screen

PRODUCT, PHONE, DIGITS = "Jamu kunyit asam", "0812-3456-7890", "81234567890"
LINK = re.compile(r"/lapak/penjual/[A-Za-z0-9_-]{32}/")


def whole(people: Village, links: dict[str, str]) -> None:
    maker, seller, texts = people.kades, people.resident, people.walk.texts
    sign_in(maker, links["operator"])
    shelves(maker)
    texts["claim"] = make(maker)
    texts["link"] = send(maker)
    agree(seller, texts["link"])
    texts["source"] = order(seller, people)
    price(maker, people)
    bazaar(maker)
    report(seller)
    sign_in(people.sekdes, links["sekdes"])
    desk(people.sekdes)


def shelves(screen: Screen) -> None:
    """The groups that ship: the worker's first round has brought them, or the button does."""
    screen.open("/kantor/lapak/kelompok/")
    if "bawaan" in screen.text():
        screen.click("Pakai 14 kelompok bawaan")


def make(screen: Screen) -> str:
    """The words first refused for a promise, then kind; the photo after them. Gives the refusal."""
    screen.open("/kantor/lapak/baru/")
    screen.keys = 0
    screen.fill("Nama barang", PRODUCT)
    screen.fill("Satuan", "botol 300 ml")
    screen.fill("Harga", "3000")
    screen.page.get_by_label("Kelompok").select_option(label="Jamu")
    screen.fill("Nama penjual", "Bu Siti")
    screen.fill("Nomor WhatsApp penjual", PHONE)
    screen.fill("Keterangan", "Menyembuhkan asam urat")
    screen.click("Simpan, lanjut ke foto")
    refusal = screen.text()
    screen.fill("Keterangan", "Segar, dari kunyit dan asam")
    screen.click("Simpan, lanjut ke foto")
    screen.page.get_by_label("Foto barang").set_input_files(photo_file(picture()))
    if screen.scripts:
        screen.page.get_by_text("Foto sudah terkirim").wait_for()
    screen.click("Simpan foto")
    return refusal


def send(screen: Screen) -> str:
    """The address that stands in the message to the seller."""
    screen.click("Kirim tautan ke penjual")
    found = LINK.search(screen.text())
    assert found, screen.text()
    return found.group()


def agree(screen: Screen, link: str) -> None:
    screen.open(link)
    screen.open(link)
    screen.click("Ya, tampilkan")
    assert "tampil di Lapak Desa" in screen.text()


def order(screen: Screen, people: Village) -> str:
    """From the list to the words of the order; gives the sources of both pages before the press."""
    screen.open("/lapak/")
    sources = screen.page.content()
    screen.click(PRODUCT, "link")
    sources += screen.page.content()
    screen.fill("Berapa banyak?", "2")
    screen.click("Pesan lewat WA")
    people.walk.texts["order"] = (
        screen.text() + screen.page.get_by_label("Isi pesannya").input_value()
    )
    people.walk.links["order"] = screen.address("Buka WhatsApp")
    return sources


def price(screen: Screen, people: Village) -> None:
    """She writes a new price by WhatsApp, the maker takes it over."""
    screen.open("/kantor/lapak/")
    screen.click(PRODUCT, "link")
    screen.click("Ganti harga", "link")
    screen.fill("Harga baru", "3.500")
    screen.tick("Pesan WhatsApp dari penjual")
    screen.click("Ganti harga")
    people.resident.open("/lapak/")
    people.resident.click(PRODUCT, "link")
    people.walk.texts["history"] = people.resident.text()


def bazaar(screen: Screen) -> None:
    screen.open("/kantor/lapak/bazar/")
    screen.click("Catat acara", "link")
    screen.fill("Nama acara", "Bazar Pandaan")
    screen.fill("Tanggal", "5 Desember 2030")
    screen.fill("Tempat", "Lapangan")
    screen.click("Simpan, lalu pilih penjual")
    screen.click("Undang lewat WA")
    screen.click("Kembali", "link")
    screen.click("Ikut")


def report(screen: Screen) -> None:
    screen.click("Ada yang salah di kartu ini?", "link")
    screen.tick("Nomornya salah")
    screen.click("Kirim laporan")


def desk(screen: Screen) -> None:
    screen.open("/kantor/lapak/")
    screen.click("laporan tentang kartu", "link")
    screen.click(PRODUCT, "link")
    screen.click("Selesaikan laporan ini", "link")
    screen.fill("Apa hasilnya?", "Nomornya sudah dicoba dan benar")
    screen.click("Simpan hasilnya")
    for path in ("aplikasi/", "kelompok/", "bazar/", "?tampil=tampil"):
        screen.open(f"/kantor/lapak/{path}")
    screen.open("/lapak/")
    screen.click(PRODUCT, "link")
