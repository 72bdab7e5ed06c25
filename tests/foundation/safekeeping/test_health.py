from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.db import OperationalError, connection
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.folder import DataFolder
from desa.foundation.jobs.actions import enqueue
from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.models import Job
from desa.foundation.safekeeping.engine.journal import BackupJournal, read_journal, write_journal
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope
from desa.foundation.trail.models import TrailEvent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_folder")]
Make = Callable[[Village, Office], User]
PAGE = "/kantor/kesehatan/"


@pytest.fixture(autouse=True)
def recent_backup(own_folder: DataFolder) -> None:
    made_at = (clock.now() - timedelta(hours=3)).isoformat()
    write_journal(own_folder, BackupJournal(made_at, "cadangan-a.desa", 5))


def state_of(client: Client, check: str) -> tuple[int, str, dict[str, object]]:
    response = client.get("/healthz")
    content = response.json()
    return response.status_code, content["status"], content["checks"][check]


def test_well_installation_answers_200_without_village_data(
    client: Client, village: Village
) -> None:
    response = client.get("/healthz")
    assert response.status_code == 200
    content = response.json()
    assert content["status"] == "ok"
    assert list(content["checks"]) == [
        "database",
        "writable",
        "disk_free_mb",
        "oldest_job_s",
        "dead_jobs",
        "backup_age_h",
    ]
    assert content["checks"]["backup_age_h"] == {"state": "ok", "value": 3}
    for secret in (village.name, village.code, str(settings.DATA_DIR), "cadangan-a"):
        assert secret not in response.content.decode()
    assert not response.cookies
    assert response.headers["Cache-Control"] == "no-store"


def test_health_answers_before_any_village_exists(client: Client) -> None:
    assert client.get("/healthz").status_code == 200


def test_lost_database_answers_503(client: Client, village: Village) -> None:
    def refuse(*args: object) -> None:
        raise OperationalError("disk I/O error at /rahasia")

    with connection.execute_wrapper(refuse):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["checks"]["database"] == {"state": "fail"}
    assert "rahasia" not in response.content.decode()


def test_folder_that_cannot_be_written_answers_503(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", settings.DATA_DIR / "lepas")
    assert state_of(client, "writable") == (503, "fail", {"state": "fail"})
    assert state_of(client, "disk_free_mb")[2] == {"state": "fail"}


@pytest.mark.parametrize(
    ("free", "status", "state"), [(99, 503, "fail"), (999, 200, "warn"), (1001, 200, "ok")]
)
def test_little_disk_warns_and_no_disk_fails(
    client: Client, monkeypatch: pytest.MonkeyPatch, free: int, status: int, state: str
) -> None:
    usage = SimpleNamespace(free=free * 1_000_000)
    monkeypatch.setattr("shutil.disk_usage", lambda folder: usage)
    assert state_of(client, "disk_free_mb") == (status, state, {"state": state, "value": free})


def test_work_that_nobody_takes_is_told(client: Client, village: Village) -> None:
    with village_scope(village):
        enqueue(task="jobs.forget_done", key="1", args={})
    assert state_of(client, "oldest_job_s")[1:] == ("ok", {"state": "ok", "value": 0})
    with clock.frozen(clock.now() + timedelta(minutes=11)):
        assert state_of(client, "oldest_job_s") == (200, "warn", {"state": "warn", "value": 660})


def test_failed_work_is_told(client: Client, village: Village) -> None:
    with village_scope(village):
        job = enqueue(task="jobs.forget_done", key="1", args={})
    Job.objects.filter(pk=job.pk).update(state=JobState.DEAD, finished_at=clock.now())
    assert state_of(client, "dead_jobs") == (200, "warn", {"state": "warn", "value": 1})


@pytest.mark.parametrize(
    "journal",
    [
        BackupJournal(),
        BackupJournal("2026-01-01T00:00:00+00:00", "a.desa", 5),
        BackupJournal("2099-01-01T00:00:00+00:00", "a.desa", 5, missing_files=1),
        BackupJournal("2099-01-01T00:00:00+00:00", "a.desa", 5, 0, "2099-01-02", "penuh"),
    ],
)
def test_missing_old_or_failed_backup_warns(client: Client, journal: BackupJournal) -> None:
    write_journal(settings.FOLDER, journal)
    status, overall, check = state_of(client, "backup_age_h")
    assert (status, overall, check["state"]) == (200, "warn", "warn")


def test_damaged_journal_counts_as_no_backup() -> None:
    path = settings.FOLDER.root / "backups.json"
    path.write_text("{")
    assert read_journal(settings.FOLDER) == BackupJournal()


def test_demo_needs_no_backup(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    write_journal(settings.FOLDER, BackupJournal())
    monkeypatch.setattr(settings, "DEMO", True)
    assert state_of(client, "backup_age_h")[2] == {"state": "ok"}


def test_demo_says_one_thing_about_backups(
    client: Client, village: Village, make_official: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_journal(settings.FOLDER, BackupJournal())
    monkeypatch.setattr(settings, "DEMO", True)
    enter(client, make_official(village, Office.SEKDES))
    page = client.get(PAGE).content.decode()
    assert "Data contoh tidak perlu dicadangkan." in page
    assert "DESA_BACKUP_DIR" not in page
    assert "<h1>Kondisi sistem</h1>" in page


def enter(client: Client, user: User) -> None:
    session = client.session
    session[SESSION_KEY] = str(user.pk)
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)


@pytest.mark.parametrize(
    ("office", "status"),
    [
        (Office.KADES, 200),
        (Office.SEKDES, 200),
        (Office.OPERATOR, 200),
        (Office.KAUR_KEUANGAN, 403),
        (Office.KEPALA_DUSUN, 403),
    ],
)
def test_page_is_for_those_who_can_act(
    client: Client, village: Village, make_official: Make, office: Office, status: int
) -> None:
    enter(client, make_official(village, office))
    assert client.get(PAGE).status_code == status


def test_page_is_not_for_strangers(client: Client, village: Village) -> None:
    response = client.get(PAGE)
    assert (response.status_code, response.headers["Location"][:12]) == (302, "/akun/masuk/")


def test_page_says_in_words_what_to_do(
    client: Client, village: Village, make_official: Make
) -> None:
    write_journal(settings.FOLDER, BackupJournal(reason="Tempat <penuh>", failed_at="2026-01-01"))
    enter(client, make_official(village, Office.SEKDES))
    page = client.get(PAGE).content.decode()
    assert "Cadangan terakhir gagal. Periksa tempat cadangan, lalu ulangi." in page
    assert "Tempat &lt;penuh&gt;" in page
    assert "make_recovery_codes" in page


def test_backup_is_asked_for_with_a_button_where_a_folder_is_set(
    client: Client,
    village: Village,
    make_official: Make,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(settings, "BACKUP_DIR", tmp_path)
    enter(client, make_official(village, Office.SEKDES))
    assert "Cadangkan sekarang" in client.get(PAGE).content.decode()
    answer = client.post(f"{PAGE}cadangkan/")
    assert "Cadangan sedang dibuat" in client.get(answer["Location"]).content.decode()
    job = Job.objects.get(task="safekeeping.backup_now")
    assert job.village is None
    with village_scope(village):
        assert TrailEvent.objects.filter(name="safekeeping.backup.asked").count() == 1


def test_without_a_folder_for_backups_the_page_says_how(
    client: Client, village: Village, make_official: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "BACKUP_DIR", None)
    enter(client, make_official(village, Office.SEKDES))
    page = client.get(PAGE).content.decode()
    assert "DESA_BACKUP_DIR" in page
    assert f"./manage --data {settings.DATA_DIR} backup /media/flashdisk" in page
    assert "Cadangkan sekarang" not in page
    assert client.post(f"{PAGE}cadangkan/").status_code == 404
    assert not Job.objects.filter(task="safekeeping.backup_now").exists()
