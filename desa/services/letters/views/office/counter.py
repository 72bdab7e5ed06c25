"""The counter: person found, letter picked, known fields filled, the paper seen, one key."""

from typing import Any, TypedDict

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import official
from desa.foundation.core.http.access import requires
from desa.foundation.intake.actions import discard_draft
from desa.foundation.intake.forms import restore
from desa.foundation.intake.queries import draft_for, first_result
from desa.foundation.papers.actions import attach_if_possible
from desa.foundation.servicelevels.queries import promise_if_opened_now
from desa.foundation.trail.actions import look
from desa.people.residents.models import Person
from desa.services.letters.actions import take_application
from desa.services.letters.engine.catalogue import kind_named, kinds, shipped
from desa.services.letters.enums import LetterPermission
from desa.services.letters.exceptions import LetterRefused, NoSigner, UnknownKind
from desa.services.letters.forms import LetterForm, OnTheSpotForm
from desa.services.letters.models import Letter
from desa.services.letters.queries import SENT, compose, open_twin, queue, usual_signer
from desa.services.letters.rules.kinds import LetterKind
from desa.services.letters.views.office.pictures import Preview, preview

MAKE = requires(LetterPermission.LETTER_MAKE)
PURPOSE = "surat"


class DraftKey(TypedDict):
    owner_id: int
    form: str
    subject_id: int


def kind_or_404(slug: str) -> LetterKind:
    try:
        return kind_named(slug)
    except UnknownKind:
        raise Http404(slug) from None


@MAKE
@require_GET
def choose(request: HttpRequest, person_id: int) -> HttpResponse:
    person = get_object_or_404(Person, pk=person_id)
    look(by=official(request), person_id=person.pk, purpose=PURPOSE)
    context = {
        "person": person,
        "kinds": [_kind_option(kind, person) for kind in kinds().values()],
        "queue": queue(),
        "earlier": _earlier(person),
    }
    return render(request, "letters/office/choose.html", context)


def _kind_option(kind: LetterKind, person: Person) -> dict[str, str]:
    url = reverse("letters:make", args=[person.pk, kind.slug])
    return {"url": url, "title": shipped(kind.public_name), "note": kind.short}


def _earlier(person: Person) -> list[Letter]:
    return list(person.letters.select_related("paper").order_by("-created_at")[:5])


@MAKE
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest, person_id: int, slug: str) -> HttpResponse:
    """One page: POST sends for approval, or gives the number at once when the official is present."""
    kind, person = kind_or_404(slug), get_object_or_404(Person, pk=person_id)
    form = LetterForm(kind, request.POST or None, twin=open_twin(person, kind))
    spot = OnTheSpotForm(request.POST if "ditunggu" in request.POST else None)
    if first := first_result(request.POST.get("kirim_id", ""), SENT):
        return redirect("letters:slip", first)
    if form.is_valid() and (not spot.is_bound or spot.is_valid()):
        try:
            return redirect("letters:slip", _take(request, form, person, spot).pk)
        except LetterRefused as problem:
            form.add_error(None, problem.message)
    look(by=official(request), person_id=person.pk, purpose=PURPOSE)
    draft = draft_for(**draft_key(request, kind, person))
    restore(form, draft)
    page = _page(kind, person, form, spot) | {"draft": None if form.is_bound else draft}
    status = 422 if form.errors or spot.errors else 200
    return render(request, "letters/office/make.html", page, status=status)


def draft_key(request: HttpRequest, kind: LetterKind, person: Person) -> DraftKey:
    """Whose half-filled form this is: one for each official, kind of letter and person."""
    return {
        "owner_id": official(request).pk,
        "form": draft_form(kind),
        "subject_id": person.pk,
    }


def draft_form(kind: LetterKind) -> str:
    return f"letters.{kind.slug.replace('-', '_')}"


def _take(request: HttpRequest, form: LetterForm, person: Person, spot: OnTheSpotForm) -> Letter:
    letter = take_application(
        by=official(request),
        application=form.application(person),
        key=form.submission_key,
        signer=spot.cleaned_data["signer"] if spot.is_bound else None,
    )
    discard_draft(**draft_key(request, form.kind, person))
    if letter.paper_id is not None:
        attach_if_possible(paper_id=letter.paper_id)
    return letter


def _page(
    kind: LetterKind, person: Person, form: LetterForm, spot: OnTheSpotForm
) -> dict[str, Any]:
    form.point_at_gap()
    return {
        "kind": kind,
        "person": person,
        "form": form,
        "draft_form": draft_form(kind),
        "spot": spot if spot.is_bound else OnTheSpotForm(),
        "preview": _preview(kind, person, form.answers()),
        "promised_at": promise_if_opened_now(kind.slug),
        "queue": queue(),
    }


def _preview(kind: LetterKind, person: Person, answers: dict[str, str]) -> Preview | None:
    try:
        return preview(compose(kind, person, answers, usual_signer()))
    except NoSigner:
        return None


@MAKE
@require_POST
def preview_part(request: HttpRequest, person_id: int, slug: str) -> HttpResponse:
    """The picture alone, for the script that refreshes it while the operator types."""
    kind, person = kind_or_404(slug), get_object_or_404(Person, pk=person_id)
    look(by=official(request), person_id=person.pk, purpose=PURPOSE)
    answers = LetterForm(kind, request.POST).answers()
    response = render(
        request, "letters/office/preview.html", {"preview": _preview(kind, person, answers)}
    )
    response["Desa-Part"] = "pratinjau"
    return response
