"""COO3, the part of proposals: those whose state and reason anyone can read, of those that had to be decided."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.empowerment.planning.enums import Phase
from desa.empowerment.planning.models import Proposal, RoundPhase
from desa.empowerment.planning.transitions import DECIDED
from desa.foundation.core.measures import Evidence, Measure, Reading, Unit, share
from desa.foundation.tenancy.scope import current_village


def read_answered(until: date) -> Reading:
    """Proposals of the years whose deciding is over or was published by then. A merged one counts for itself,
    answered with the one it was put under."""
    zone = ZoneInfo(current_village().timezone)
    moment = datetime.combine(until + timedelta(days=1), time(), zone)
    over = RoundPhase.objects.filter(phase=Phase.DECIDE, closes__lte=until).values("round")
    rows = Proposal.objects.filter(created_at__lt=moment).select_related("round", "merged_into")
    due = rows.filter(round__in=over) | rows.filter(round__published_at__lt=moment)
    evidence = tuple(_row(row, moment, zone) for row in due.order_by("round__year", "number"))
    return share(evidence, empty=_("Belum ada usulan yang waktunya diputuskan."))


def _row(proposal: Proposal, moment: datetime, zone: ZoneInfo) -> Evidence:
    main, told = proposal.merged_into or proposal, proposal.round.published_at
    good = told is not None and told < moment and main.state in DECIDED and bool(main.reason)
    return Evidence(
        label=proposal.public_number,
        value=1.0 if good else 0.0,
        url=reverse("planning:proposal", args=[proposal.round.year, proposal.number]),
        on=proposal.created_at.astimezone(zone).date(),
        note=str(main.get_state_display()),
    )


ANSWERED = Measure(
    code="COO3",
    room="planning",
    unit=Unit.SHARE,
    read=read_answered,
    part="usulan",
    title=gettext_lazy("Usulan yang dijawab dengan keadaan dan alasan"),
)
