"""Hours, holidays and standards: every promise is counted with them."""

import re
from datetime import date, time

import pytest
from django.core.cache import cache
from django.test import Client

from desa.foundation.core import clock
from desa.foundation.servicelevels.published import hours, office_now
from desa.foundation.servicelevels.queries import promise_if_opened_now, standard_for
from desa.foundation.tenancy.actions import set_hours
from desa.foundation.tenancy.models import Holiday, OpeningHours, Village
from tests.gateway.portal.settling import BASE, CLERK, SERVICE, TUESDAY, refused, sent


def week(*, opens: str = "08.00", closes: str = "15.00") -> dict[str, str]:
    data = {"valid_from": "24 November 2026"}
    for weekday in range(5):
        data |= {f"{weekday}_opens": opens, f"{weekday}_closes": closes}
    return data


def friday(rest: str, resumes: str) -> dict[str, str]:
    return {"4_rest": rest, "4_resumes": resumes}


def test_form_begins_with_the_hours_of_today(client: Client) -> None:
    page = client.get(BASE + "jam/").content.decode()
    for name, value in (("0_opens", "08.00"), ("4_rest", "11.30"), ("4_resumes", "13.00")):
        assert re.search(rf'name="{name}" value="{value}"', page)
    assert not re.search(r'name="5_opens" value=', page)


def test_hours_change_what_is_promised(client: Client, village: Village) -> None:
    before = promise_if_opened_now(SERVICE)
    assert before == TUESDAY.replace(hour=15)
    sent(client, "jam/", **week(closes="16.30"))
    assert promise_if_opened_now(SERVICE) == TUESDAY.replace(hour=16, minute=30)


def test_friday_prayer_is_a_break(client: Client, village: Village) -> None:
    sent(client, "jam/", **week(), **friday("11", "13.30"))
    with clock.frozen(TUESDAY.replace(day=27, hour=12)):
        now = office_now()
    assert not now.is_open
    assert now.changes_at == TUESDAY.replace(day=27, hour=13, minute=30)


def test_weekday_left_empty_is_closed(client: Client, village: Village) -> None:
    data = week()
    del data["1_opens"], data["1_closes"]
    sent(client, "jam/", **data)
    assert not office_now().is_open
    assert {row.weekday for row in hours()} == {0, 2, 3, 4}


def test_fasting_month_ends_by_itself(client: Client, village: Village) -> None:
    dates = {"valid_from": "18-02-2027", "valid_to": "19-03-2027"}
    sent(client, "jam/", **week(closes="14.00") | dates)
    inside, after = date(2027, 3, 1), date(2027, 3, 22)
    for day, closes in ((inside, time(14)), (after, time(15))):
        moment = TUESDAY.replace(year=day.year, month=day.month, day=day.day)
        with clock.frozen(moment):
            promised = promise_if_opened_now(SERVICE)
            assert promised is not None
            assert promised.astimezone(moment.tzinfo).time() == closes
    assert "18 Februari 2027 sampai 19 Maret 2027" in client.get(BASE + "jam/").content.decode()


def test_period_entered_wrongly_is_taken_away(client: Client, village: Village) -> None:
    before = OpeningHours.objects.count()
    dates = {"valid_from": "18-02-2027", "valid_to": "19-03-2027"}
    sent(client, "jam/", **week(closes="14.00") | dates)
    sent(client, "jam/hapus/", valid_from="2027-02-18")
    assert OpeningHours.objects.count() == before
    assert client.post(BASE + "jam/hapus/", {"valid_from": "besok"}).status_code == 404


def test_same_day_is_corrected_not_doubled(client: Client, village: Village) -> None:
    sent(client, "jam/", **week(closes="16.00"))
    sent(client, "jam/", **week(closes="15.30"))
    assert {row.closes for row in hours()} == {time(15, 30)}


def test_period_does_not_push_out_hours_that_begin_that_day(
    client: Client, village: Village
) -> None:
    sent(client, "jam/", **week(closes="16.00"))
    data = week(closes="13.00") | {"valid_to": "30-11-2026"}
    refused(client, "jam/", "Jam lain sudah mulai pada hari itu", **data)
    assert {row.closes for row in hours()} == {time(16)}


def test_dropping_leaves_the_usual_hours(village: Village) -> None:
    windows = [(0, time(8), time(12))]
    set_hours(by=CLERK, valid_from=date(2026, 12, 1), windows=windows)
    set_hours(by=CLERK, valid_from=date(2026, 12, 7), valid_to=date(2026, 12, 9), windows=windows)
    kept = OpeningHours.objects.filter(valid_to__isnull=True).count()
    assert kept == 7
    assert OpeningHours.objects.filter(valid_to__isnull=False).count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"0_opens": "pagi"}, "Jam ditulis seperti 08.00"),
        ({"0_opens": "25.00"}, "Jam ditulis seperti 08.00"),
        ({"0_closes": ""}, "Senin: isi buka dan tutup"),
        ({"4_rest": "11.30"}, "kedua jam istirahat"),
        ({"0_opens": "16.00"}, "Senin: urutan jamnya terbalik"),
        ({"4_rest": "07.00", "4_resumes": "13.00"}, "Jumat: urutan jamnya terbalik"),
        ({"valid_from": "1-1-2026"}, "Pilih hari ini atau sesudahnya"),
        ({"valid_to": "1-1-2026"}, "berakhir sesudah mulai"),
        ({"valid_to": "24-11-2027"}, "paling lama 120 hari"),
    ],
)
def test_wrong_hours_are_refused(client: Client, changes: dict[str, str], words: str) -> None:
    refused(client, "jam/", words, **week() | changes)
    assert not OpeningHours.objects.filter(valid_from=TUESDAY.date()).exists()


def test_week_without_hours_is_refused(client: Client) -> None:
    refused(client, "jam/", "paling sedikit satu hari", valid_from="24-11-2026")


# Holidays


def test_proposed_holidays_are_confirmed_corrected_and_removed(
    client: Client, village: Village
) -> None:
    assert client.post(BASE + "libur/2027/usulan/").status_code == 302
    proposed = Holiday.objects.filter(day__year=2027)
    assert proposed.filter(confirmed=False).count() > 15
    first = proposed.first()
    assert first is not None
    page = client.get(BASE + "libur/2027/").content.decode()
    assert first.name in page
    sent(client, "libur/2027/", day=first.day.strftime("%d-%m-%Y"), name="Tahun Baru")
    first.refresh_from_db()
    assert (first.name, first.confirmed) == ("Tahun Baru", True)
    sent(client, f"libur/{first.public_id}/hapus/")
    assert not Holiday.objects.filter(pk=first.pk).exists()


def test_village_s_own_holiday_moves_the_promise(client: Client, village: Village) -> None:
    sent(client, "libur/", day="24 November 2026", name="Bersih Desa")
    assert promise_if_opened_now(SERVICE) == TUESDAY.replace(day=25, hour=15)


@pytest.mark.parametrize("year", ["2020", "2031"])
def test_holidays_of_far_years_are_not_there(client: Client, year: str) -> None:
    assert client.get(f"{BASE}libur/{year}/").status_code == 404
    assert client.post(f"{BASE}libur/{year}/usulan/").status_code == 404


@pytest.mark.parametrize("day", ["31 Desember 2024", "1 Januari 2029", "17-08-2062"])
def test_holiday_of_a_far_year_is_not_stored(client: Client, day: str) -> None:
    refused(client, "libur/", "Tahun ini tidak ada di daftar", day=day, name="Salah tahun")
    assert not Holiday.objects.filter(name="Salah tahun").exists()


def test_holiday_wants_a_date(client: Client) -> None:
    refused(client, "libur/", "Nama hari libur belum diisi", day="1-1-2027", name="")


# Standards


def standard(**changes: str) -> dict[str, str]:
    return {
        "product": "Surat keterangan usaha",
        "requirements": "KTP\n\nPengantar RT",
        "working_days": "2",
        "cost": "Gratis",
        "basis": "Perdes Nomor 3 Tahun 2026",
        "valid_from": "24-11-2026",
    } | changes


def test_new_standard_changes_promise_and_public_page(client: Client, village: Village) -> None:
    answer = client.post(f"{BASE}standar/{SERVICE}/", standard())
    assert answer.status_code == 302
    current = standard_for(SERVICE)
    assert current.requirements == ["KTP", "Pengantar RT"]
    assert promise_if_opened_now(SERVICE) == TUESDAY.replace(day=25, hour=15)
    cache.clear()
    assert "Pengantar RT" in Client().get(f"/surat/{SERVICE}/").content.decode()


def test_later_version_waits_for_its_day(client: Client, village: Village) -> None:
    client.post(f"{BASE}standar/{SERVICE}/", standard(valid_from="1-12-2026"))
    assert standard_for(SERVICE).working_days == 1
    with clock.frozen(TUESDAY.replace(month=12, day=1)):
        assert standard_for(SERVICE).working_days == 2


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"working_days": "0"}, "1"),
        ({"requirements": " \n"}, "Yang perlu dibawa belum diisi"),
        ({"valid_from": "1-1-2026"}, "janji lama tidak diubah"),
    ],
)
def test_wrong_standard_is_refused(client: Client, changes: dict[str, str], words: str) -> None:
    refused(client, f"standar/{SERVICE}/", words, **standard(**changes))
    assert standard_for(SERVICE).working_days == 1


def test_standard_of_an_unknown_service_is_not_there(client: Client) -> None:
    assert client.get(BASE + "standar/roket/").status_code == 404
