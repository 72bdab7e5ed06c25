"""One proposal in the office: its steps, its photos, and its proposer on demand."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.empowerment.planning import actions, published
from desa.empowerment.planning.actions.common import closed_words
from desa.empowerment.planning.enums import PlanningPermission, ProposalState
from desa.empowerment.planning.exceptions import ProposalRefused
from desa.empowerment.planning.models import Proposal
from desa.empowerment.planning.queries import alike_to, calendar_of, proposals
from desa.empowerment.planning.rules.phases import refusal
from desa.empowerment.planning.views.office.desk import VIEW, rights
from desa.empowerment.planning.views.office.steps import STEPS, OfficeStep, steps_for
from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core import clock
from desa.foundation.core.http.access import requires
from desa.foundation.files.exceptions import PhotoRefused
from desa.foundation.files.queries import read_content
from desa.foundation.tenancy.scope import current_village
from desa.foundation.trail.actions import look

HANDLE = requires(PlanningPermission.HANDLE)
CONTACT = requires(PlanningPermission.CONTACT)
PURPOSE = "kontak pengusul"


def _found(proposal_id: int) -> Proposal:
    return get_object_or_404(proposals(), pk=proposal_id)


@VIEW
@require_GET
def detail(request: HttpRequest, proposal_id: int) -> HttpResponse:
    proposal = _found(proposal_id)
    received = proposal.state == ProposalState.RECEIVED
    context = {
        "proposal": proposal,
        "page": published.proposal(proposal.round.year, proposal.number),
        "steps": steps_for(official(request), proposal),
        "photos": list(proposal.photos.select_related("file")),
        "alike": alike_to(proposal) if received else [],
        "joined": list(proposal.merged.select_related("round").order_by("number")),
        "words": list(proposal.words.order_by("turn")),
        "has_contact": proposal.proposers.exists(),
        **rights(request),
    }
    return render(request, "planning/office/detail.html", context)


@VIEW
@require_http_methods(["GET", "POST"])
def take_step(request: HttpRequest, proposal_id: int, name: str) -> HttpResponse:
    """Any step of the office: its form, then the act, then the proposal again."""
    proposal, step = _found(proposal_id), STEPS.get(name)
    if step is None:
        raise Http404(name)
    if not has_permission(official(request), step.permission):
        raise PermissionDenied(step.permission)
    post = request.method == "POST"
    form = step.form(proposal, request.POST if post else None, request.FILES if post else None)
    if form.is_valid():
        try:
            step.run(official(request), proposal, form)
            return redirect("planning:detail", proposal.pk)
        except (ProposalRefused, PhotoRefused) as problem:
            form.add_error(None, str(problem))
    context = {"proposal": proposal, "form": form, "step": step, "closed": _closed(proposal, step)}
    status = 422 if form.errors else 200
    return render(request, "planning/office/step.html", context, status=status)


def _closed(proposal: Proposal, step: OfficeStep) -> str:
    """Why the step cannot be taken today; empty when it can."""
    today = clock.today(current_village())
    found = refusal(step.act, calendar_of(proposal.round), today)
    return closed_words(found, proposal.round.year) if found else ""


@HANDLE
@require_POST
def show(request: HttpRequest, proposal_id: int) -> HttpResponse:
    proposal = _found(proposal_id)
    actions.show_proposal(by=official(request), proposal=proposal)
    return redirect("planning:detail", proposal.pk)


@HANDLE
@require_POST
def show_photo(request: HttpRequest, proposal_id: int, photo_id: int) -> HttpResponse:
    photo = get_object_or_404(_found(proposal_id).photos, pk=photo_id)
    shown = request.POST.get("tampil") == "ya"
    actions.show_photo(by=official(request), photo=photo, shown=shown)
    return redirect("planning:detail", proposal_id)


@VIEW
@require_GET
def photo(request: HttpRequest, proposal_id: int, photo_id: int) -> HttpResponse:
    """The picture as it came; only inside the office."""
    rows = _found(proposal_id).photos.select_related("file")
    row = get_object_or_404(rows, pk=photo_id)
    response = HttpResponse(read_content(row.file), content_type=row.file.media_type)
    response["Cache-Control"] = "no-store"
    return response


@CONTACT
@require_GET
def proposer(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Who wished it. Every look is noted, so it is a page of its own."""
    proposal = _found(proposal_id)
    contact = get_object_or_404(proposal.proposers)
    look(by=official(request), person_id=contact.pk, purpose=PURPOSE)
    context = {"proposal": proposal, "contact": contact}
    return render(request, "planning/office/proposer.html", context)
