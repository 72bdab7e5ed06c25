"""The printed papers of a meeting."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.papers.actions import attach_if_possible
from desa.foundation.papers.queries import paper_pdf
from desa.people.partners import actions
from desa.people.partners.engine.sheets import make_sheet
from desa.people.partners.models import Meeting
from desa.people.partners.queries.sheets import attendance_sheet, copies_sheet, meeting_sheet
from desa.people.partners.views.common import KEEP, VIEW, one_act, pdf
from desa.people.partners.views.office.meetings import meeting_url


def _meeting(meeting_id: int) -> Meeting:
    rows = Meeting.objects.select_related("invitation__print_file", "record_paper__print_file")
    return get_object_or_404(rows, pk=meeting_id)


@KEEP
@require_POST
def issue_invitation(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = _meeting(meeting_id)

    def issue() -> None:
        paper = actions.issue_invitation(by=official(request), meeting=found)
        attach_if_possible(paper_id=paper.pk)

    return one_act(request, issue, meeting_url(found))


@KEEP
@require_POST
def issue_record(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = _meeting(meeting_id)

    def issue() -> None:
        paper = actions.issue_record(by=official(request), meeting=found)
        attach_if_possible(paper_id=paper.pk)

    return one_act(request, issue, meeting_url(found))


@VIEW
@require_GET
def invitation(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = _meeting(meeting_id)
    if found.invitation is None:
        raise Http404
    return pdf(paper_pdf(found.invitation), "undangan")


@VIEW
@require_GET
def copies(request: HttpRequest, meeting_id: int) -> HttpResponse:
    """The same letter once for each addressee, by name."""
    found = _meeting(meeting_id)
    if found.invitation is None:
        raise Http404
    return pdf(make_sheet("copies", copies_sheet(found)), "undangan-per-nama")


@VIEW
@require_GET
def attendance(request: HttpRequest, meeting_id: int) -> HttpResponse:
    return pdf(make_sheet("attendance", attendance_sheet(_meeting(meeting_id))), "daftar-hadir")


@VIEW
@require_GET
def record(request: HttpRequest, meeting_id: int) -> HttpResponse:
    found = _meeting(meeting_id)
    if found.record_paper is None:
        raise Http404
    return pdf(paper_pdf(found.record_paper), "berita-acara")


@VIEW
@require_GET
def sheet(request: HttpRequest, meeting_id: int) -> HttpResponse:
    return pdf(make_sheet("meeting", meeting_sheet(_meeting(meeting_id))), "lembar-musyawarah")
