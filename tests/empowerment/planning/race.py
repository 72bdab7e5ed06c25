"""One of several processes that type one sheet at the same moment: `python -m ... <village> <user> <round> <dusun>`."""

import os
import sys

import django


def main(village_id: int, user_id: int, round_id: int, area_id: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.foundation.jobs.sample.settings")
    django.setup()
    from desa.empowerment.planning.actions import type_sheet
    from desa.empowerment.planning.exceptions import ProposalRefused
    from desa.empowerment.planning.models import Round
    from desa.foundation.accounts.models import User
    from desa.foundation.tenancy.models import Area, Village
    from desa.foundation.tenancy.scope import village_scope
    from tests.empowerment.planning.samples import RANKING, on

    with village_scope(Village.objects.get(pk=village_id)), on(*RANKING):
        user, round_ = User.objects.get(pk=user_id), Round.objects.get(pk=round_id)
        area = Area.objects.get(pk=area_id)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.readline()
        try:
            ballot = type_sheet(by=user, round_=round_, sheet=7, choices="1", area=area)
            sys.stdout.write("counts\n" if ballot.counts else "once\n")
        except ProposalRefused:
            sys.stdout.write("refused\n")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
