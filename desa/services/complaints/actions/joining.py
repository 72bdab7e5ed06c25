"""Similar reports become one case; every reporter keeps their own code and word."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.actions import action, record
from desa.services.complaints.actions.common import (
    demand_handler,
    end_clock,
    locked,
    mark_subjects,
    move,
    settle,
    tell,
)
from desa.services.complaints.enums import ComplaintState, Step
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint, ComplaintSubject
from desa.services.complaints.transitions import UNFINISHED


@action
def join_complaints(*, by: User, complaint: Complaint, into: Complaint) -> Complaint:
    """Put `complaint` under `into`; gives the case that goes on. Raises ComplaintRefused."""
    keys = sorted({complaint.pk, into.pk})
    rows = {
        row.pk: row
        for row in Complaint.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    }
    if len(rows) < 2:
        raise ComplaintRefused(_("Pilih laporan lain untuk digabung."))
    joined, main = rows[complaint.pk], rows[into.pk]
    demand_handler(by, joined)
    demand_handler(by, main)
    _demand_alike(joined, main)
    move(joined, ComplaintState.MERGED)
    joined.merged_into = main
    end_clock(joined)
    settle(joined)
    Complaint.objects.filter(merged_into=joined).update(merged_into=main, state_since=clock.now())
    _share_subjects(main)
    tell(joined, Step.STATE, by, main.public_number)
    tell(main, Step.JOINED, by, joined.public_number)
    record("complaints.complaint.joined", joined, by, number=main.public_number)
    return locked(main)


def _share_subjects(main: Complaint) -> None:
    """One case now: who is named in one of its reports reads none of them."""
    reports = Complaint.objects.filter(Q(pk=main.pk) | Q(merged_into=main))
    named = ComplaintSubject.objects.filter(complaint__in=reports).select_related("user")
    users = {subject.user for subject in named}
    for report in reports if users else []:
        mark_subjects(report, users)


def _demand_alike(joined: Complaint, main: Complaint) -> None:
    if main.state not in UNFINISHED:
        raise ComplaintRefused(_("Laporan tujuan sudah ditutup. Pilih yang masih berjalan."))
    if (joined.about, joined.restricted) != (main.about, main.restricted):
        raise ComplaintRefused(
            _("Laporan tentang perangkat tidak digabung dengan laporan yang dibaca semua.")
        )
