"""One complaint: its story, its next steps, its reporter on demand, its pictures."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.files.queries import read_content
from desa.foundation.trail.actions import look
from desa.services.complaints.enums import ComplaintPermission
from desa.services.complaints.exceptions import ComplaintRefused
from desa.services.complaints.models import Complaint
from desa.services.complaints.policies import (
    is_public,
    may_handle,
    may_see_contact,
    visible_to,
)
from desa.services.complaints.queries import alike_to
from desa.services.complaints.transitions import OPEN
from desa.services.complaints.views.office.steps import STEPS, OfficeStep, fits, may_take, possible

VIEW = requires(ComplaintPermission.VIEW)
CONTACT = requires(ComplaintPermission.CONTACT)
PURPOSE = "kontak pelapor"


def case_or_404(request: HttpRequest, complaint_id: int) -> Complaint:
    """For one it is about it is not there, like one that never was."""
    rows = visible_to(official(request)).select_related(
        "area__parent__parent", "case", "merged_into"
    )
    return get_object_or_404(rows, pk=complaint_id)


@VIEW
@require_GET
def detail(request: HttpRequest, complaint_id: int) -> HttpResponse:
    user, case = official(request), case_or_404(request, complaint_id)
    context = {
        "case": case,
        "story": list(case.story.all()),
        "photos": list(case.photos.all()),
        "leads": possible(user, case, leads=True),
        "others": possible(user, case, leads=False),
        "alike": list(alike_to(case)) if case.state in OPEN and not case.restricted else [],
        "joined": list(case.merged.all()),
        "may_see_contact": may_see_contact(user, case) and case.contacts.exists(),
        "may_publish": is_public(case) and has_permission(user, ComplaintPermission.PUBLISH),
        "handles": may_handle(user, case),
    }
    return render(request, "complaints/office/detail.html", context)


@CONTACT
@require_GET
def reporter(request: HttpRequest, complaint_id: int) -> HttpResponse:
    """Who told it. Every look is noted, so it is a page of its own."""
    user, case = official(request), case_or_404(request, complaint_id)
    if not may_see_contact(user, case):
        raise PermissionDenied(ComplaintPermission.CONTACT)
    contact = get_object_or_404(case.contacts)
    look(by=user, person_id=contact.pk, purpose=PURPOSE)
    return render(request, "complaints/office/reporter.html", {"case": case, "contact": contact})


@VIEW
@require_http_methods(["GET", "POST"])
def take_step(request: HttpRequest, complaint_id: int, name: str) -> HttpResponse:
    """Any step of the office: its form, then the act, then the case again."""
    user, case, step = official(request), case_or_404(request, complaint_id), _step(name)
    if not may_take(user, case, step):
        raise PermissionDenied(step.permission)
    typed = request.POST if request.method == "POST" else None
    form = step.form(case, typed, initial=request.GET.dict())
    if form.is_valid():
        try:
            step.run(user, case, dict(form.cleaned_data))
            return _after(request, case)
        except ComplaintRefused as problem:
            return refuse(request, 409, problem.message)
        except ValidationError as problem:
            form.add_error(None, problem)
    context: dict[str, Any] = {"case": case, "form": form, "step": step, "fits": fits(case, step)}
    status = 422 if form.errors else 200
    return render(request, "complaints/office/step.html", context, status=status)


def _step(name: str) -> OfficeStep:
    try:
        return STEPS[name]
    except KeyError:
        raise Http404(name) from None


def _after(request: HttpRequest, case: Complaint) -> HttpResponse:
    """Back to the case, or to the list when this step took it out of one's sight."""
    if visible_to(official(request)).filter(pk=case.pk).exists():
        return redirect("complaints:detail", case.pk)
    return redirect("complaints:overview")


@VIEW
@require_GET
def photo(request: HttpRequest, complaint_id: int, photo_id: int) -> HttpResponse:
    """The picture as it came; only inside the office."""
    case = case_or_404(request, complaint_id)
    row = get_object_or_404(case.photos.select_related("file"), pk=photo_id)
    response = HttpResponse(read_content(row.file), content_type=row.file.media_type)
    response["Cache-Control"] = "no-store"
    return response
