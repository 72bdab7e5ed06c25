"""Which dusun an official acts in: everybody's for the office, one's own for a cadre."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from desa.empowerment.literacy.models import Assist, Cadre, LearningClass
from desa.empowerment.literacy.permissions import HALL
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import User
from desa.foundation.accounts.queries import offices_of
from desa.foundation.core import clock
from desa.foundation.tenancy.enums import AreaKind
from desa.foundation.tenancy.models import Area
from desa.foundation.tenancy.scope import current_village


def hamlets(day: date | None = None) -> QuerySet[Area]:
    """The dusun of the village on a day, today without one."""
    day = day or clock.today(current_village())
    began = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    lasts = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return Area.objects.filter(began, lasts, kind=AreaKind.DUSUN).order_by("name")


def active_cadres(day: date | None = None) -> QuerySet[Cadre]:
    day = day or clock.today(current_village())
    lasts = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return Cadre.objects.filter(lasts, valid_from__lte=day).select_related("dusun")


@dataclass(frozen=True)
class Reach:
    """`everywhere`, or the dusun in `dusun` alone; `cadre` is who logs when a cadre does."""

    everywhere: bool
    dusun: frozenset[int]
    cadre: Cadre | None = None

    @property
    def is_nowhere(self) -> bool:
        return not self.everywhere and not self.dusun

    def holds(self, dusun_id: int | None) -> bool:
        return self.everywhere or dusun_id in self.dusun

    def hamlets(self) -> QuerySet[Area]:
        rows = hamlets()
        return rows if self.everywhere else rows.filter(pk__in=self.dusun)

    def cadres(self) -> QuerySet[Cadre]:
        rows = active_cadres()
        return rows if self.everywhere else rows.filter(dusun__in=self.dusun)

    def classes(self) -> QuerySet[LearningClass]:
        rows = LearningClass.objects.select_related("dusun", "trainer__dusun")
        return rows if self.everywhere else rows.filter(dusun__in=self.dusun)

    def assists(self) -> QuerySet[Assist]:
        rows = Assist.objects.select_related("dusun", "cadre__dusun")
        return rows if self.everywhere else rows.filter(cadre=self.cadre)


def reach_of(user: User) -> Reach:
    if not offices_of(user).isdisjoint((*HALL, Office.KADES)):
        return Reach(everywhere=True, dusun=frozenset())
    own = active_cadres().filter(user=user).first()
    return Reach(False, frozenset({own.dusun_id}) if own else frozenset(), own)
