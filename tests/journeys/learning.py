"""J10: a class for elders, help that the resident confirms, and two who can restore a backup."""

import re
from typing import Any

from tests.journeys.journey import Village, import_workbook, sign_in
from tests.journeys.screens import Screen

CODE = re.compile(r"\b[0-9A-Z]{3}-[0-9A-Z]{3}\b")
BEFORE = ("1000", "0000", "0100", "1100", "0000", "1000", "0100", "0000")
AFTER = ("1110", "1101", "0110", "1111", "1100", "1011", "1110", "0100")
NEIGHBOURS = 7


def appoint_cadre(people: Village) -> None:
    """The sekdes gives Rina an account and her dusun; her phone opens the link."""
    screen = people.sekdes
    screen.open("/kantor/akun/pejabat/")
    screen.page.get_by_label("Jabatan", exact=True).select_option("kader")
    screen.fill("Sebutan di surat", "Kader")
    screen.fill("Nama dengan gelar", "Rina")
    screen.fill("Menjabat sejak", "01-11-2026")
    screen.page.locator("#id_username").fill("rina")
    screen.click("Simpan pejabat")
    screen.click("Buat tautan kata sandi Rina")
    link = re.search(r"/akun/tautan/[\w-]+/", screen.text())
    assert link, screen.text()
    sign_in(people.kades, link.group())
    people.kades.open("/kantor/belajar/")
    people.walk.texts["without dusun"] = people.kades.text()
    screen.open("/kantor/belajar/kader/")
    screen.fill("Nama kader", "Rina")
    choose(screen, "dusun", "Sendi")
    choose(screen, "user", "Rina")
    screen.click("Simpan kader")


def choose(screen: Screen, field: str, words: str) -> None:
    """An option by its words, in whatever case the register has them."""
    box = screen.page.locator(f"#id_{field}")
    option = box.locator("option", has_text=re.compile(f"^{words}$", re.IGNORECASE))
    box.select_option(str(option.get_attribute("value")))


def hold_class(people: Village, begun: tuple[str, str]) -> None:
    """On the cadre's phone: Suwarni by name, seven without; the marks as they stand on the sheet."""
    screen = people.kades
    screen.open("/kantor/belajar/kelas/baru/")
    screen.tick("Layanan desa lewat HP")
    screen.page.get_by_label("Pengajar").select_option(index=1)
    screen.fill("Tempat", "Serambi musala")
    screen.fill("Tanggal", begun[0])
    screen.fill("Jam mulai", begun[1])
    screen.click("Umumkan kelas")
    screen.click("Tambah peserta", "link")
    screen.fill("Cari nama warga", "suwarni")
    screen.click("Cari")
    people.walk.texts["found"] = screen.text()
    screen.tick("SUWARNI setuju")
    screen.click("Daftarkan SUWARNI")
    for _neighbour in range(NEIGHBOURS):
        screen.click("Tambah peserta", "link")
        screen.tick("55 tahun ke atas")
        screen.tick("Perempuan")
        screen.tick("Setuju hasil tugasnya dicatat")
        screen.click("Daftarkan tanpa nama")
    type_marks(screen)
    people.walk.texts["class"] = screen.text()


def type_marks(screen: Screen) -> None:
    screen.click("Ketik hasil", "link")
    for number, (before, after) in enumerate(zip(BEFORE, AFTER, strict=True), 1):
        screen.fill(f"Nomor {number}, sebelum kelas", before)
        screen.fill(f"Nomor {number}, sesudah kelas", after)
    screen.click("Simpan hasil")


def withdraw_last(people: Village) -> None:
    screen = people.kades
    screen.click("Tarik nomor 8", "link")
    screen.click("Hapus hasilnya")
    people.walk.texts["after withdrawal"] = screen.text()


def note_help(screen: Screen) -> str:
    """One screen; gives the code that the resident is told."""
    screen.open("/kantor/belajar/")
    screen.click("Catat pendampingan", "link")
    screen.keys = 0
    screen.tick("55 tahun ke atas")
    screen.tick("Sambung Wi-Fi")
    screen.click("Simpan")
    found = CODE.search(screen.text())
    assert found, screen.text()
    return found.group()


def say_yes(screen: Screen, code: str) -> None:
    screen.open("/belajar/")
    screen.click("Saya dibantu kader", "link")
    screen.fill("Kode dari kader", code.lower())
    screen.click("Lihat")
    screen.click("Ya, saya dibantu")


def help_five(people: Village) -> None:
    """Two say yes on their phone, two by thumb and RT on the sheet, one says no."""
    codes = [note_help(people.kades) for _help in range(5)]
    people.walk.counts["keys for one help"] = people.kades.keys
    people.walk.texts["help of the cadre"] = people.kades.text()
    for code in codes[:2]:
        say_yes(people.resident, code)
    people.walk.texts["yes"] = people.resident.text()
    deny(people.resident, codes[2])
    for code, how in zip(codes[3:], ("Cap jempol", "Ketua RT"), strict=True):
        type_sheet(people.operator, code, how)
    people.operator.open("/kantor/belajar/")
    people.walk.texts["overview"] = people.operator.text()


def deny(screen: Screen, code: str) -> None:
    screen.open(f"/belajar/ya/{code.replace('-', '')}/")
    screen.click("Bukan, ini keliru")


def type_sheet(screen: Screen, code: str, how: str) -> None:
    """The sheet holds the code; the operator finds the note that carries it."""
    screen.open("/kantor/belajar/")
    links = screen.page.locator("main td, main th").get_by_role("link")
    addresses = {str(link.get_attribute("href")) for link in links.all()}
    for address in sorted(addresses):
        screen.open(address)
        if code in screen.text() and screen.page.get_by_label(how).count():
            screen.tick(how)
            screen.click("Simpan dari lembar")
            return
    raise AssertionError(f"no note with {code}")


def master_backup(people: Village) -> None:
    """Two pass "restore backup" before the sekdes."""
    screen = people.sekdes
    for name in ("Dewi", "Hariyono"):
        screen.open("/kantor/belajar/mampu/cadangan/")
        screen.page.get_by_label("Siapa yang Anda amati?").select_option(label=name)
        for box in screen.page.get_by_role("checkbox").all():
            box.check()
        screen.click("Simpan pengamatan")
    people.walk.texts["matrix"] = screen.text()
    screen.open("/kantor/belajar/mandiri/")
    people.walk.texts["alone"] = screen.text()


def read_and_practise(people: Village) -> None:
    screen = people.resident
    for page in ("/belajar/", "/en/belajar/"):
        people.operator.open(page)
        screen.open(page)
    screen.open("/belajar/")
    people.walk.texts["public"] = screen.text()
    screen.click("Latihan dengan data contoh", "link")
    screen.click("Buka formulir latihan", "link")
    screen.fill("Nama contoh", "Karangan")
    screen.fill("Usaha contoh", "Warung")
    screen.fill("Sejak tahun berapa", "2020")
    screen.click("Kirim permohonan contoh")
    screen.click("Lihat statusnya", "link")
    screen.fill("Kode", "CNT-H22")
    screen.click("Lihat")
    people.walk.texts["practice"] = screen.text()


def follow_cards(people: Village) -> None:
    for screen in (people.operator, people.kades):
        screen.open("/kantor/belajar/kartu/")
        people.walk.counts["cards"] = (
            screen.page.locator("main section").first.locator("li").count()
        )
        screen.page.locator("main section").first.get_by_role("link").first.click()
        screen.look()


def whole(people: Village, links: dict[str, Any], begun: tuple[str, str]) -> None:
    sign_in(people.operator, links["operator"])
    import_workbook(people)
    sign_in(people.sekdes, links["sekdes"])
    appoint_cadre(people)
    hold_class(people, begun)
    withdraw_last(people)
    help_five(people)
    master_backup(people)
    read_and_practise(people)
    follow_cards(people)
