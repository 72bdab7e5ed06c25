from typing import Any

import pytest

from desa.foundation.core import gallery_samples as samples
from tests.foundation.core.ui_pages import part, read_part, render, text_of

PARTS: list[tuple[str, dict[str, Any], str]] = [
    ("button", {"text": "Kirim permohonan"}, "Kirim permohonan"),
    ("chip", {"state": "wait", "text": "Menunggu Anda"}, "Menunggu Anda"),
    ("pick", {"type": "radio", "name": "p", "value": "a", "text": "Diambil sendiri"}, "sendiri"),
    ("kv", {"rows": samples.REVIEW}, "Biaya rumah sakit"),
    ("promise", {"promise": samples.PROMISE}, "sebelum 15.00"),
    (
        "mask",
        {"label": "NIK", "masked": "3514••••", "show_url": "/x/", "csrf_token": "contoh"},
        "NIK 3514••••",
    ),
    (
        "table",
        {"caption": "Kegiatan", "head": samples.TABLE_HEAD, "rows": samples.TABLE_ROWS},
        "Rp58.200.000",
    ),
    (
        "empty",
        {"title": "Tidak ada surat menunggu.", "text": "Surat baru muncul di sini."},
        "muncul",
    ),
    (
        "note",
        {"icon": "wifi-off", "kind": "w", "title": "Internet putus.", "text": "Aman."},
        "Aman.",
    ),
    ("steps", {"items": samples.STEPS}, "Sejak Selasa 10.15"),
    ("cmd", {"search_url": "/cari/", "csrf_token": "contoh"}, "F2"),
    ("queue", {"items": samples.QUEUE}, "Suwarni"),
    ("appr", {"name": "surat", "items": samples.APPROVALS}, "Bu Endang memeriksa 09.42"),
    ("prog", {"items": samples.COUNTER_STEPS}, "Lengkapi"),
    ("opts", {"items": samples.RESULTS}, "Suwarno"),
    ("sheet", {"src": "/p.png", "alt": "Halaman 1", "width": 215, "height": 330}, ""),
    ("tiket", {"ticket": samples.TICKET}, "K7M4PX"),
    ("tiles", {"tiles": samples.TILES}, "Wi-Fi Desa"),
    ("scene", {}, ""),
    ("mark", {}, ""),
]


@pytest.mark.parametrize(("name", "parameters", "words"), PARTS, ids=[row[0] for row in PARTS])
def test_part_is_valid_html_and_says_its_words(
    name: str, parameters: dict[str, Any], words: str
) -> None:
    html = part(name, **parameters)

    assert words in text_of(read_part(html))
    assert "style=" not in html
    assert "<script" not in html


def test_button_with_an_address_is_a_link() -> None:
    html = part("button", text="Baca", href="/surat/", kind="2")

    link = read_part(html).find(".//a")
    assert link is not None
    assert (link.get("href"), link.get("class")) == ("/surat/", "btn btn-2")


def test_button_prints_its_key_and_can_belong_to_a_form_elsewhere() -> None:
    html = part(
        "button",
        text="Kirim",
        key="Ctrl+Enter",
        key_text="Ctrl Enter",
        form_id="f",
        name="a",
        value="b",
    )

    button = read_part(html).find(".//button")
    assert button is not None
    assert button.get("data-key") == "Ctrl+Enter"
    assert (button.get("form"), button.get("name"), button.get("value")) == ("f", "a", "b")
    assert text_of(button) == "Kirim Ctrl Enter"


def test_button_escapes_its_text() -> None:
    assert "<b>" not in part("button", text="<b>x</b>")


@pytest.mark.parametrize(
    ("state", "icon", "colour"),
    [
        ("idle", "circle-dashed", "idle"),
        ("run", "refresh-cw", "run"),
        ("wait", "hourglass", "wait"),
        ("ok", "circle-check", "ok"),
        ("late", "clock-alert", "late"),
        ("no", "circle-x", "late"),
    ],
)
def test_chip_has_the_fixed_icon_of_its_state(state: str, icon: str, colour: str) -> None:
    html = part("chip", state=state, text="kata")

    assert f"#i-{icon}" in html
    assert f'class="chip {colour}"' in html


def test_chip_with_its_own_icon() -> None:
    html = part("chip", state="wait", text="12.00", icon="clock")

    assert "#i-clock" in html
    assert "#i-hourglass" not in html


def test_review_row_without_address_cannot_be_changed() -> None:
    html = part("kv", rows=[{"label": "Biaya", "value": "Gratis", "free": True}])

    assert "Ubah" not in html
    assert 'class="free"' in html


def test_review_link_says_what_it_changes() -> None:
    html = part("kv", rows=[{"label": "HP", "value": "x", "url": "/u/", "change": "nomor"}])

    link = read_part(html).find(".//a")
    assert link is not None
    assert text_of(link) == "Ubah nomor"


def test_promise_track_ends_where_now_is() -> None:
    html = part("promise", promise=samples.PROMISE)

    assert '<rect x="61.1%" width="4"' in html
    assert 'fill="url(#p-tidak)"' in html
    assert "GRATIS" in html


def test_promise_geometry_has_no_comma_in_indonesian() -> None:
    html = render("{% load ui %}{% track shares 'x' %}", {"shares": [("used", 42.4)]})

    assert "42.4%" in html
    assert "42,4" not in html


def test_mask_is_shown_by_post_only() -> None:
    form = read_part(
        part("mask", label="NIK", masked="3514••••", show_url="/lihat/", csrf_token="t" * 64)
    ).find(".//form")

    assert form is not None
    assert (form.get("method"), form.get("action")) == ("post", "/lihat/")


def test_table_cells_repeat_the_column_title_for_the_card() -> None:
    table = read_part(part("table", caption="K", head=samples.TABLE_HEAD, rows=samples.TABLE_ROWS))

    cells = table.findall(".//td")
    assert [cell.get("data-l") for cell in cells] == ["Anggaran", "Keadaan"] * 2
    assert [cell.get("class") for cell in cells] == ["num", None] * 2
    assert len(table.findall(".//tbody//th")) == 2


def test_steps_mark_only_the_present_one() -> None:
    items = read_part(part("steps", items=samples.STEPS)).findall(".//li")

    assert [item.get("aria-current") for item in items] == [None, None, "step", None]
    assert [item.get("class") for item in items] == [None, "no", "now", "todo"]


def test_approval_to_read_first_cannot_be_ticked() -> None:
    items = read_part(part("appr", name="surat", items=samples.APPROVALS)).findall(".//li")

    boxes = [item.find(".//input") for item in items]
    assert boxes[0] is not None
    assert boxes[0].get("aria-label") == "Pilih Pengantar SKCK, Rizky Pratama · Klampok"
    assert boxes[1] is None


def test_bar_says_known_and_possible_in_words() -> None:
    html = render('{% load ui %}{% bar 41 63 "Warga terjangkau" "41 % sampai 63 %" %}')

    assert 'aria-label="Warga terjangkau: 41 % sampai 63 %"' in html
    assert 'x="41%" y="2" width="22%"' in html
    read_part(html)


def test_stat_names_value_and_interval() -> None:
    html = render('{% load ui %}{% stat 31 24 39 "Literasi digital" %}')

    assert "Literasi digital: nilai 31, antara 24 dan 39 dari 100" in html
    assert 'cx="31%"' in html
    read_part(html)


def test_dots_draw_one_square_for_each_letter() -> None:
    html = render('{% load ui %}{% dots 5 2 "5 surat" %}')

    assert html.count('class="f1"') == 3
    assert html.count('class="dx"') == 2
    read_part(html)


def test_stair_marks_the_stage() -> None:
    items = read_part(
        render("{% load ui %}{% stair levels 2 %}", {"levels": samples.LEVELS})
    ).findall(".//li")

    assert [item.get("class") for item in items] == ["on", "on", None, None, None]
    assert [item.get("aria-current") for item in items] == [None, "step", None, None, None]
