"""The desk of cards: what waits, making one in two minutes, its photo, its words."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.empowerment.marketplace import queries
from desa.empowerment.marketplace.actions import change_card, drop_photo, give_photo, make_card
from desa.empowerment.marketplace.actions.cards import MADE
from desa.empowerment.marketplace.enums import CardState
from desa.empowerment.marketplace.exceptions import ClaimFound, MarketplaceRefused
from desa.empowerment.marketplace.forms import (
    PHOTO_PURPOSE,
    NewCardForm,
    PhotoForm,
    TextForm,
    initial_of,
)
from desa.empowerment.marketplace.models import ProductGroup
from desa.empowerment.marketplace.queries import office_cards
from desa.empowerment.marketplace.views.office.acting import possible
from desa.empowerment.marketplace.views.office.pages import EDIT, VIEW, card_of, page, rights
from desa.empowerment.marketplace.views.resident.cards import picture_of
from desa.foundation.accounts.queries import official
from desa.foundation.core.http.paging import page_of
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.phone import Phone
from desa.foundation.files.exceptions import PhotoRefused
from desa.foundation.intake.actions import forget_upload, take_upload
from desa.foundation.intake.exceptions import UploadGone, UploadIncomplete
from desa.foundation.intake.queries import first_result

TORN = _("Foto ini belum sampai seluruhnya. Pilih fotonya sekali lagi.")


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    state, group = request.GET.get("tampil", ""), request.GET.get("kelompok", "")
    rows = office_cards(state, group)
    return page(
        request,
        "marketplace/office/overview.html",
        cards=page_of(request, rows, "hal"),
        tabs=[("", _("Semua")), *CardState.choices],
        state=state,
        groups=ProductGroup.objects.all(),
        group=group,
        reports=queries.open_reports().count(),
        **rights(request),
    )


@VIEW
@require_GET
def detail(request: HttpRequest, card_id: int) -> HttpResponse:
    card = card_of(card_id)
    return page(
        request,
        "marketplace/office/detail.html",
        card=card,
        masked=Phone(card.phone).masked,
        steps=possible(request, card),
        prices=card.prices.all()[:20],
        change=queries.open_change(card),
        changes=card.number_changes.all()[:10],
        reports=card.reports.filter(closed_at__isnull=True),
        **rights(request),
    )


@VIEW
@require_GET
def picture(request: HttpRequest, card_id: int) -> HttpResponse:
    answer = picture_of(card_of(card_id), small=False)
    answer["Cache-Control"] = "no-store"
    return answer


@EDIT
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """All on one page; the photo comes next, so that no photo can cost the words."""
    form = NewCardForm(request.POST or None)
    if first := first_result(request.POST.get("kirim_id", ""), MADE):
        return redirect("marketplace:add_photo", first)
    if form.is_valid():
        card_id = _make(request, form)
        if card_id:
            return redirect("marketplace:add_photo", card_id)
    return page(
        request,
        "marketplace/office/make.html",
        form=form,
        has_groups=queries.editable_groups().exists(),
    )


def _make(request: HttpRequest, form: NewCardForm) -> int | None:
    data = form.cleaned_data
    try:
        return make_card(
            by=official(request),
            text=form.text(),
            phone=data["phone"],
            price=data["price"],
            key=form.submission_key,
        ).pk
    except (ClaimFound, MarketplaceRefused, ValueProblem, ValidationError) as problem:
        tell(request, form, problem)
        return None


def tell(request: HttpRequest, form: Any, problem: Exception) -> None:
    """At the field where it stands; who may keep such words gets the box for it."""
    if isinstance(problem, ClaimFound):
        for name, words in problem.found.items():
            form.add_error(name, words)
        form.show_keep(on=rights(request)["may_vouch"])
    else:
        form.add_error(None, problem if isinstance(problem, ValidationError) else str(problem))


@EDIT
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, card_id: int) -> HttpResponse:
    card = card_of(card_id)
    form = TextForm(request.POST or None, initial=initial_of(card), card=card)
    if card.claims_kept:
        form.show_keep(on=rights(request)["may_vouch"])
    if form.is_valid():
        try:
            change_card(by=official(request), card=card, text=form.text())
            return redirect("marketplace:detail", card.pk)
        except (ClaimFound, MarketplaceRefused, ValidationError) as problem:
            tell(request, form, problem)
    return page(request, "marketplace/office/change.html", form=form, card=card)


@EDIT
@require_http_methods(["GET", "POST"])
def add_photo(request: HttpRequest, card_id: int) -> HttpResponse:
    """Sent in parts while the page is open, or with the form where there is no script."""
    card = card_of(card_id)
    posted = request.method == "POST"
    form = PhotoForm(request.POST, request.FILES) if posted else PhotoForm()
    if form.is_valid():
        key, file = form.cleaned_data["photo_key"], form.cleaned_data["photo"]
        try:
            content = file.read() if file else take_upload(key=key, purpose=PHOTO_PURPOSE)
            give_photo(by=official(request), card=card, content=content)
            forget_upload(key=key)
            return redirect("marketplace:detail", card.pk)
        except PhotoRefused as problem:
            form.add_error("photo", str(problem))
        except (UploadGone, UploadIncomplete):
            form.add_error("photo", TORN)
    return page(request, "marketplace/office/add_photo.html", form=form, card=card)


@EDIT
@require_POST
def remove_photo(request: HttpRequest, card_id: int) -> HttpResponse:
    card = drop_photo(by=official(request), card=card_of(card_id))
    return redirect("marketplace:detail", card.pk)
