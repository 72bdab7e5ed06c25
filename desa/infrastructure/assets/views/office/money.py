"""A year's need beside what the budget gives, and the plan of three years."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.infrastructure.assets import actions, queries
from desa.infrastructure.assets.engine.catalogue import catalogue
from desa.infrastructure.assets.enums import AssetsPermission
from desa.infrastructure.assets.forms.work import LineForm
from desa.infrastructure.assets.models import Asset, UpkeepLine
from desa.infrastructure.assets.views.office.common import one_form, page

VIEW = requires(AssetsPermission.VIEW)
BUDGET = requires(AssetsPermission.BUDGET)


@VIEW
@require_GET
def balance(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("tahun", "")
    year = (
        int(typed) if typed.isdecimal() and 2015 <= int(typed[:5]) <= 2100 else queries.today().year
    )
    context = {
        "found": queries.balance(year),
        "years": sorted({queries.today().year, year, *_years()}, reverse=True),
        "price_source": catalogue().price_source,
        "minimum": queries.minimum_now(),
        "may_set": has_permission(official(request), AssetsPermission.BUDGET),
    }
    return render(request, "assets/office/balance.html", context)


def _years() -> list[int]:
    return list(UpkeepLine.objects.order_by().values_list("year", flat=True).distinct())


@BUDGET
@require_http_methods(["GET", "POST"])
def set_line(request: HttpRequest) -> HttpResponse:
    form = LineForm(request.POST or None, initial={"year": queries.today().year})

    def run() -> HttpResponse:
        actions.set_upkeep_line(by=official(request), facts=actions.LineFacts(**form.cleaned_data))
        return redirect(f"{reverse('assets:balance')}?tahun={form.cleaned_data['year']}")

    lead = _("Baris dengan tahun dan kode yang sama diganti; yang lama tetap tersimpan di riwayat.")
    title, button = _("Isi anggaran perawatan"), _("Simpan anggaran")
    words = page(title, button, reverse("assets:balance"), lead=lead)
    return one_form(request, form, run, words)


@BUDGET
@require_POST
def remove_line(request: HttpRequest, line_id: int) -> HttpResponse:
    line = get_object_or_404(UpkeepLine, pk=line_id)
    actions.remove_upkeep_line(by=official(request), line=line)
    return redirect(f"{reverse('assets:balance')}?tahun={line.year}")


@VIEW
@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """By end of life; assets of unknown age are named, because the plan cannot place them."""
    years = queries.plan()
    keys = [row.key for year in years for row in year.rows]
    context = {
        "years": years,
        "assets": Asset.objects.in_bulk(keys),
        "undated": list(queries.kept_assets().filter(bought_on__isnull=True)),
    }
    return render(request, "assets/office/plan.html", context)
