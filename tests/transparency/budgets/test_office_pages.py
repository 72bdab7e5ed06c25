"""The office's way from an import to the published budget, page by page."""

from datetime import date

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from desa.transparency.budgets.enums import Stage, VersionState
from desa.transparency.budgets.models import Activity, BudgetFinding, BudgetVersion
from tests.factories import enter, official
from tests.transparency.budgets.samples import complete, prepared, publish, published
from tests.transparency.budgets.test_public_pages import REALISED

ORIGIN = {"Origin": "http://testserver"}
WORDS = {
    "legal_number": "6 Tahun 2025",
    "legal_date": "22-12-2025",
    "bpd_date": "20-12-2025",
    "complaint_address": "Loket kantor desa",
    "note": "",
}


@pytest.fixture
def yoga(scope: Village) -> Client:
    return enter(official(scope, Office.KAUR_KEUANGAN))


@pytest.fixture
def endang(scope: Village) -> Client:
    return enter(official(scope, Office.SEKDES))


def place(version: BudgetVersion, page: str = "") -> str:
    return f"/kantor/apbdes/{version.public_id}/{page}"


def look(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def send(client: Client, path: str, data: dict[str, str], status: int = 302) -> str:
    response = client.post(path, data, headers=ORIGIN)
    assert response.status_code == status, response.content.decode()[:2000]
    return response.content.decode()


def offered(version: BudgetVersion, **changes: str) -> dict[str, str]:
    codes = set(version.lines.exclude(kegiatan="").values_list("kegiatan", flat=True))
    named = {f"{code}-office": "kasi_kesejahteraan" for code in codes}
    return {**named, **{key.replace("_", "."): value for key, value in changes.items()}}


def test_page_lists_everything_that_is_missing_with_a_link(yoga: Client) -> None:
    version = prepared()
    page = look(yoga, place(version))
    for words in (
        "Nomor peraturan belum ada",
        "Tanggal kesepakatan BPD belum ada",
        "Alamat pengaduan belum ada",
        "5 kegiatan belum punya pelaksana",
        place(version, "keterangan/#id_legal_number"),
        place(version, "pelaksana/"),
    ):
        assert words in page, words
    assert "Terbitkan untuk warga" not in page


def test_filled_in_step_by_step_the_version_is_ready(yoga: Client, endang: Client) -> None:
    version = prepared()
    send(yoga, place(version, "keterangan/"), WORDS)
    form = look(yoga, place(version, "pelaksana/"))
    assert 'value="kasi_pelayanan" selected' in form
    send(yoga, place(version, "pelaksana/"), offered(version))
    assert "Yang menerbitkan: Sekretaris Desa" in look(yoga, place(version))
    assert "Terbitkan untuk warga" in look(endang, place(version))
    assert Activity.objects.filter(version=version).count() == 5
    version.refresh_from_db()
    assert version.bpd_date == date(2025, 12, 20)


def test_published_act_leads_to_its_progress(endang: Client) -> None:
    version = complete()
    send(endang, place(version, "terbitkan/"), {})
    response = endang.get(place(version))
    assert response["Refresh"] == "2"
    assert "Sedang diterbitkan oleh" in response.content.decode()
    assert "sudah lebih dulu" in send(endang, place(version, "terbitkan/"), {}, 409)


def test_kaur_keuangan_prepares_and_does_not_publish(yoga: Client) -> None:
    version = complete()
    send(yoga, place(version, "terbitkan/"), {}, 403)
    version.refresh_from_db()
    assert version.state == VersionState.PREPARED


def test_date_that_cannot_be_read_is_said_at_its_field(yoga: Client) -> None:
    version = prepared()
    page = send(yoga, place(version, "keterangan/"), {**WORDS, "legal_date": "besok"}, 422)
    assert "Galat:" in page
    assert 'value="6 Tahun 2025"' in page


def test_change_of_details_asks_for_its_perkades_and_no_bpd(yoga: Client) -> None:
    version = prepared(stage=Stage.DETAIL_CHANGE)
    page = look(yoga, place(version, "keterangan/"))
    assert "Nomor Perkades" in page
    assert "bpd_date" not in page


def test_office_that_does_not_exist_is_refused(yoga: Client) -> None:
    version = prepared()
    data = {**offered(version), "2.3.11-office": "presiden"}
    send(yoga, place(version, "pelaksana/"), data, 422)
    assert not Activity.objects.exists()


def test_realisation_asks_how_far_each_work_is(yoga: Client) -> None:
    publish(complete())
    version = prepared(
        stage=Stage.REALISATION,
        lines=REALISED,
        as_of=date(2026, 6, 30),
        complaint_address="Loket",
    )
    form = look(yoga, place(version, "pelaksana/"))
    assert 'name="2.3.11-state"' in form
    data = offered(version)
    data |= {f"{code}-state": "selesai" for code in ("1.1.01", "1.1.04", "2.3.11", "3.1.02")}
    data |= {"2.3.10-state": "belum"}
    send(yoga, place(version, "pelaksana/"), data)
    assert "1 kegiatan belum selesai tanpa alasan" in look(yoga, place(version))
    send(yoga, place(version, "pelaksana/"), {**data, "2.3.10-reason": "Menunggu kemarau"})
    assert "Semua sudah lengkap." in look(yoga, place(version))


def test_error_of_the_paper_is_kept_only_with_a_note(yoga: Client) -> None:
    version = complete()
    finding = BudgetFinding.objects.create(
        version=version,
        sheet="Penjabaran",
        column="F",
        row=47,
        severity="error",
        code="jumlah",
        message="Jumlah bidang 2 tidak sama dengan isinya.",
    )
    page = look(yoga, place(version))
    assert "Penjabaran F47" in page
    assert "1 angka tidak cocok" in page
    path = place(version, f"temuan/{finding.public_id}/")
    send(yoga, path, {"note": " "}, 422)
    send(yoga, path, {"note": "Salah cetak di lampiran."})
    assert "Semua sudah lengkap." in look(yoga, place(version))
    publish(version)
    public = look(Client(), "/apbdes/")
    assert "Jumlah bidang 2 tidak sama dengan isinya. Salah cetak di lampiran." in public


def test_published_version_takes_no_more_words(yoga: Client) -> None:
    version = published()
    send(yoga, place(version, "keterangan/"), WORDS, 409)
    send(yoga, place(version, "pelaksana/"), offered(version), 409)
    assert "Tidak bisa diubah lagi." in look(yoga, place(version))


def test_published_version_offers_its_files_to_print_and_pass_on(yoga: Client) -> None:
    version = published()
    page = look(yoga, place(version))
    for medium in ("csv", "datapackage"):
        assert f"/apbdes/2026/ditetapkan-1/berkas/{medium}/" in page
    assert "Cetak dan bagikan" not in look(yoga, place(prepared(year=2027)))


def test_place_to_complain_is_taken_over_from_the_last_version(yoga: Client) -> None:
    last = published()
    version = prepared(stage=Stage.CHANGE)
    BudgetVersion.objects.filter(pk=version.pk).update(complaint_address="")
    assert f'value="{last.complaint_address}"' in look(yoga, place(version, "keterangan/"))


def test_overview_lists_every_version_with_its_state(yoga: Client) -> None:
    published(year=2025)
    prepared()
    page = look(yoga, "/kantor/apbdes/")
    assert "2025 Ditetapkan" in page
    assert "Terbit" in page
    assert "Disiapkan" in page
