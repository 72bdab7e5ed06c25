"""One of two processes that press the same link at one moment: `python -m ... <village> <code>`."""

import os
import sys

import django


def main(village_id: int, code: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.foundation.jobs.sample.settings")
    django.setup()
    from desa.empowerment.marketplace.actions import answer_link
    from desa.empowerment.marketplace.exceptions import LinkSpent
    from desa.foundation.tenancy.models import Village
    from desa.foundation.tenancy.scope import village_scope

    with village_scope(Village.objects.get(pk=village_id)):
        try:
            answer_link(code=code, yes=True)
        except LinkSpent:
            sys.stdout.write("spent")
        else:
            sys.stdout.write("done")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
