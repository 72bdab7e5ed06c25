"""Autosave of half-filled office forms."""

from typing import cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from desa.foundation.core.http.access import signed_in
from desa.foundation.intake.actions import discard_draft, save_draft
from desa.foundation.intake.exceptions import DraftRefused
from desa.foundation.intake.queries import was_sent
from desa.foundation.intake.rules import kept


def _owner(request: HttpRequest) -> int:
    return cast(int, request.user.pk)


@signed_in
@require_POST
def autosave(request: HttpRequest, form: str, subject_id: int) -> HttpResponse:
    """Called by draft.js: 204 when the form's state is safe, 413 when it cannot be kept."""
    if was_sent(request.POST.get("kirim_id", "")):
        return HttpResponse(status=204)
    try:
        save_draft(
            owner_id=_owner(request),
            form=form,
            subject_id=subject_id,
            data=kept(request.POST.lists()),
        )
    except DraftRefused:
        return HttpResponse(status=413)
    return HttpResponse(status=204)


@signed_in
@require_POST
def discard(request: HttpRequest, form: str, subject_id: int) -> HttpResponse:
    """The button "Mulai dari kosong": back to the page in `lanjut`, now without the draft."""
    discard_draft(owner_id=_owner(request), form=form, subject_id=subject_id)
    target = request.POST.get("lanjut", "")
    if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        return HttpResponseRedirect(target)
    return HttpResponse(status=204)
