"""TRU6: of the complaints that were due, those that are closed because the reporter says it is good."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.measures import Evidence, Measure, Reading, Unit, share
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.enums import ComplaintState
from desa.services.complaints.models import Complaint, ComplaintStep


def read_finished(until: date) -> Reading:
    """Due by the first promise, so that stopping the clock moves nothing out of the count.

    What was refused, passed on or closed in silence counts as not finished: no such step raises it. Spam and joined reports are no complaints of their own. Restricted ones are left out, because whom
    they are about may read this figure too.
    """
    zone = ZoneInfo(current_village().timezone)
    moment = datetime.combine(until + timedelta(days=1), time(), zone)
    due = Complaint.objects.filter(restricted=False, case__first_promised_at__lt=moment)
    rows = due.exclude(state__in=[ComplaintState.SPAM, ComplaintState.MERGED])
    states = _states_before(moment)
    evidence = tuple(
        _row(row, states.get(row.pk, ComplaintState.RECEIVED), zone)
        for row in rows.order_by("created_at", "pk")
    )
    return share(evidence, empty=_("Belum ada pengaduan yang waktunya tiba."))


def _states_before(moment: datetime) -> dict[int, str]:
    """The state of each case at that moment, by its own story."""
    told = ComplaintStep.objects.filter(at__lt=moment).order_by("at", "pk")
    return dict(told.values_list("complaint_id", "state"))


def _row(complaint: Complaint, state: str, zone: ZoneInfo) -> Evidence:
    return Evidence(
        label=complaint.public_number,
        value=1.0 if state == ComplaintState.CONFIRMED else 0.0,
        url=reverse("complaints:detail", args=[complaint.pk]),
        on=complaint.created_at.astimezone(zone).date(),
        note=str(ComplaintState(state).label),
        public=not complaint.private,
    )


FINISHED = Measure(
    code="TRU6",
    room="complaints",
    unit=Unit.SHARE,
    read=read_finished,
    title=gettext_lazy("Pengaduan yang tuntas menurut pelapor"),
)
