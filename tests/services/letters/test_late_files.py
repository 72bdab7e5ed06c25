"""A letter whose file cannot be made in the same moment as its number."""

from uuid import uuid4

import pytest

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.jobs.models import Job
from desa.foundation.papers.actions import attaching
from desa.foundation.papers.models import Paper
from desa.people.residents.models import Person
from desa.services.letters.actions import approve_letter
from desa.services.letters.enums import LetterState
from desa.services.letters.views.office import approval
from tests.services.letters.conftest import SignIn, Submit


def full_disk(_content: bytes) -> str:
    raise OSError(28, "No space left on device")


def test_approval_stands_when_the_file_cannot_be_written_now(
    sign_in: SignIn, kades: User, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
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


def test_resident_at_the_counter_gets_the_number_when_the_file_cannot_be_written_now(
    sign_in: SignIn,
    operator: User,
    kades: User,
    suwarni: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(attaching, "put_content", full_disk)
    signer = Officeholder.objects.get(office=Office.KADES)
    data = {"keperluan": "pendaftaran sekolah", "kirim_id": str(uuid4()), "signer": signer.pk}
    url = f"/kantor/surat/warga/{suwarni.public_id}/keterangan-tidak-mampu/"
    answer = sign_in(operator).post(url, {**data, "ditunggu": "1"})
    assert answer.status_code == 302
    assert Paper.objects.get().print_file is None


def test_numbered_letter_is_read_aloud_as_it_is_written(
    sign_in: SignIn, operator: User, kades: User, submit: Submit, suwarni: Person
) -> None:
    letter = approve_letter(by=kades, letter=submit())
    Person.objects.filter(pk=suwarni.pk).update(birth_place="Malang")
    page = sign_in(operator).get(f"/kantor/surat/{letter.public_id}/bacakan/").content.decode()
    assert "Pasuruan, 12 Maret 1955" in page
    assert "Malang" not in page
