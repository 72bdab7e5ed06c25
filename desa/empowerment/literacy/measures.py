"""LIT6, HR2, HR3 and HR5 (indicators.md 1). LIT3 is told by the letters themselves.

No evidence row that anyone may read names a person, or an office held by one person alone.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.empowerment.literacy.engine.catalogue import function_name, functions
from desa.empowerment.literacy.models import Assist, Cadre, LearningClass, Observation
from desa.empowerment.literacy.policies import LEAST_SHOWN
from desa.empowerment.literacy.queries import (
    able_officials,
    confirmed_assists,
    duty_holders,
    hamlets,
    held_classes,
    pairs_of,
    weeks_of,
)
from desa.empowerment.literacy.rules.competence import ENOUGH_PEOPLE
from desa.empowerment.literacy.rules.gain import Gain, class_gain
from desa.empowerment.literacy.rules.hamlets import active
from desa.empowerment.literacy.rules.weeks import LEAST_WEEKS, WEEKS
from desa.foundation.core.measures import Evidence, Measure, Reading, Standing, Unit, share
from desa.foundation.tenancy.scope import current_village

ROOM = "literacy"


def _end(until: date) -> datetime:
    """The end of that day on the village's clock."""
    return datetime.combine(until + timedelta(days=1), time(), ZoneInfo(current_village().timezone))


def read_gain(until: date) -> Reading:
    """LIT6: all classes as one; each class is a row for the office, with what kind it was."""
    held = list(held_classes(_end(until)))
    tested = pairs_of(item.pk for item in held)
    rows = tuple(
        row
        for item in held
        if item.pk in tested and (row := _class_row(item, class_gain(tested[item.pk])))
    )
    everyone = [pair for item in held for pair in tested.get(item.pk, [])]
    found = class_gain(everyone)
    if found is None or found.value is None:
        why = _("Belum ada kelas dengan tugas sebelum dan sesudah yang masih punya jarak.")
        return Reading(Standing.NO_DATA, evidence=rows, why=why)
    if found.people < LEAST_SHOWN:
        why = _("Kurang dari %(least)s orang: hasilnya tidak ditampilkan.")
        return Reading(Standing.HIDDEN, why=why % {"least": LEAST_SHOWN}, n=found.people)
    return Reading(Standing.MEASURED, found.value, evidence=rows, n=found.people)


def _class_row(item: LearningClass, gain: Gain | None) -> Evidence | None:
    if gain is None or gain.value is None:
        return None
    return Evidence(
        label=f"{item.get_kind_display()}, {item.dusun}",
        value=gain.value,
        url=reverse("literacy:class", args=[item.pk]),
        on=item.starts_at.astimezone(ZoneInfo(current_village().timezone)).date(),
        public=False,
    )


def read_use(until: date) -> Reading:
    """HR2: who finished something in at least three of the last four weeks; no account is no use."""
    worked = weeks_of(_end(until))
    rows = tuple(
        Evidence(
            label=holder.office_label,
            value=float(
                holder.account is not None and worked.get(holder.account, 0) >= LEAST_WEEKS
            ),
            note=_("tanpa akun")
            if holder.account is None
            else _weeks_words(worked.get(holder.account, 0)),
            public=False,
        )
        for holder in duty_holders(until)
    )
    return share(rows, empty=_("Belum ada pejabat yang dicatat."))


def _weeks_words(weeks: int) -> str:
    return _("%(weeks)s dari %(all)s minggu") % {"weeks": weeks, "all": WEEKS}


def read_resilience(until: date) -> Reading:
    """HR3: the row of a function says whether it is held by two, never by whom."""
    if not Observation.objects.filter(observed_on__lte=until).exists():
        return Reading(Standing.NO_DATA, why=_("Belum ada tugas yang diamati."))
    mastered = able_officials(until)
    rows = tuple(
        Evidence(
            label=function_name(item),
            value=float(len(mastered.get(slug, frozenset())) >= ENOUGH_PEOPLE),
        )
        for slug, item in functions().items()
    )
    return share(rows, empty=_("Belum ada tugas yang diamati."))


def read_cadres(until: date) -> Reading:
    """HR5: help without the resident's word does not count."""
    if not Cadre.objects.filter(valid_from__lte=until).exists():
        return Reading(Standing.NO_DATA, why=_("Belum ada kader yang dicatat."))
    busy = active(_confirmed_pairs(_end(until)))
    rows = tuple(
        Evidence(label=f"Dusun {area.name}", value=float(area.pk in busy))
        for area in hamlets(until)
    )
    return share(rows, empty=_("Belum ada dusun yang dicatat."))


def _confirmed_pairs(end: datetime) -> list[tuple[int, int]]:
    rows: list[Assist] = list(confirmed_assists(end).only("cadre", "dusun"))
    return [(row.cadre_id, row.dusun_id) for row in rows]


MEASURES = (
    Measure("LIT6", ROOM, Unit.RATIO, read_gain, title=gettext_lazy("Yang dipelajari di kelas")),
    Measure(
        "HR2",
        ROOM,
        Unit.SHARE,
        read_use,
        title=gettext_lazy("Pejabat yang bekerja di sistem tiap minggu"),
    ),
    Measure(
        "HR3",
        ROOM,
        Unit.SHARE,
        read_resilience,
        title=gettext_lazy("Fungsi penting yang dikuasai dua orang"),
    ),
    Measure(
        "HR5",
        ROOM,
        Unit.SHARE,
        read_cadres,
        title=gettext_lazy("Dusun dengan kader yang aktif"),
    ),
)
