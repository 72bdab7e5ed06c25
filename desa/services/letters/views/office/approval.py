"""The kades' list on a phone: read the paper as a picture, one tap, or a batch."""

from contextlib import suppress
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from desa.foundation.accounts.models import Officeholder
from desa.foundation.accounts.queries import official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.ids import parse_public_id
from desa.foundation.papers.actions import attach_if_possible
from desa.foundation.papers.queries import paper_png
from desa.foundation.trail.actions import look
from desa.services.letters.actions import approve_batch, approve_letter, refuse_letter
from desa.services.letters.enums import LetterPermission
from desa.services.letters.exceptions import LetterRefused, NoSigner
from desa.services.letters.forms import ReasonForm
from desa.services.letters.models import Letter
from desa.services.letters.queries import (
    compose,
    letters,
    preview_signer,
    signed_on_the_spot,
    waiting_for_approval,
)
from desa.services.letters.views.office.cards import approval_cards
from desa.services.letters.views.office.pictures import preview, shown

APPROVE = requires(LetterPermission.LETTER_APPROVE)
FILES_AT_ONCE = 20  # a page answers in seconds; the files of a longer batch are the worker's


@APPROVE
@require_GET
def approvals(request: HttpRequest) -> HttpResponse:
    cards = approval_cards(list(waiting_for_approval()))
    context = {"cards": cards, "on_the_spot": signed_on_the_spot()}
    return render(request, "letters/office/approvals.html", context)


@APPROVE
@require_POST
def approve_many(request: HttpRequest) -> HttpResponse:
    """Only what was ticked; what another device has approved meanwhile stays as it is."""
    chosen = list(letters().filter(pk__in=_keys(request.POST.getlist("surat"))))
    if not chosen:
        return refuse(request, 422, _("Belum ada surat yang dicentang. Kembali, lalu centang."))
    try:
        approved = approve_batch(by=official(request), letters=chosen)
    except LetterRefused as problem:
        return refuse(request, 409, problem.message)
    for letter in approved[:FILES_AT_ONCE]:
        _print_file(letter)
    return redirect("letters:approved", count=len(approved))


def _keys(typed: list[str]) -> list[int]:
    """What the boxes were, without what is no identifier of ours."""
    keys = []
    for value in typed:
        with suppress(ValueError):
            keys.append(parse_public_id(value))
    return keys


@APPROVE
@require_GET
def approved(request: HttpRequest, count: int) -> HttpResponse:
    context = {"count": count, "left": waiting_for_approval().count()}
    return render(request, "letters/office/approved.html", context)


@APPROVE
@require_GET
def read(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter = get_object_or_404(letters(), pk=letter_id)
    look(by=official(request), person_id=letter.person_id, purpose="tanda tangan")
    try:
        signer = preview_signer(official(request))
    except NoSigner as problem:
        return refuse(request, 409, problem.message)
    context = {"letter": letter, "reason_form": ReasonForm(), **_paper(letter, signer)}
    return render(request, "letters/office/read.html", context)


def _paper(letter: Letter, signer: Officeholder) -> dict[str, Any]:
    """The paper as a picture; as words too while nothing is frozen."""
    if letter.paper is not None:
        return {"document": None, "preview": shown(paper_png(letter.paper), letter.paper.size)}
    document = compose(letter.kind_data, letter.person, letter.answers, signer)
    return {"document": document, "preview": preview(document)}


@APPROVE
@require_POST
def approve(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter = get_object_or_404(Letter, pk=letter_id)
    try:
        _print_file(approve_letter(by=official(request), letter=letter))
    except LetterRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("letters:approved", count=1)


@APPROVE
@require_POST
def refuse_one(request: HttpRequest, letter_id: int) -> HttpResponse:
    letter, form = get_object_or_404(Letter, pk=letter_id), ReasonForm(request.POST)
    if not form.is_valid():
        return refuse(
            request, 422, _("Tulis alasannya, agar warga tahu. Kembali, lalu isi kotak alasan.")
        )
    try:
        refuse_letter(by=official(request), letter=letter, reason=form.cleaned_data["reason"])
    except LetterRefused as problem:
        return refuse(request, 409, problem.message)
    return redirect("letters:approvals")


def _print_file(letter: Letter) -> None:
    """Steps two and three at once; when they fail or this process dies here, the worker does them."""
    assert letter.paper_id is not None
    attach_if_possible(paper_id=letter.paper_id)
