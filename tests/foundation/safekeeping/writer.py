"""A second process that records events as fast as it can: one line per committed event, until it is killed."""

import os
import sys

import django
from django.conf import settings

from desa.foundation.core import ids


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    settings.DATABASES["default"]["NAME"] = os.environ["WRITER_DATABASE"]
    django.setup()
    ids.use_slot(lambda: ids.SLOTS - 1)  # the test's own process has its slot in another folder
    from desa.foundation.core.actions import SystemActor, action, record
    from desa.foundation.files.actions import put_content, register_file
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope

    @action
    def store(number: int, digest: str) -> None:
        file = register_file(digest=digest, size=20, media_type="text/plain")
        record("uji.berkas.disimpan", file, SystemActor("penulis"), number=number)

    with village_scope(Village.objects.get()):
        for number in range(1_000_000):
            store(number, put_content(b"surat nomor %08d" % number))
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
