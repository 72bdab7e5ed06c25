"""One letter: where it stands, its paper, hand-over, and what may go wrong afterwards."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.http.paging import page_of
from desa.foundation.papers.actions import attach_if_possible
from desa.foundation.papers.enums import PaperState
from desa.foundation.papers.queries import paper_pdf
from desa.foundation.trail.actions import look
from desa.services.letters.actions import cancel_letter, hand_over, replace_letter, void_letter
from desa.services.letters.enums import LetterPermission, LetterState
from desa.services.letters.exceptions import LetterRefused
from desa.services.letters.forms import HandOverForm, ReasonForm, ReplaceForm
from desa.services.letters.models import Letter
from desa.services.letters.queries import finished_letters, letters, open_letters
from desa.services.letters.transitions import TRANSITIONS

VIEW = requires(LetterPermission.LETTER_VIEW)
MAKE = requires(LetterPermission.LETTER_MAKE)
VOID = requires(LetterPermission.LETTER_VOID)


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    """What waits and what was done last; names, no numbers."""
    context = {
        "open_letters": page_of(request, open_letters(), "menunggu"),
        "finished": page_of(request, finished_letters(), "selesai"),
    }
    return render(request, "letters/office/overview.html", context)


@VIEW
@require_GET
def detail(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter = get_object_or_404(letters(), pk=letter_id)
    return render(request, "letters/office/detail.html", _standing(request, letter))


def _standing(request: HttpRequest, letter: Letter) -> dict[str, Any]:
    """What this official may do with the letter next, and the form of its hand-over."""
    user, state = official(request), LetterState(letter.state)
    steps = {after: needed for (before, after), needed in TRANSITIONS.items() if before == state}
    receiver = letter.helper_name or letter.person.name
    return {
        "letter": letter,
        "hand_over_form": HandOverForm(initial={"received_by": receiver}),
        "possible": {
            after.value for after, needed in steps.items() if has_permission(user, needed)
        },
        "may_make": has_permission(user, LetterPermission.LETTER_MAKE),
    }


@VIEW
@require_GET
def slip(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter = get_object_or_404(letters(), pk=letter_id)
    return render(request, "letters/office/slip.html", _standing(request, letter))


@VIEW
@require_GET
def print_file(request: HttpRequest, letter_id: int) -> HttpResponse:
    """The paper itself, as it was frozen; a look at the person's numbers, so it is noted."""
    letter = get_object_or_404(letters(), pk=letter_id, paper__state=PaperState.ISSUED)
    assert letter.paper is not None
    look(by=official(request), person_id=letter.person_id, purpose="cetak surat")
    response = HttpResponse(paper_pdf(letter.paper), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="surat-{letter.code.display}.pdf"'
    response["Cache-Control"] = "no-store"
    return response


@MAKE
@require_http_methods(["POST"])
def finish_file(request: HttpRequest, letter_id: int) -> HttpResponse:
    """Try the print file again when it is not there yet."""
    letter = get_object_or_404(letters(), pk=letter_id, paper__isnull=False)
    assert letter.paper is not None
    attach_if_possible(paper_id=letter.paper.pk)
    return redirect("letters:detail", letter.pk)


@MAKE
@require_http_methods(["POST"])
def give(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter, form = get_object_or_404(letters(), pk=letter_id), HandOverForm(request.POST)
    if not form.is_valid():
        context = {**_standing(request, letter), "hand_over_form": form, "form": form}
        return render(request, "letters/office/detail.html", context, status=422)
    try:
        hand_over(by=official(request), letter=letter, received_by=form.cleaned_data["received_by"])
    except LetterRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("letters:detail", letter.pk)


@MAKE
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter, form = get_object_or_404(letters(), pk=letter_id), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            cancel_letter(by=official(request), letter=letter, reason=form.cleaned_data["reason"])
        except LetterRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("letters:detail", letter.pk)
    return _reason_page(request, letter, form, _("Batalkan permohonan ini"))


@VOID
@require_http_methods(["GET", "POST"])
def void(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter, form = get_object_or_404(letters(), pk=letter_id), ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            void_letter(by=official(request), letter=letter, reason=form.cleaned_data["reason"])
        except LetterRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("letters:detail", letter.pk)
    return _reason_page(request, letter, form, _("Cabut surat ini"))


@VOID
@require_http_methods(["GET", "POST"])
def replace(request: HttpRequest, letter_id: int) -> HttpResponse:
    """The corrected letter is made first, like any other; then it takes the place of this one."""
    letter = get_object_or_404(letters(), pk=letter_id)
    form = ReplaceForm(letter, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            replace_letter(by=official(request), letter=letter, **form.cleaned_data)
        except LetterRefused as problem:
            return refuse(request, 409, problem.message)
        return redirect("letters:detail", letter.pk)
    return _reason_page(request, letter, form, _("Ganti surat ini dengan yang benar"))


def _reason_page(
    request: HttpRequest, letter: Letter, form: ReasonForm, title: object
) -> HttpResponse:
    context = {"letter": letter, "form": form, "title": title}
    return render(
        request, "letters/office/reason.html", context, status=422 if form.errors else 200
    )
