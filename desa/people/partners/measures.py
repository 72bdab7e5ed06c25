"""COO1 to COO5 of the eight indicators, each with the rows it counts.

The village's own decisions here: COO1 looks back 6 months, the others 12; a forum's level is lessened by
who was missing; the programme's cost is what the joint activities cost; the village itself is an actor.
"""

from collections.abc import Callable
from datetime import date

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core import clock
from desa.foundation.core.measures import (
    Evidence,
    Measure,
    Reading,
    Standing,
    Unit,
    measure,
    share,
)
from desa.foundation.core.values.dates import format_long
from desa.foundation.tenancy.scope import current_village
from desa.people.partners.enums import MeetingState, MoneyClass
from desa.people.partners.models import Activity, Basis, Decision, Fund, Meeting, Partner
from desa.people.partners.queries import actors, counts, decisions, done_between, is_joint, standing
from desa.people.partners.rules.days import months_before
from desa.people.partners.rules.figures import (
    FEWEST_ACTORS,
    centralisation,
    degrees,
    forum_quality,
    inclusiveness,
    shared_cost,
)

ROOM = "partners"
NO_PARTNER = gettext_lazy("Belum ada mitra yang tercatat.")
NO_FORUM = gettext_lazy(
    "Belum ada musyawarah tentang desa digital yang dinilai dengan bukti dalam 12 bulan."
)
NO_COMMITMENT = gettext_lazy("Belum ada keputusan musyawarah yang jatuh tempo dalam 12 bulan.")
NO_COST = gettext_lazy("Belum ada kegiatan bersama yang biayanya dicatat dalam 12 bulan.")
FEW_ACTORS = gettext_lazy("Perlu paling sedikit 5 pihak yang bekerja bersama dalam 12 bulan.")
IN_KIND = gettext_lazy("Sebagian berupa barang atau tenaga yang nilainya ditaksir.")


def register_own() -> None:
    rows: tuple[tuple[str, str, Unit, Callable[[date], Reading], object], ...] = (
        ("COO1", "", Unit.SHARE, active_partners, gettext_lazy("Mitra yang aktif dan berdasar")),
        ("COO2", "", Unit.LEVEL, forum_level, gettext_lazy("Mutu musyawarah desa digital")),
        ("COO3", "keputusan", Unit.SHARE, commitments, gettext_lazy("Keputusan yang selesai tepat waktu")),
        ("COO4", "", Unit.SHARE, shared_resources, gettext_lazy("Sumber daya dari luar APBDes")),
        ("COO5", "", Unit.SHARE, spread, gettext_lazy("Jejaring yang tidak terpusat")),
    )  # fmt: skip
    for code, part, unit, read, title in rows:
        measure(Measure(code, ROOM, unit, read, part, title))


def _day(moment: object) -> date:
    return clock.local(moment, current_village()).date()  # type: ignore[arg-type]


def joint_activities(until: date, months: int) -> list[Activity]:
    """Known as done together by the end of that day."""
    return [
        row for row in done_between(months_before(until, months), until) if is_joint(row, until)
    ]


def active_partners(until: date) -> Reading:
    """COO1: a basis in force and a joint activity with a photo in 6 months, of all registered partners."""
    known = Partner.base_objects.prefetch_related(Prefetch("bases", Basis.objects.all()))
    partners = [row for row in known if _registered(row, until)]
    proven = [row for row in joint_activities(until, 6) if row.photo_id]
    rows = tuple(_partner_row(partner, proven, until) for partner in partners)
    return share(rows, empty=str(NO_PARTNER))


def _registered(partner: Partner, until: date) -> bool:
    gone = partner.removed_at
    return _day(partner.created_at) <= until and (gone is None or _day(gone) > until)


def _partner_row(partner: Partner, proven: list[Activity], until: date) -> Evidence:
    known = [row for row in partner.bases.all() if _day(row.created_at) <= until]
    held = [row for row in known if row.is_in_force(until)]
    done = [row for row in proven if partner.pk in actors(row)]
    gaps = [] if held else [_("tidak ada dasar yang berlaku")]
    gaps += [] if done else [_("tidak ada kegiatan bersama berbukti dalam 6 bulan")]
    note = ", ".join(gaps) or f"{held[0]}; {done[0].title}"
    last = max((row.done_on for row in done if row.done_on), default=None)
    url = reverse("partners:partner", args=[partner.pk])
    return Evidence(partner.name, 0 if gaps else 1, url, last, note)


def forum_level(until: date) -> Reading:
    """COO2: the mean over digital forums of the proven level times who was there."""
    first = months_before(until, 12)
    found = Meeting.objects.filter(
        is_digital=True,
        state=MeetingState.HELD,
        level__isnull=False,
        day__gt=first,
        day__lte=until,
    )
    rows = [
        _forum_row(meeting)
        for meeting in found
        if meeting.held_at and _day(meeting.held_at) <= until
    ]
    if not rows:
        return Reading(Standing.NO_DATA, why=str(NO_FORUM))
    mean = sum(row.value for row in rows) / len(rows)
    return Reading(Standing.MEASURED, mean, evidence=tuple(rows), n=len(rows))


def _forum_row(meeting: Meeting) -> Evidence:
    seen = counts(meeting)
    factor = inclusiveness(seen.women, seen.people, len(seen.dusun), seen.all_dusun)
    note = _("tingkat %(level)s, perempuan %(women)s dari %(people)s, dusun %(came)s dari %(all)s: %(proof)s") % {
        "level": meeting.level,
        "women": seen.women,
        "people": seen.people,
        "came": len(seen.dusun),
        "all": seen.all_dusun,
        "proof": meeting.level_evidence,
    }  # fmt: skip
    url = reverse("partners:meeting", args=[meeting.pk])
    return Evidence(str(meeting), forum_quality(meeting.level or 1, factor), url, meeting.day, note)


def commitments(until: date) -> Reading:
    """COO3, part of the meetings: done by their day, of those whose day came in 12 months."""
    first = months_before(until, 12)
    found = decisions().filter(
        Q(meeting__removed_at__isnull=True), first_due__lte=until, meeting__day__lte=until
    )
    rows = tuple(
        _decision_row(row, until)
        for row in found
        if _day(row.created_at) <= until and first < row.counted_due(until) <= until
    )
    return share(rows, empty=str(NO_COMMITMENT))


def _decision_row(row: Decision, until: date) -> Evidence:
    kept = standing(row, until).kept is True
    note = f"{row.owner}, {format_long(row.counted_due(until))}"
    url = reverse("partners:meeting", args=[row.meeting_id])
    return Evidence(row.text, int(kept), url, row.done_on, note)


def shared_resources(until: date) -> Reading:
    """COO4: cash and valued in-kind from outside the APBDes, of all that the joint activities cost."""
    found = joint_activities(until, 12)
    funds = [(row, fund) for row in found for fund in row.funds.all()]
    own = sum(fund.amount.sen for _row, fund in funds if fund.money_class == MoneyClass.APBDES)
    others = sum(fund.amount.sen for _row, fund in funds if fund.money_class != MoneyClass.APBDES)
    value = shared_cost(own, others)
    if value is None:
        return Reading(Standing.NO_DATA, why=str(NO_COST))
    rows = tuple(_fund_row(row, fund, own + others) for row, fund in funds)
    guessed = any(fund.in_kind for _row, fund in funds)
    known = Standing.ESTIMATED if guessed else Standing.MEASURED
    return Reading(known, value, others, own + others, rows, str(IN_KIND) if guessed else "")


def _fund_row(activity: Activity, fund: Fund, whole: int) -> Evidence:
    outside = fund.money_class != MoneyClass.APBDES
    part = fund.amount.sen / whole if outside else 0
    note = f"{fund.get_money_class_display()} {fund.amount}"
    note += f" ({_('taksiran')})" if fund.in_kind else ""
    return Evidence(activity.title, part, reverse("partners:partners"), activity.done_on, note)


def spread(until: date) -> Reading:
    """COO5: one less Freeman's degree centralisation of who works with whom; the village is one of them."""
    found = degrees(actors(row) for row in joint_activities(until, 12))
    if len(found) < FEWEST_ACTORS:
        return Reading(Standing.NO_DATA, why=str(FEW_ACTORS))
    names = dict(Partner.base_objects.filter(pk__in=found).values_list("pk", "name"))
    names[0] = _("Pemerintah desa")
    rows = tuple(
        Evidence(
            names[actor],
            degree / (len(found) - 1),
            reverse("partners:partner", args=[actor]) if actor else "",
            note=_("bekerja bersama %(count)s pihak") % {"count": degree},
        )
        for actor, degree in sorted(found.items(), key=lambda item: -item[1])
    )
    value = 1 - centralisation(list(found.values()))
    return Reading(Standing.MEASURED, value, evidence=rows, n=len(found))
