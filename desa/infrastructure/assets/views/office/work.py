"""With the phone in front of the asset: check it, call for a repair, close it, note care."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets import actions, queries
from desa.infrastructure.assets.engine.catalogue import shipped
from desa.infrastructure.assets.enums import AssetsPermission, Cause, Condition, OrderState
from desa.infrastructure.assets.forms.fields import ReasonForm
from desa.infrastructure.assets.forms.work import (
    CareForm,
    CheckForm,
    CloseOrderForm,
    FindForm,
    OpenOrderForm,
    PictureForm,
)
from desa.infrastructure.assets.models import Asset, WorkOrder
from desa.infrastructure.assets.queries.register import next_care
from desa.infrastructure.assets.views.office.common import one_form, page, stored
from desa.people.residents.queries.places import places

VIEW = requires(AssetsPermission.VIEW)
CHECK = requires(AssetsPermission.CHECK)
REPAIR = requires(AssetsPermission.REPAIR)
BOTH = require_http_methods(["GET", "POST"])


@CHECK
@BOTH
def find(request: HttpRequest) -> HttpResponse:
    """For who cannot scan: the code as it stands on the sticker."""
    form = FindForm(request.POST or None)
    if form.is_valid():
        found = queries.find_asset(form.cleaned_data["code"])
        if found is not None:
            return redirect("assets:check", found.code)
        form.add_error("code", _("Tidak ada aset dengan kode ini. Periksa lagi stikernya."))
    context, status = {"form": form}, 422 if form.errors else 200
    return render(request, "assets/office/find.html", context, status=status)


@CHECK
@BOTH
def check(request: HttpRequest, code: str) -> HttpResponse:
    """Where the sticker leads: one tap says what is seen. Scanning alone changes nothing."""
    asset = queries.find_asset(code)
    if asset is None:
        raise Http404(code)
    form = CheckForm(request.POST or None, request.FILES or None)

    def run() -> HttpResponse:
        _check(request, asset, form)
        return redirect("assets:detail", asset.pk)

    return one_form(request, form, run, _standing(asset), "assets/office/check.html")


def _check(request: HttpRequest, asset: Asset, form: CheckForm) -> None:
    actions.check_asset(
        by=official(request),
        asset=asset,
        found=Condition(form.cleaned_data["found"]),
        note=form.cleaned_data["note"],
        photo=stored(form.cleaned_data["photo"]),
        key=form.submission_key,
    )


def _standing(asset: Asset) -> dict[str, Any]:
    return {
        "asset": asset,
        "kind_name": shipped(asset.kind_data),
        "place": places()[asset.area_id],
        "last": asset.checks.first(),
        "gone": asset.disposals.exists(),
    }


@CHECK
@BOTH
def add_photo(request: HttpRequest, asset_id: int) -> HttpResponse:
    asset = get_object_or_404(Asset, pk=asset_id)
    form = PictureForm(request.POST or None, request.FILES or None)

    def run() -> HttpResponse:
        file = stored(form.cleaned_data["photo"])
        assert file is not None, "the form asks for it"
        actions.add_photo(by=official(request), asset=asset, file=file)
        return redirect("assets:detail", asset.pk)

    back = reverse("assets:detail", args=[asset.pk])
    lead = _("Data tersembunyi di foto dibuang. Hanya dilihat di kantor.")
    words = page(_("Tambah foto"), _("Simpan foto"), back, asset=asset, lead=lead, files=True)
    return one_form(request, form, run, words)


@VIEW
@require_GET
def orders(request: HttpRequest) -> HttpResponse:
    """Open ones, the longest wait first, and what was done last."""
    closed = WorkOrder.objects.exclude(state=OrderState.OPEN).select_related("asset")
    context = {
        "open": list(queries.open_orders()),
        "closed": list(closed.order_by("-closed_at", "-pk")[:30]),
        "may_repair": has_permission(official(request), AssetsPermission.REPAIR),
    }
    return render(request, "assets/office/orders.html", context)


@REPAIR
@BOTH
def open_order(request: HttpRequest, asset_id: int) -> HttpResponse:
    asset, form = get_object_or_404(Asset, pk=asset_id), OpenOrderForm(request.POST or None)

    def run() -> HttpResponse:
        typed = form.cleaned_data
        actions.open_work_order(
            by=official(request), asset=asset, trouble=typed["trouble"], worker=typed["worker"]
        )
        return redirect("assets:detail", asset.pk)

    back = reverse("assets:detail", args=[asset.pk])
    lead = _("Waktu perbaikan dihitung mulai sekarang sampai ditutup.")
    words = page(_("Minta perbaikan"), _("Buka perbaikan"), back, asset=asset, lead=lead)
    return one_form(request, form, run, words)


@REPAIR
@BOTH
def close(request: HttpRequest, order_id: int) -> HttpResponse:
    order = get_object_or_404(WorkOrder.objects.select_related("asset"), pk=order_id)
    form = CloseOrderForm(request.POST or None, initial={"worker": order.worker})

    def run() -> HttpResponse:
        typed = form.cleaned_data
        repair = actions.Repair(
            cause=Cause(typed["cause"]),
            cost=typed["cost"],
            work=typed["work"],
            repaired=typed["repaired"] == "ya",
            worker=typed["worker"],
        )
        actions.close_work_order(by=official(request), order=order, repair=repair)
        return redirect("assets:detail", order.asset_id)

    words = page(
        _("Tutup perbaikan"), _("Tutup perbaikan"), reverse("assets:orders"), asset=order.asset
    )
    return one_form(request, form, run, {**words, "lead": order.trouble})


@REPAIR
@BOTH
def cancel(request: HttpRequest, order_id: int) -> HttpResponse:
    order = get_object_or_404(WorkOrder.objects.select_related("asset"), pk=order_id)
    form = ReasonForm(request.POST or None)

    def run() -> HttpResponse:
        reason = form.cleaned_data["reason"]
        actions.cancel_work_order(by=official(request), order=order, reason=reason)
        return redirect("assets:orders")

    lead = _("Hanya bila perbaikan ini keliru dibuka. Ia tidak dihitung di mana pun.")
    title, button = _("Batalkan perbaikan"), _("Batalkan perbaikan")
    words = page(title, button, reverse("assets:orders"), asset=order.asset, lead=lead)
    return one_form(request, form, run, words)


@VIEW
@require_GET
def care(request: HttpRequest) -> HttpResponse:
    """What is due now and next, of everything that is kept."""
    due = next_care(queries.kept_assets())
    context = {
        "now": [row for row in due if row.open],
        "later": [row for row in due if not row.open][:60],
        "may_check": has_permission(official(request), AssetsPermission.CHECK),
    }
    return render(request, "assets/office/care.html", context)


@CHECK
@BOTH
def note_care(request: HttpRequest, asset_id: int, care: str) -> HttpResponse:
    asset = get_object_or_404(Asset, pk=asset_id)
    plan = next((item for item in asset.kind_data.care if item.slug == care), None)
    if plan is None:
        raise Http404(care)
    initial = {"done_on": queries.today(), "cost": plan.cost or Rupiah(0)}
    form = CareForm(request.POST or None, initial=initial)

    def run() -> HttpResponse:
        typed = form.cleaned_data
        who, day = official(request), typed["done_on"]
        actions.note_care(
            by=who, asset=asset, care=care, done_on=day, cost=typed["cost"], note=typed["note"]
        )
        return redirect("assets:detail", asset.pk)

    back = reverse("assets:detail", args=[asset.pk])
    words = page(_("Catat perawatan"), _("Simpan"), back, asset=asset, lead=shipped(plan))
    return one_form(request, form, run, words)
