"""One of two processes that register assets at the same moment: `python -m ... <village> <count>`."""

import os
import sys

import django
from django.db import connection


def main(village_id: int, count: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.foundation.jobs.sample.settings")
    django.setup()
    from desa.foundation.core.actions import SystemActor
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope
    from desa.infrastructure.assets.actions import AssetFacts, register_asset

    facts = AssetFacts(kind="router", name="Router")
    with village_scope(Village.objects.get(pk=village_id)):
        for _turn in range(count):
            register_asset(by=SystemActor("uji"), facts=facts)
    connection.close()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
