"""Nobody's complaint waits where nobody may read it: who gets it instead, and what its reporter is told."""

from datetime import timedelta

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.tenancy.models import Village
from desa.services.complaints.actions import give_to, set_about, verify_complaint
from desa.services.complaints.enums import About, Step
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import may_see, may_see_contact, nobody_reads, visible_to
from desa.services.complaints.queries import Desk, count_mine, desk_lines
from desa.services.complaints.tasks import run_watch
from tests.factories import enter, official, officials
from tests.services.complaints.conftest import MONDAY, Officials, filed, open_office

ORIGIN = {"origin": "http://testserver"}
OUTSIDE = "Inspektorat Kabupaten Pasuruan"


@pytest.fixture
def without_bpd(scope: Village) -> Officials:
    open_office()
    return dict(officials(scope, [Office.KADES, Office.SEKDES, Office.KAUR_TU, Office.OPERATOR]))


def _end(user: User) -> None:
    Membership.objects.filter(user=user).update(valid_to=(MONDAY - timedelta(days=3)).date())


def test_money_goes_to_the_sekdes_where_the_bpd_has_no_account(without_bpd: Officials) -> None:
    case = filed("uang")
    assert case.owner_office == Office.SEKDES
    assert [each for each, user in without_bpd.items() if may_see(user, case)] == [Office.SEKDES]
    sekdes = without_bpd[Office.SEKDES]
    assert desk_lines(sekdes, Desk.MINE).rows == [case]
    assert count_mine(sekdes) == 1
    assert may_see_contact(sekdes, case)
    assert verify_complaint(by=sekdes, complaint=case).state == "diperiksa"


@pytest.mark.parametrize(
    ("about", "owner"), [(About.SEKDES, Office.KADES), (About.KADES, Office.SEKDES)]
)
def test_money_passes_its_subject(without_bpd: Officials, about: About, owner: Office) -> None:
    case = filed("uang", about=about)
    assert case.owner_office == owner
    assert [each for each, user in without_bpd.items() if may_see(user, case)] == [owner]


def test_sekdes_who_is_named_does_not_get_it(without_bpd: Officials) -> None:
    case = filed("uang", about=About.OFFICIAL, about_users=[without_bpd[Office.SEKDES]])
    assert case.owner_office == Office.KADES
    assert not may_see(without_bpd[Office.SEKDES], case)


def test_bpd_that_comes_later_reads_it_too_and_can_be_given_it(
    without_bpd: Officials, scope: Village
) -> None:
    case = filed("uang")
    bpd = official(scope, Office.BPD)
    assert may_see(bpd, case)
    given = give_to(
        by=without_bpd[Office.SEKDES], complaint=case, office=Office.BPD, reason="Wewenang BPD"
    )
    assert may_see(bpd, given)
    assert not may_see(without_bpd[Office.SEKDES], given)


def test_money_stays_with_the_bpd_where_it_has_an_account(hall: Officials) -> None:
    case = filed("uang")
    assert case.owner_office == Office.BPD
    assert [each for each, user in hall.items() if may_see(user, case)] == [Office.BPD]


def test_case_of_the_kades_goes_to_the_sekdes_without_a_bpd(without_bpd: Officials) -> None:
    taken = filed()
    case = set_about(by=without_bpd[Office.SEKDES], complaint=taken, about=About.KADES)
    assert case.owner_office == Office.SEKDES
    assert not may_see(without_bpd[Office.KADES], case)


def test_account_that_is_not_active_counts_for_nothing(without_bpd: Officials) -> None:
    User.objects.filter(pk=without_bpd[Office.SEKDES].pk).update(is_active=False)
    assert filed("uang").owner_office == Office.KADES


def test_round_finds_a_reader_when_the_last_one_left(hall: Officials) -> None:
    case = filed("uang")
    _end(hall[Office.BPD])
    run_watch({})
    case.refresh_from_db()
    assert case.owner_office == Office.SEKDES
    assert list(case.story.filter(step=Step.OWNER).values_list("words", flat=True)) == [
        "Sekretaris Desa"
    ]
    run_watch({})
    assert case.story.filter(step=Step.OWNER).count() == 1


def test_round_leaves_a_case_that_is_read(hall: Officials) -> None:
    case = filed("uang")
    run_watch({})
    case.refresh_from_db()
    assert case.owner_office == Office.BPD


def test_round_leaves_what_nobody_may_read_where_it_is(scope: Village) -> None:
    open_office()
    officials(scope, [Office.KADES])
    case = filed("layanan", about=About.KADES)
    run_watch({})
    case.refresh_from_db()
    assert case.owner_office == Office.BPD
    assert not Complaint.objects.filter(
        pk=case.pk, pk__in=visible_to(official(scope, Office.KAUR_TU))
    )


def _review(client: Client, kind: str, about: str) -> str:
    """The page before sending, in words."""
    answers: list[tuple[str, dict[str, str]]] = [
        ("siapa", {"tentang": about}),
        ("tempat", {"wilayah": "", "patokan": ""}),
        ("cerita", {"cerita": "Uang kegiatan tidak jelas", "aksi": "lanjut"}),
        ("kontak", {"hubungi": "tidak"}),
    ]
    first = client.post("/pengaduan/lapor/", {"jenis": kind}, headers=ORIGIN)["Location"]
    base = first.rsplit("/", 2)[0]
    for name, answer in answers:
        assert client.post(f"{base}/{name}/", answer, headers=ORIGIN).status_code == 302
    return client.get(f"{base}/periksa/").content.decode()


def test_reporter_is_told_before_sending_that_nobody_here_may_read_it(
    client: Client, scope: Village
) -> None:
    open_office()
    officials(scope, [Office.KADES, Office.OPERATOR])
    assert nobody_reads("layanan", About.KADES)
    told = _review(client, "layanan", "kades")
    assert OUTSIDE in told
    assert "Camat Pandaan" in told


@pytest.mark.parametrize(
    ("kind", "about"), [("uang", "kades"), ("layanan", "sekdes"), ("uang", "")]
)
def test_nothing_is_said_where_somebody_reads_it(
    client: Client, without_bpd: Officials, kind: str, about: str
) -> None:
    assert not nobody_reads(kind, About(about))
    assert OUTSIDE not in _review(client, kind, about)


def test_counter_tells_the_reporter_where_else_to_go(scope: Village) -> None:
    open_office()
    held = officials(scope, [Office.KADES, Office.OPERATOR])
    browser = enter(held[Office.OPERATOR])
    page = browser.get("/kantor/pengaduan/baru/").content.decode()
    key = page.split('name="kirim_id" value="')[1].split('"')[0]
    data = {
        "kirim_id": key, "category": "layanan", "text": "Pelayanan lambat",
        "channel": "loket", "about": "kades",
    }  # fmt: skip
    answer = browser.post("/kantor/pengaduan/baru/", data).content.decode()
    assert OUTSIDE in answer
