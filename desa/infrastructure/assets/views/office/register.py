"""The register as the office reads it: the list, one asset, what was written off."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from desa.foundation.accounts.queries import has_permission, official
from desa.foundation.core.http.access import requires
from desa.foundation.core.http.paging import page_of
from desa.foundation.files.models import StoredFile
from desa.foundation.files.queries import read_content
from desa.infrastructure.assets import queries
from desa.infrastructure.assets.engine.catalogue import catalogue
from desa.infrastructure.assets.enums import AssetsPermission, Condition
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.queries.figures import count_by_condition, ends_soon
from desa.infrastructure.assets.queries.register import disposed_assets, kind_choices, next_care
from desa.infrastructure.assets.rules.lifetime import age_in_years, end_of_life
from desa.infrastructure.assets.views.office.common import JPEG
from desa.people.residents.queries.places import places

VIEW = requires(AssetsPermission.VIEW)


@VIEW
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    words, kind, condition = asked(request)
    chosen = kind or condition or words
    context = {
        **_summary(),
        "page": page_of(request, queries.searched(words, kind, condition), "hal"),
        "words": words,
        "kind": kind,
        "condition": condition,
        "filter": f"jenis={kind}&keadaan={condition}&q={quote(words)}" if chosen else "",
        "may_manage": has_permission(official(request), AssetsPermission.MANAGE),
    }
    return render(request, "assets/office/overview.html", context)


def asked(request: HttpRequest) -> tuple[str, str, str]:
    """Words, kind and condition; nonsense asks for nothing."""
    kind, condition = request.GET.get("jenis", ""), request.GET.get("keadaan", "")
    return (
        request.GET.get("q", "")[:80],
        kind if kind in catalogue().kinds else "",
        condition if condition in Condition.values else "",
    )


def _summary() -> dict[str, Any]:
    return {
        "kinds": kind_choices(),
        "counts": list(count_by_condition(list(queries.kept_assets())).items()),
        "orders": queries.count_open_orders(),
        "ending": ends_soon(),
        "places": places(),
    }


@VIEW
@require_GET
def detail(request: HttpRequest, asset_id: int) -> HttpResponse:
    """Also one that was written off, or taken out as a mistake: its papers lead here."""
    rows = Asset.base_objects.select_related("area", "holder", "keeper")
    asset = get_object_or_404(rows, pk=asset_id)
    disposal = asset.disposals.select_related("paper").first()
    gone, user = disposal is not None or asset.removed_at is not None, official(request)
    context = {
        **_facts(asset),
        **_history(asset),
        "disposal": disposal,
        "duties": [] if gone else next_care([asset]),
        **{name: not gone and has_permission(user, right) for name, right in RIGHTS.items()},
        "may_restore": asset.removed_at and has_permission(user, AssetsPermission.MANAGE),
    }
    return render(request, "assets/office/detail.html", context)


def _facts(asset: Asset) -> dict[str, Any]:
    kind = asset.kind_data
    return {
        "asset": asset,
        "kind": kind,
        "worth": asset.worth,
        "place": places()[asset.area_id],
        "age": age_in_years(asset.bought_on, queries.today()),
        "end": end_of_life(kind, asset.bought_on),
        "care_names": {care.slug: care for care in kind.care},
        "photos": list(asset.photos.select_related("file")[:6]),
    }


def _history(asset: Asset) -> dict[str, Any]:
    return {
        "order": queries.open_order_of(asset),
        "orders": list(asset.orders.all()[:20]),
        "checks": list(asset.checks.all()[:20]),
        "done": list(asset.care.all()[:20]),
    }


RIGHTS = {
    "may_check": AssetsPermission.CHECK,
    "may_manage": AssetsPermission.MANAGE,
    "may_repair": AssetsPermission.REPAIR,
    "may_dispose": AssetsPermission.DISPOSE,
}


@VIEW
@require_GET
def disposed(request: HttpRequest) -> HttpResponse:
    context = {
        "page": page_of(request, disposed_assets(), "hal"),
        "may_dispose": has_permission(official(request), AssetsPermission.DISPOSE),
    }
    return render(request, "assets/office/disposed.html", context)


@VIEW
@require_GET
def photo(request: HttpRequest, file_id: int) -> HttpResponse:
    """A picture of an asset, of a check or of minutes; no other file of the village."""
    file = get_object_or_404(StoredFile.objects.filter(queries.ours()), pk=file_id)
    response = HttpResponse(read_content(file), content_type=JPEG)
    response["Cache-Control"] = "no-store"
    return response
