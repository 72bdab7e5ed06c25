"""A letter whose file cannot be made in the same moment as its number."""

import pytest

from desa.foundation.accounts.models import User
from desa.foundation.jobs.models import Job
from desa.foundation.papers.actions import attaching
from desa.foundation.papers.models import Paper
from desa.services.letters.enums import LetterState
from desa.services.letters.views.office import approval
from tests.services.letters.conftest import SignIn, Submit


def test_approval_stands_when_the_file_cannot_be_written_now(
    sign_in: SignIn, kades: User, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(_content: bytes) -> str:
        raise OSError(28, "No space left on device")

    letter, client = submit(), sign_in(kades)
    monkeypatch.setattr(attaching, "put_content", full_disk)
    answer = client.post(f"/kantor/surat/setuju/{letter.public_id}/setujui/")
    assert answer.status_code == 302
    assert answer["Location"].endswith("/setuju/selesai/1/")
    letter.refresh_from_db()
    assert letter.state == LetterState.APPROVED
    again = client.post("/kantor/surat/setuju/pilihan/", {"surat": [submit().public_id]})
    assert again.status_code == 302


def test_long_batch_leaves_files_to_the_worker(
    sign_in: SignIn, kades: User, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(approval, "FILES_AT_ONCE", 1)
    letters = [submit() for _ in range(3)]
    data = {"surat": [letter.public_id for letter in letters]}
    answer = sign_in(kades).post("/kantor/surat/setuju/pilihan/", data)
    assert answer["Location"].endswith("/setuju/selesai/3/")
    assert Paper.objects.filter(print_file__isnull=False).count() == 1
    assert Job.objects.filter(task="papers.attach").count() == 3
