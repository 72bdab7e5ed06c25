import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings

from desa.foundation.core import clock
from desa.foundation.core.folder import DataFolder
from desa.foundation.core.registry import tasks
from desa.foundation.files.actions import put_content, register_file, sweep_unclaimed
from desa.foundation.files.models import StoredFile
from desa.foundation.files.queries import vault
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import village_scope

pytestmark = pytest.mark.postgres
WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, db: None) -> Iterator[None]:
    with override_settings(FOLDER=DataFolder(tmp_path / "data")):
        yield


def _put(content: bytes, age: timedelta) -> str:
    """Store `content` as if that long ago."""
    digest = put_content(content)
    moment = (clock.now() - age).timestamp()
    os.utime(vault().path(digest), (moment, moment))
    return digest


def _register(digest: str) -> StoredFile:
    return register_file(digest=digest, size=1, media_type="text/plain")


def test_content_nobody_claimed_goes_after_a_week(village: Village) -> None:
    fresh, old = _put(b"baru", WEEK - DAY), _put(b"lama", WEEK + DAY)
    assert sweep_unclaimed() == 1
    assert vault().holds(fresh)
    assert not vault().holds(old)


def test_content_of_any_village_stays(village: Village, other_village: Village) -> None:
    digests = [_put(b"satu", 2 * WEEK), _put(b"dua", 2 * WEEK)]
    for place, digest in zip([village, other_village], digests, strict=True):
        with village_scope(place):
            _register(digest)
    assert sweep_unclaimed() == 0
    assert all(vault().holds(digest) for digest in digests)


def test_content_shared_by_two_villages_goes_with_its_last_row(
    village: Village, other_village: Village
) -> None:
    digest = _put(b"sama", 2 * WEEK)
    for place in (village, other_village):
        with village_scope(place):
            _register(digest)
    with village_scope(village):
        StoredFile.objects.all().delete()
        assert sweep_unclaimed() == 0
    with village_scope(other_village):
        StoredFile.objects.all().delete()
    assert sweep_unclaimed() == 1


def test_old_content_put_again_is_young_again(village: Village) -> None:
    digest = _put(b"lama", WEEK + DAY)
    put_content(b"lama")
    assert sweep_unclaimed() == 0
    assert vault().holds(digest)


def test_content_put_again_while_the_sweep_runs_stays(village: Village) -> None:
    digest = _put(b"lama", WEEK + DAY)
    moment = (clock.now() - WEEK).timestamp()
    seen = vault().older_than(moment)
    put_content(b"lama")
    assert vault().sweep(seen, moment) == 0
    assert vault().holds(digest)


def test_rest_of_an_interrupted_write_goes_too(village: Village) -> None:
    rest = vault().path(_put(b"utuh", DAY)).with_suffix(".1a2b3c4d.part")
    rest.write_bytes(b"separuh")
    moment = (clock.now() - WEEK - DAY).timestamp()
    os.utime(rest, (moment, moment))
    assert sweep_unclaimed() == 1
    assert not rest.exists()


def test_empty_folder_is_nothing_to_sweep(village: Village) -> None:
    assert sweep_unclaimed() == 0


def test_sweep_is_a_daily_task_of_the_installation() -> None:
    task = tasks.get("files.sweep")
    assert (task.schedule, task.per_village) == (DAY, False)
    task.run({})
