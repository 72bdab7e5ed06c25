"""One of two processes that number papers at the same moment: `python -m ... <village> <signer> <count>`."""

import os
import sys
import threading

import django
from django.db import connection

from tests.foundation.papers.samples import FORMAT, letter


def _number(village_id: int, signer_id: int, count: int) -> None:
    from desa.foundation.accounts.models import Officeholder
    from desa.foundation.core.actions import SystemActor
    from desa.foundation.papers.actions import number_paper
    from desa.foundation.papers.enums import PaperSize
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope

    with village_scope(Village.objects.get(pk=village_id)):
        for _turn in range(count):
            number_paper(
                by=SystemActor("uji"),
                document=letter(),
                register="surat",
                register_format=FORMAT,
                classification="470",
                signer=Officeholder.objects.get(pk=signer_id),
                recorded_by=None,
                size=PaperSize.A4,
                kind_label="Surat Keterangan",
                subject_name="SUWARNI",
            )
    connection.close()


def main(village_id: int, signer_id: int, count: int, threads: int = 5) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.foundation.jobs.sample.settings")
    django.setup()
    work = (village_id, signer_id, count // threads)
    running = [threading.Thread(target=_number, args=work) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
