"""One act: asked for once, made by the worker, shown whole or not at all."""

from typing import Any

import pytest
from django.test import Client

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.files.exceptions import StoredFileError
from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.exceptions import WorkInterrupted
from desa.foundation.jobs.management.work import Worker
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.models import Village
from desa.foundation.trail.models import TrailEvent
from desa.transparency.budgets.actions import (
    finish_publishing,
    publish_now,
    publishing,
    repeat_publishing,
    start_publishing,
)
from desa.transparency.budgets.enums import Medium, Stage, VersionState
from desa.transparency.budgets.exceptions import BudgetRefused
from desa.transparency.budgets.models import BudgetMedium, BudgetVersion
from desa.transparency.budgets.queries import figures
from desa.transparency.budgets.queries.progress import progress_of
from tests.factories import enter, official
from tests.transparency.budgets.samples import CLERK, complete, prepared

ORIGIN = {"Origin": "http://testserver"}


class Killed(BaseException):
    """As kill -9 looks from inside: nothing catches it."""


@pytest.fixture
def sekdes(scope: Village) -> User:
    return official(scope, Office.SEKDES)


@pytest.fixture
def kades(scope: Village) -> User:
    return official(scope, Office.KADES)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """One printed medium instead of all: how they look is tested elsewhere."""
    monkeypatch.setattr(publishing, "make_media", lambda shown, mark: {Medium.SPEECH: b"Teks"})


def started(by: User) -> BudgetVersion:
    return start_publishing(by=by, version=complete())


def work() -> None:
    while Worker().round(census=False):
        pass


def test_worker_publishes_what_was_asked_for(quick: None, sekdes: User) -> None:
    version = started(sekdes)
    assert version.state == VersionState.PUBLISHING
    assert Client().get("/apbdes/2026/").status_code == 404
    work()
    version.refresh_from_db()
    assert version.state == VersionState.PUBLISHED
    assert version.published_by_label == sekdes.name
    assert version.figures is not None
    assert set(version.media.values_list("medium", flat=True)) == {"csv", "datapackage", "suara"}
    assert Client().get("/apbdes/2026/").status_code == 200
    names = TrailEvent.objects.filter(target_id=version.pk).values_list("name", flat=True)
    assert {"budgets.version.publishing_started", "budgets.version.published"} <= set(names)


def test_second_officer_is_told_who_was_first(quick: None, sekdes: User, kades: User) -> None:
    version = started(sekdes)
    with pytest.raises(BudgetRefused, match=sekdes.name):
        start_publishing(by=kades, version=version)
    work()
    with pytest.raises(BudgetRefused, match=sekdes.name):
        start_publishing(by=kades, version=version)
    assert BudgetMedium.objects.filter(version=version).count() == 3


def test_incomplete_version_is_refused_and_stays_prepared(sekdes: User) -> None:
    version = prepared()
    with pytest.raises(BudgetRefused, match="kurang"):
        start_publishing(by=sekdes, version=version)
    version.refresh_from_db()
    assert version.state == VersionState.PREPARED
    assert not Job.objects.exists()


def test_failure_says_why_and_gives_the_version_back(
    monkeypatch: pytest.MonkeyPatch, sekdes: User
) -> None:
    def broken(shown: Any, mark: str) -> Any:
        raise RuntimeError("rahasia")

    monkeypatch.setattr(publishing, "make_media", broken)
    version = started(sekdes)
    work()
    version.refresh_from_db()
    assert version.state == VersionState.PREPARED
    assert version.published_by_label == ""
    assert version.failure == "Berkas untuk warga tidak bisa dibuat (RuntimeError)."
    assert not BudgetMedium.objects.exists()
    page = enter(sekdes).get(f"/kantor/apbdes/{version.public_id}/").content.decode()
    assert "RuntimeError" in page
    assert "Terbitkan untuk warga" in page


def test_disk_that_is_full_publishes_nothing(monkeypatch: pytest.MonkeyPatch, sekdes: User) -> None:
    def full(content: bytes) -> str:
        raise StoredFileError("penuh")

    monkeypatch.setattr(publishing, "put_content", full)
    version = started(sekdes)
    monkeypatch.setattr(publishing, "make_media", lambda shown, mark: {})
    assert publish_now(by=sekdes, version=version).state == VersionState.PREPARED


@pytest.mark.parametrize("step", ["make_media", "put_content", "register_file", "to_json"])
def test_worker_killed_at_any_step_leaves_nothing_half_published(
    monkeypatch: pytest.MonkeyPatch, sekdes: User, step: str
) -> None:
    def killed(*args: Any, **kwargs: Any) -> Any:
        raise Killed

    version = started(sekdes)
    with monkeypatch.context() as patched:
        patched.setattr(publishing, "make_media", lambda shown, mark: {Medium.SPEECH: b"Teks"})
        patched.setattr(publishing, step, killed)
        with pytest.raises(Killed):
            publish_now(by=sekdes, version=version)
    version.refresh_from_db()
    assert version.state == VersionState.PUBLISHING
    assert not BudgetMedium.objects.exists()
    assert Client().get("/apbdes/2026/").status_code == 404
    monkeypatch.setattr(publishing, "make_media", lambda shown, mark: {Medium.SPEECH: b"Teks"})
    work()
    version.refresh_from_db()
    assert version.state == VersionState.PUBLISHED
    assert BudgetMedium.objects.filter(version=version).count() == 3


def test_worker_that_is_stopped_gives_the_job_back_and_not_the_version(
    monkeypatch: pytest.MonkeyPatch, sekdes: User
) -> None:
    def stopped(shown: Any, mark: str) -> Any:
        raise WorkInterrupted

    monkeypatch.setattr(publishing, "make_media", stopped)
    version = started(sekdes)
    with pytest.raises(WorkInterrupted):
        publish_now(by=sekdes, version=version)
    version.refresh_from_db()
    assert version.state == VersionState.PUBLISHING


def test_last_step_twice_changes_nothing(quick: None, sekdes: User) -> None:
    version = started(sekdes)
    shown, moment = figures(version), clock.now()
    made = publishing.store_media(version, shown)
    for _time in range(2):
        finish_publishing(by=CLERK, version=version, shown=shown, made=made, at=moment)
    assert BudgetMedium.objects.count() == 3
    assert publish_now(by=sekdes, version=BudgetVersion.objects.get()).state == "terbit"


def test_dead_job_can_be_asked_for_again(quick: None, sekdes: User) -> None:
    version = started(sekdes)
    assert progress_of(version).waiting
    Job.objects.update(state=JobState.DEAD, finished_at=clock.now())
    assert progress_of(version).stopped
    page = enter(sekdes).get(f"/kantor/apbdes/{version.public_id}/").content.decode()
    assert "Lanjutkan penerbitan" in page
    repeat_publishing(by=sekdes, version=version)
    assert progress_of(version).waiting
    work()
    with pytest.raises(BudgetRefused):
        repeat_publishing(by=sekdes, version=version)


def test_published_figures_stay_when_names_of_offices_change(quick: None, sekdes: User) -> None:
    version = started(sekdes)
    work()
    kept = figures(BudgetVersion.objects.get(pk=version.pk))
    Village.objects.update(name="Nama Baru")
    assert figures(BudgetVersion.objects.get(pk=version.pk)) == kept
    assert kept.village == "Sumbergedang"


def test_draft_is_published_without_a_regulation(quick: None, sekdes: User) -> None:
    version = complete(stage=Stage.DRAFT, legal_number="", legal_date=None, bpd_date=None)
    start_publishing(by=sekdes, version=version)
    work()
    assert Client().get("/apbdes/2026/rancangan-1/").status_code == 200
