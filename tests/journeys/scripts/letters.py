"""What the scripts do with letters; imported after django.setup() only where it is used."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.journeys.people import SUWARNI_NIK


@contextmanager
def village() -> Iterator[Any]:
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope

    with village_scope(found := Village.objects.get()):
        yield found


def official(office: str) -> Any:
    from desa.foundation.accounts.models import Membership

    return Membership.objects.select_related("user").get(office=office).user


def submit(*, approved: bool = False) -> int:
    """A letter for Suwarni; approved = with its number, and nothing done yet about its file."""
    from desa.people.residents.queries import person_by_nik
    from desa.services.letters.actions import Application, approve_letter, submit_letter
    from desa.services.letters.engine.catalogue import kind_named

    with village():
        person = person_by_nik(SUWARNI_NIK)
        assert person is not None
        kind = kind_named("keterangan-tidak-mampu")
        application = Application(kind, person, {"keperluan": "uji listrik padam"})
        letter = submit_letter(by=official("operator"), application=application)
        if approved:
            approve_letter(by=official("kades"), letter=letter)
        return letter.pk


def approve_by_page(letter: int) -> None:
    """The tap of the kades, through the whole of the web program."""
    from desa.foundation.core.ids import public_id
    from tests.factories import enter

    client = enter(official("kades"))
    path = f"/kantor/surat/setuju/{public_id(letter)}/setujui/"
    answer = client.post(path, headers={"host": "127.0.0.1"})
    assert answer.status_code == 302, answer.content


def work_once(_letter: int) -> None:
    from desa.foundation.jobs.management.work import Worker

    Worker().round()


def facts(pk: int) -> dict[str, Any]:
    from desa.services.letters.models import Letter

    with village():
        letter = Letter.objects.select_related("paper").get(pk=pk)
        paper = letter.paper
        return {
            "letter": pk,
            "public": letter.public_id,
            "state": letter.state,
            "number": paper.number if paper else None,
            "file": bool(paper and paper.print_file_id),
        }
