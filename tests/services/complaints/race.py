"""One of two processes that file complaints at the same moment: `python -m ... <village> <count>`."""

import os
import sys
import threading

import django
from django.db import connection


def _file(village_id: int, count: int) -> None:
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.services.complaints.actions import REPORTER, Report, file_complaint
    from desa.services.complaints.enums import Channel

    with village_scope(Village.objects.get(pk=village_id)):
        for _turn in range(count):
            report = Report(category="pju", text="Lampu jalan mati", channel=Channel.WEB)
            file_complaint(by=REPORTER, report=report)
    connection.close()


def main(village_id: int, count: int, threads: int = 5) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.foundation.jobs.sample.settings")
    django.setup()
    work = (village_id, count // threads)
    running = [threading.Thread(target=_file, args=work) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
