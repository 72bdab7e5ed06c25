"""An asset is written down, corrected, taken out as a mistake, or written off by minutes."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from desa.foundation.accounts.models import Officeholder
from desa.foundation.accounts.queries import official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.errors import refuse
from desa.foundation.core.problems import translated
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.sheets.exceptions import SheetRefused
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.sheets.rules.workbook import Limits
from desa.infrastructure.assets import actions
from desa.infrastructure.assets.enums import AssetsPermission, Condition, DisposalReason
from desa.infrastructure.assets.forms.fields import ReasonForm
from desa.infrastructure.assets.forms.records import (
    AddForm,
    CodeForm,
    DisposeForm,
    EditForm,
    ImportForm,
    initial_of,
)
from desa.infrastructure.assets.models import Asset, Disposal
from desa.infrastructure.assets.queries.register import code_rule
from desa.infrastructure.assets.rules.sheet import Fault, SheetRow, read_rows
from desa.infrastructure.assets.views.office.common import one_form, page, stored

MANAGE = requires(AssetsPermission.MANAGE)
DISPOSE = requires(AssetsPermission.DISPOSE)
BOTH = require_http_methods(["GET", "POST"])
SMALL = Limits(max_bytes=4 * 1024 * 1024, max_columns=60, max_rows=2_000, max_cells=120_000)


@MANAGE
@BOTH
def add(request: HttpRequest) -> HttpResponse:
    form = AddForm(request.POST or None)

    def run() -> HttpResponse:
        made = _register(request, form)
        if len(made) > 1:
            return redirect("assets:overview")
        return redirect("assets:detail", made[0].pk)

    words = page(_("Catat aset"), _("Simpan aset"), reverse("assets:overview"))
    return one_form(request, form, run, words)


def _register(request: HttpRequest, form: AddForm) -> list[Asset]:
    return actions.register_assets(
        by=official(request),
        facts=form.facts(),
        condition=Condition(form.cleaned_data["condition"]),
        count=form.cleaned_data["count"],
        key=form.submission_key,
    )


@MANAGE
@BOTH
def edit(request: HttpRequest, asset_id: int) -> HttpResponse:
    asset = get_object_or_404(Asset, pk=asset_id)
    form = EditForm(request.POST or None, initial=initial_of(asset))

    def run() -> HttpResponse:
        actions.correct_asset(by=official(request), asset=asset, facts=form.facts_of(asset))
        return redirect("assets:detail", asset.pk)

    back = reverse("assets:detail", args=[asset.pk])
    return one_form(
        request, form, run, page(_("Betulkan data aset"), _("Simpan"), back, asset=asset)
    )


@MANAGE
@BOTH
def remove(request: HttpRequest, asset_id: int) -> HttpResponse:
    asset, form = get_object_or_404(Asset, pk=asset_id), ReasonForm(request.POST or None)

    def run() -> HttpResponse:
        reason = form.cleaned_data["reason"]
        actions.remove_asset(by=official(request), asset=asset, reason=reason)
        return redirect("assets:detail", asset.pk)

    back = reverse("assets:detail", args=[asset.pk])
    lead = _(
        "Hanya untuk catatan yang keliru. Aset yang rusak atau hilang dihapus dengan berita acara."
    )
    words = page(_("Buang catatan yang keliru"), _("Buang catatan"), back, asset=asset, lead=lead)
    return one_form(request, form, run, words)


@MANAGE
@require_POST
def restore(request: HttpRequest, asset_id: int) -> HttpResponse:
    asset = get_object_or_404(Asset.base_objects, pk=asset_id)
    actions.restore_asset(by=official(request), asset=asset)
    return redirect("assets:detail", asset.pk)


@DISPOSE
@BOTH
def dispose(request: HttpRequest, asset_id: int) -> HttpResponse:
    asset = get_object_or_404(Asset, pk=asset_id)
    form = DisposeForm(request.POST or None, request.FILES or None)

    def run() -> HttpResponse:
        _dispose(request, asset, form.cleaned_data)
        return redirect("assets:detail", asset.pk)

    back = reverse("assets:detail", args=[asset.pk])
    lead = _("Aset ini tidak dihitung lagi sejak tanggal berita acara. Riwayatnya tetap ada.")
    title, button = _("Hapus aset dengan berita acara"), _("Hapus aset")
    words = page(title, button, back, asset=asset, lead=lead, files=True)
    return one_form(request, form, run, words)


def _dispose(request: HttpRequest, asset: Asset, typed: dict[str, Any]) -> None:
    actions.dispose_asset(
        by=official(request),
        asset=asset,
        reason=DisposalReason(typed["reason"]),
        words=typed["words"],
        minutes=_minutes(typed),
    )


def _minutes(typed: dict[str, Any]) -> actions.Minutes:
    if typed["signer"]:
        return actions.Minutes(signer=Officeholder.objects.get(pk=typed["signer"]))
    picture = stored(typed["picture"])
    return actions.Minutes(number=typed["number"], day=typed["day"], picture=picture)


@DISPOSE
@BOTH
def undo_disposal(request: HttpRequest, disposal_id: int) -> HttpResponse:
    rows = Disposal.objects.select_related("asset", "paper")
    disposal, form = get_object_or_404(rows, pk=disposal_id), ReasonForm(request.POST or None)

    def run() -> HttpResponse:
        reason = form.cleaned_data["reason"]
        actions.undo_disposal(by=official(request), disposal=disposal, reason=reason)
        return redirect("assets:detail", disposal.asset_id)

    back = reverse("assets:detail", args=[disposal.asset_id])
    title, button = _("Batalkan penghapusan"), _("Batalkan penghapusan")
    lead = _("Aset ini dihitung lagi. Nomor berita acaranya tetap terpakai dan dinyatakan dicabut.")
    return one_form(request, form, run, page(title, button, back, asset=disposal.asset, lead=lead))


@MANAGE
@BOTH
def codes(request: HttpRequest) -> HttpResponse:
    rule = code_rule()
    initial = {"letters": rule.prefix, "by_year": rule.by_year}
    form = CodeForm(request.POST or None, initial=initial)

    def run() -> HttpResponse:
        typed = form.cleaned_data
        actions.set_code_rule(
            by=official(request), prefix=typed["letters"], by_year=typed["by_year"]
        )
        return redirect("assets:overview")

    words = page(_("Kode aset"), _("Simpan"), reverse("assets:overview"))
    return one_form(request, form, run, words)


@MANAGE
@BOTH
def take_in(request: HttpRequest) -> HttpResponse:
    """All rows or none: a cell that cannot be read is named, and nothing was taken."""
    form = ImportForm(request.POST or None, request.FILES or None)

    def run() -> HttpResponse:
        try:
            rows, faults = _rows(form.cleaned_data["file"])
        except SheetRefused as problem:
            return refuse(request, 422, str(problem))
        except ValueProblem as problem:
            return refuse(request, 422, translated(problem))
        if faults:
            return _faults(request, faults)
        actions.import_assets(by=official(request), rows=rows, key=form.submission_key)
        return redirect("assets:overview")

    return one_form(request, form, run, _import_words())


def _import_words() -> dict[str, Any]:
    lead = _("Semua baris masuk, atau tidak satu pun. Setiap aset mendapat kode baru.")
    title, button = _("Impor daftar aset"), _("Impor")
    return page(title, button, reverse("assets:overview"), lead=lead, files=True)


def _faults(request: HttpRequest, faults: list[Fault]) -> HttpResponse:
    shown = [(fault, translated(fault.problem)) for fault in faults[:50]]
    context = {"faults": shown, "count": len(faults)}
    return render(request, "assets/office/faults.html", context, status=422)


def _rows(file: "UploadedFile[Any]") -> tuple[list[SheetRow], list[Fault]]:
    book = read_workbook_bytes(file.read(), file.name or "", limits=SMALL)
    first = book.sheets[0] if book.sheets else None
    header, *rows = list(first.rows) if first and first.rows else [None]
    cells = [(row.number, row.cells) for row in rows if row is not None]
    return read_rows(header.cells if header else [], cells, actions.choices())
