from datetime import date

from django.utils.translation import gettext_lazy as _

from desa.empowerment.literacy.actions.common import demand
from desa.empowerment.literacy.enums import LiteracyPermission
from desa.empowerment.literacy.exceptions import LiteracyRefused
from desa.empowerment.literacy.models import Cadre
from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village


@action
def appoint_cadre(
    *, by: Actor, name: str, dusun: Area, since: date, user: User | None = None
) -> Cadre:
    """Raises LiteracyRefused, PermissionDenied."""
    demand(by, LiteracyPermission.CADRES)
    if user and Cadre.objects.filter(user=user, valid_to__isnull=True).exists():
        raise LiteracyRefused(
            _("Akun ini sudah menjadi kader di sebuah dusun. Akhiri dulu yang lama.")
        )
    cadre = Cadre(name=" ".join(name.split()), user=user, dusun=dusun, valid_from=since)
    cadre.full_clean()
    cadre.save()
    record("literacy.cadre.appointed", cadre, by)
    return cadre


@action
def end_cadre(*, by: Actor, cadre: Cadre) -> Cadre:
    """What they taught and helped stays."""
    demand(by, LiteracyPermission.CADRES)
    current = Cadre.objects.select_for_update().get(pk=cadre.pk)
    if current.valid_to is None:
        current.valid_to = max(clock.today(current_village()), current.valid_from)
        current.save(update_fields=["valid_to"])
        record("literacy.cadre.ended", current, by)
    return current
