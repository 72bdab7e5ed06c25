"""Work that failed for good stands on a page where someone can try it again."""

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.jobs.enums import JobState
from desa.foundation.jobs.models import Job
from desa.foundation.tenancy.models import Village
from tests.factories import enter, official

pytestmark = pytest.mark.postgres
PAGE = "/kantor/kesehatan/"


def _dead(village: Village) -> Job:
    return Job.objects.create(
        village=village,
        task="papers.attach",
        key="7",
        state=JobState.DEAD,
        last_error="OSError di vault.py:80",
        finished_at=clock.now(),
    )


def test_dead_job_is_shown_and_tried_again_once(village: Village) -> None:
    job, client = _dead(village), enter(official(village, Office.OPERATOR))
    assert "OSError di vault.py:80" in client.get(PAGE).content.decode()
    for _press in range(2):
        assert client.post(f"{PAGE}tugas/{job.public_id}/ulangi/").status_code == 302
    again = Job.objects.get(task="papers.attach")
    assert (again.state, again.key) == (JobState.WAITING, "7")
    assert "Pekerjaan yang gagal" not in client.get(PAGE).content.decode()


def test_job_of_another_village_is_neither_shown_nor_touched(
    village: Village, other_village: Village
) -> None:
    village.public_address = "http://testserver"
    village.save()
    job, client = _dead(other_village), enter(official(village, Office.OPERATOR))
    assert "OSError" not in client.get(PAGE).content.decode()
    client.post(f"{PAGE}tugas/{job.public_id}/ulangi/")
    assert Job.objects.get().state == JobState.DEAD
