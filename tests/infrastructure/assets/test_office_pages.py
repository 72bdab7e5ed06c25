"""The office pages of assets: what is typed is written, what cannot be is said in words."""

from collections.abc import Mapping
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.infrastructure.assets import actions
from desa.infrastructure.assets.enums import Condition, OrderState, Origin
from desa.infrastructure.assets.models import (
    Asset,
    AssetCheck,
    CodeSetting,
    Disposal,
    WorkOrder,
)
from desa.people.residents.models import Person
from tests.factories import enter, officeholder
from tests.infrastructure.assets.conftest import Officials, Register, disposed, picture, rp

pytestmark = pytest.mark.django_db
NIK = "3514990101800001"


@pytest.fixture
def clerk(hall: Officials) -> Client:
    """The kaur TU, who keeps the register."""
    return enter(hall[Office.KAUR_TU])


@pytest.fixture
def top(hall: Officials) -> Client:
    return enter(hall[Office.SEKDES])


def photo() -> SimpleUploadedFile:
    drawn = BytesIO()
    Image.new("RGB", (60, 40), (11, 93, 59)).save(drawn, "JPEG")
    return SimpleUploadedFile("foto.jpg", drawn.getvalue(), "image/jpeg")


def typed(**changes: object) -> dict[str, object]:
    """The form of an asset as it is sent."""
    return {
        "kirim_id": str(uuid4()),
        "kind": "router",
        "name": "Router MikroTik",
        "use": "dipakai",
        "condition": "berfungsi",
        "count": "1",
        **changes,
    }


def send(client: Client, name: str, data: Mapping[str, object], **where: object) -> int:
    return client.post(reverse(f"assets:{name}", kwargs=where), data).status_code


def shown(client: Client, name: str, query: str = "", **where: object) -> str:
    return client.get(reverse(f"assets:{name}", kwargs=where) + query).content.decode()


def test_an_asset_is_written_down_with_what_is_known(clerk: Client) -> None:
    dusun = Area.objects.create(kind=AreaKind.DUSUN, name="Rajeg")
    holder = officeholder(Office.KAUR_TU)
    form = typed(
        price="1.050.000",
        bought="2023",
        origin="apbdes",
        area=str(dusun.pk),
        place="balai dusun",
        holder=str(holder.pk),
        yearly_fee="6.000.000",
        warranty_until="17-08-2027",
    )
    assert send(clerk, "add", form) == 302
    asset = Asset.objects.get()
    assert (asset.price, asset.yearly_fee) == (rp(1_050_000), rp(6_000_000))
    assert (asset.bought_on and asset.bought_on.year, asset.bought_year_only) == (2023, True)
    assert (asset.area, asset.holder, asset.origin) == (dusun, holder, Origin.VILLAGE)
    assert asset.condition == Condition.WORKS
    page = shown(clerk, "detail", asset_id=asset.pk)
    assert "Dusun Rajeg" in page
    assert "umur 2 tahun" in page
    assert "Rp6.000.000" in page


def test_five_alike_get_five_codes_and_lead_to_the_list(clerk: Client) -> None:
    form = typed(count="5")
    assert send(clerk, "add", form) == send(clerk, "add", form) == 302
    assert Asset.objects.count() == 5


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": ""}, "Pilih jenis aset"),
        ({"name": " "}, "Nama belum diisi"),
        ({"price": "1,050,000"}, "Apakah maksudnya"),
        ({"price": "-5.000"}, "kurang dari nol"),
        ({"bought": "31-02-2023"}, "tanggal"),
        ({"bought": "17-08-2030"}, "belum tiba"),
        ({"keeper_nik": NIK}, "tidak ada di data warga"),
        ({"keeper_nik": "123"}, "NIK harus 16 angka"),
        ({"condition": ""}, "Pilih keadaannya"),
        ({"count": "31"}, "30"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    clerk: Client, changes: dict[str, object], words: str
) -> None:
    response = clerk.post(reverse("assets:add"), typed(**changes))
    assert response.status_code == 422
    assert words.lower() in response.content.decode().lower()
    assert not Asset.objects.exists()


def test_a_resident_keeps_it_until_someone_else_does(clerk: Client) -> None:
    person = Person.objects.create(name="Sutrisno", nik=NIK, sex=1, status=1)
    send(clerk, "add", typed(keeper_nik=NIK))
    asset = Asset.objects.get()
    assert asset.keeper == person
    page = shown(clerk, "detail", asset_id=asset.pk)
    assert "Sutrisno" in page
    assert NIK not in page
    send(clerk, "edit", typed(name="Router"), asset_id=asset.pk)
    asset.refresh_from_db()
    assert (asset.keeper, asset.name) == (person, "Router")
    send(clerk, "edit", typed(no_keeper="on"), asset_id=asset.pk)
    asset.refresh_from_db()
    assert asset.keeper is None


def test_an_official_takes_it_over_from_a_resident(clerk: Client) -> None:
    Person.objects.create(name="Sutrisno", nik=NIK, sex=1, status=1)
    send(clerk, "add", typed(keeper_nik=NIK))
    asset, holder = Asset.objects.get(), officeholder(Office.KAUR_TU)
    send(clerk, "edit", typed(holder=str(holder.pk)), asset_id=asset.pk)
    asset.refresh_from_db()
    assert (asset.keeper, asset.holder) == (None, holder)


def test_the_form_to_correct_shows_what_is_written(clerk: Client, register: Register) -> None:
    asset = register(price=rp(1_050_000), place="ruang server")
    page = shown(clerk, "edit", asset_id=asset.pk)
    assert "Rp1.050.000" in page
    assert "ruang server" in page
    assert "Warga tidak lagi memegangnya" in page


def test_a_mistake_is_taken_out_and_put_back(clerk: Client, register: Register) -> None:
    asset = register()
    assert send(clerk, "remove", {"reason": ""}, asset_id=asset.pk) == 422
    assert send(clerk, "remove", {"reason": "Dobel"}, asset_id=asset.pk) == 302
    assert "dibuang karena keliru" in shown(clerk, "detail", asset_id=asset.pk)
    assert send(clerk, "restore", {}, asset_id=asset.pk) == 302
    assert Asset.objects.get() == asset


def test_what_has_a_past_is_not_taken_out(
    clerk: Client, register: Register, hall: Officials
) -> None:
    asset = register()
    actions.open_work_order(by=hall[Office.SEKDES], asset=asset, trouble="Mati")
    assert send(clerk, "remove", {"reason": "Rusak"}, asset_id=asset.pk) == 409


def test_the_list_finds_by_words_kind_and_condition(clerk: Client, register: Register) -> None:
    register("router", Condition.BROKEN, name="Router utama")
    register("printer", Condition.WORKS, name="Printer loket", place="loket")
    assert "Router utama" in shown(clerk, "overview")
    assert "Router utama" not in shown(clerk, "overview", "?q=loket")
    assert "Printer loket" not in shown(clerk, "overview", "?keadaan=rusak")
    assert "Printer loket" not in shown(clerk, "overview", "?jenis=router")
    assert "Tidak ada aset di sini" in shown(clerk, "overview", "?q=kulkas")
    assert "Router utama" in shown(clerk, "overview", "?jenis=kulkas&keadaan=hancur")


def test_an_asset_without_price_is_listed_with_an_estimate(
    clerk: Client, register: Register
) -> None:
    register("router")
    assert "perkiraan" in shown(clerk, "overview")
    assert "Rp1.800.000" in shown(clerk, "overview")


def test_one_tap_on_the_phone_says_what_is_seen(hall: Officials, register: Register) -> None:
    asset, kader = register(), enter(hall[Office.KADER])
    form = {"kirim_id": str(uuid4()), "found": "rusak"}
    page = shown(kader, "check", code=asset.code)
    assert "Berfungsi" in page
    assert "Tidak ditemukan" in page
    for _time in range(2):
        assert send(kader, "check", form, code=asset.code) == 302
    asset.refresh_from_db()
    assert (asset.condition, asset.checks.count()) == (Condition.BROKEN, 1)


def test_opening_the_page_of_a_sticker_changes_nothing(clerk: Client, register: Register) -> None:
    asset = register()
    shown(clerk, "check", code=asset.code.lower())
    assert not AssetCheck.objects.exists()


def test_a_check_keeps_its_photo_without_hidden_data(clerk: Client, register: Register) -> None:
    asset = register()
    form = {"kirim_id": str(uuid4()), "found": "berfungsi", "photo": photo(), "note": "Bersih"}
    assert send(clerk, "check", form, code=asset.code) == 302
    check = asset.checks.get()
    assert check.note == "Bersih"
    response = clerk.get(reverse("assets:photo", args=[check.photo_id]))
    assert response.content.startswith(b"\xff\xd8")
    assert response["Cache-Control"] == "no-store"


def test_no_button_and_no_photo_are_said(clerk: Client, register: Register) -> None:
    asset = register()
    bad = SimpleUploadedFile("foto.jpg", b"bukan foto", "image/jpeg")
    nothing = clerk.post(reverse("assets:check", args=[asset.code]), {"kirim_id": str(uuid4())})
    assert "Tekan salah satu" in nothing.content.decode()
    form = {"kirim_id": str(uuid4()), "found": "rusak", "photo": bad}
    response = clerk.post(reverse("assets:check", args=[asset.code]), form)
    assert response.status_code == 422
    assert "bukan foto" in response.content.decode()
    assert not asset.checks.exists()


def test_a_typed_code_leads_to_the_check(clerk: Client, register: Register) -> None:
    asset = register()
    response = clerk.post(reverse("assets:find"), {"code": " tik-0001 "})
    assert response["Location"] == reverse("assets:check", args=[asset.code])
    assert send(clerk, "find", {"code": "TIK-9999"}) == 422
    assert clerk.get(reverse("assets:check", args=["TIK-9999"])).status_code == 404
    assert clerk.get(reverse("assets:check", args=["kulkas"])).status_code == 404


def test_a_sticker_of_what_was_written_off_says_so(
    clerk: Client, register: Register, hall: Officials
) -> None:
    asset = register()
    disposed(hall[Office.SEKDES], asset)
    assert "sudah dihapus" in shown(clerk, "check", code=asset.code)
    form = {"kirim_id": str(uuid4()), "found": "rusak"}
    assert send(clerk, "check", form, code=asset.code) == 409


def test_a_file_of_another_room_is_not_shown_here(clerk: Client, register: Register) -> None:
    asset, file = register(), picture(b"\xff\xd8 lain")
    assert clerk.get(reverse("assets:photo", args=[file.pk])).status_code == 404
    assert send(clerk, "add_photo", {"photo": photo()}, asset_id=asset.pk) == 302
    assert "Foto aset TIK-0001" in shown(clerk, "detail", asset_id=asset.pk)


def test_a_repair_from_call_to_end_on_the_pages(clerk: Client, register: Register) -> None:
    asset = register()
    assert send(clerk, "open_order", {"trouble": ""}, asset_id=asset.pk) == 422
    call = {"trouble": "Lampu mati", "worker": "G4S"}
    assert send(clerk, "open_order", call, asset_id=asset.pk) == 302
    order = WorkOrder.objects.get()
    assert "Lampu mati" in shown(clerk, "orders")
    assert "1 perbaikan terbuka" in shown(clerk, "overview")
    end = {"cause": "", "cost": "85.000", "work": "Adaptor diganti", "repaired": "ya"}
    assert send(clerk, "close_order", end, order_id=order.pk) == 422
    assert send(clerk, "close_order", {**end, "cause": "adaptor"}, order_id=order.pk) == 302
    order.refresh_from_db()
    assert (order.state, order.cost, order.repaired) == (OrderState.DONE, rp(85_000), True)
    page = shown(clerk, "orders")
    assert "Adaptor atau catu daya" in page
    assert "Rp85.000" in page
    assert "Rp85.000" in shown(clerk, "detail", asset_id=asset.pk)


def test_a_mistaken_repair_is_cancelled_once(clerk: Client, register: Register) -> None:
    send(clerk, "open_order", {"trouble": "Mati"}, asset_id=register().pk)
    order = WorkOrder.objects.get()
    assert send(clerk, "cancel_order", {"reason": "Keliru"}, order_id=order.pk) == 302
    assert send(clerk, "cancel_order", {"reason": "Keliru"}, order_id=order.pk) == 409
    assert "Dibatalkan" in shown(clerk, "orders")


def test_who_may_only_look_is_offered_no_step(hall: Officials, register: Register) -> None:
    asset, bpd = register(), enter(hall[Office.BPD])
    actions.open_work_order(by=hall[Office.SEKDES], asset=asset, trouble="Mati")
    page = shown(bpd, "detail", asset_id=asset.pk)
    assert "Tutup perbaikan" not in page
    assert "Betulkan data" not in page
    assert "Tutup<" not in shown(bpd, "orders")


def test_care_due_now_is_noted_from_the_list(clerk: Client, register: Register) -> None:
    asset = register("printer")
    assert "Bersihkan kepala cetak" in shown(clerk, "care")
    where = {"asset_id": asset.pk, "care": "bersihkan"}
    form = {"done_on": "02-03-2026", "cost": "0", "note": ""}
    assert send(clerk, "note_care", form, **where) == 302
    assert asset.care.get().cost == Rupiah(0)
    assert send(clerk, "note_care", {**form, "done_on": "02-03-2027"}, **where) == 409
    unknown = {"asset_id": asset.pk, "care": "ganti-oli"}
    assert send(clerk, "note_care", form, **unknown) == 404


def test_writing_off_asks_for_minutes(top: Client, register: Register) -> None:
    asset = register()
    form: dict[str, object] = {"reason": "rusak_berat", "words": "Terbakar", "signer": ""}
    assert send(top, "dispose", {**form, "reason": ""}, asset_id=asset.pk) == 422
    assert send(top, "dispose", form, asset_id=asset.pk) == 409
    whole = {**form, "number": "BA/1", "day": "02-03-2026", "picture": photo()}
    assert send(top, "dispose", whole, asset_id=asset.pk) == 302
    assert send(top, "dispose", {**whole, "picture": photo()}, asset_id=asset.pk) == 409
    assert "BA/1" in shown(top, "disposed")
    assert "BA/1" in shown(top, "detail", asset_id=asset.pk)


def test_our_own_minutes_are_a_paper_to_print(top: Client, register: Register) -> None:
    asset, signer = register(), officeholder(Office.KADES)
    form = {"reason": "hilang", "words": "Dicuri", "signer": str(signer.pk)}
    assert send(top, "dispose", form, asset_id=asset.pk) == 302
    disposal = Disposal.objects.get()
    response = top.get(reverse("assets:minutes", args=[disposal.pk]))
    assert response.content.startswith(b"%PDF")
    assert send(top, "undo_disposal", {"reason": "Salah aset"}, disposal_id=disposal.pk) == 302
    assert "Belum ada aset yang dihapus" in shown(top, "disposed")


def test_outside_minutes_are_no_paper_of_ours(
    top: Client, register: Register, hall: Officials
) -> None:
    disposal = disposed(hall[Office.SEKDES], register())
    assert top.get(reverse("assets:minutes", args=[disposal.pk])).status_code == 404


def test_the_prefix_of_codes_is_the_villages(clerk: Client) -> None:
    assert send(clerk, "code_rule", {"letters": "x1"}) == 422
    assert send(clerk, "code_rule", {"letters": "sbg", "by_year": "on"}) == 302
    assert CodeSetting.objects.first().rule.series(2026) == "SBG-2026"  # type: ignore[union-attr]
    assert "SBG" in shown(clerk, "code_rule")
