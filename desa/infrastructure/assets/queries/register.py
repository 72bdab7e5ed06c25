"""The register as rows: what is kept, what was written off, what is open."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from desa.foundation.core import clock
from desa.foundation.core.registry import SearchHit
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.engine.catalogue import catalogue, kind_named, shipped
from desa.infrastructure.assets.enums import OrderState
from desa.infrastructure.assets.models import (
    Asset,
    AssetCheck,
    AssetPhoto,
    CareDone,
    CodeSetting,
    Disposal,
    WorkOrder,
)
from desa.infrastructure.assets.rules.codes import CodeRule, tidy
from desa.infrastructure.assets.rules.duties import Duty, duties, next_due


def today() -> date:
    return clock.today(current_village())


def kept_assets(until: date | None = None) -> QuerySet[Asset]:
    """Ever registered minus formally disposed, at the end of that day (today when none is given)."""
    day = until or today()
    gone = Disposal.objects.filter(asset=OuterRef("pk"), on__lte=day)
    return Asset.objects.filter(~Exists(gone), registered_on__lte=day)


def disposed_assets() -> QuerySet[Disposal]:
    return Disposal.objects.select_related("asset", "paper")


def find_asset(code: str) -> Asset | None:
    """By the code on the sticker, however it was typed; also one that was written off."""
    return Asset.objects.filter(code=tidy(code)).first()


def code_rule() -> CodeRule:
    setting = CodeSetting.objects.first()
    return setting.rule if setting else CodeRule()


def open_order_of(asset: Asset) -> WorkOrder | None:
    return WorkOrder.objects.filter(asset=asset, state=OrderState.OPEN).first()


def open_orders() -> QuerySet[WorkOrder]:
    """The one that waits longest first."""
    rows = WorkOrder.objects.filter(state=OrderState.OPEN).select_related("asset")
    return rows.order_by("opened_at", "pk")


def count_open_orders() -> int:
    return WorkOrder.objects.filter(state=OrderState.OPEN).count()


def searched(words: str = "", kind: str = "", condition: str = "") -> QuerySet[Asset]:
    """Of what is kept, by words of the name, place, serial number or code."""
    rows = kept_assets().select_related("area__parent__parent", "holder", "keeper")
    for word in words.split()[:5]:
        rows = rows.filter(
            Q(name__icontains=word)
            | Q(code__icontains=word)
            | Q(place__icontains=word)
            | Q(serial__icontains=word)
            | Q(area__name__icontains=word)
        )
    rows = rows.filter(kind=kind) if kind else rows
    return rows.filter(condition=condition) if condition else rows


def find_for_search(words: str, limit: int) -> list[SearchHit]:
    """For the office's one search box: by code, name or serial number."""
    found = Asset.objects.filter(
        Q(code__icontains=words) | Q(name__icontains=words) | Q(serial__iexact=words)
    )[:limit]
    return [
        SearchHit(
            title=str(row),
            detail=f"{shipped(row.kind_data)} · {row.get_condition_display()}",
            url=reverse("assets:detail", args=[row.pk]),
            kind=_("Aset"),
        )
        for row in found
    ]


@dataclass(frozen=True)
class DueCare:
    """One care of one asset that is due now or next."""

    asset: Asset
    duty: Duty
    open: bool


@dataclass(frozen=True)
class Done:
    """Days on which care was done, by asset and care."""

    days: dict[tuple[int, str], list[date]] = field(default_factory=dict)

    @classmethod
    def of(cls, assets: Iterable[int]) -> "Done":
        days: dict[tuple[int, str], list[date]] = {}
        rows = CareDone.objects.filter(asset__in=list(assets))
        for asset, care, day in rows.values_list("asset_id", "care", "done_on"):
            days.setdefault((asset, care), []).append(day)
        return cls(days)

    def on(self, asset: Asset, care: str) -> list[date]:
        return self.days.get((asset.pk, care), [])


def next_care(assets: Iterable[Asset]) -> list[DueCare]:
    """The next duty of every care of these assets, soonest first."""
    rows, day = list(assets), today()
    done = Done.of(row.pk for row in rows)
    found = [
        DueCare(row, duty, duty.is_open(day))
        for row in rows
        for care in row.kind_data.care
        for duty in [next_due(care, row.registered_on, day, done.on(row, care.slug))]
    ]
    return sorted(found, key=lambda item: (item.duty.due_on, item.asset.code))


def counted_duties(until: date) -> list[tuple[Asset, Duty]]:
    """Every duty that is over by then, also of assets written off meanwhile, up to their last day."""
    assets = list(Asset.objects.filter(registered_on__lte=until))
    ended = dict(Disposal.objects.filter(on__lte=until).values_list("asset_id", "on"))
    done = Done.of(row.pk for row in assets)
    return [
        (row, duty)
        for row in assets
        for care in kind_named(row.kind).care
        for duty in duties(
            care, row.registered_on, until, done.on(row, care.slug), ended.get(row.pk)
        )
        if duty.is_over(until)
    ]


def kind_choices() -> list[tuple[str, str]]:
    return [(slug, shipped(kind)) for slug, kind in catalogue().kinds.items()]


def ours() -> Q:
    """Files that are pictures of this room."""
    return (
        Q(pk__in=AssetPhoto.objects.values("file"))
        | Q(pk__in=AssetCheck.objects.filter(photo__isnull=False).values("photo"))
        | Q(pk__in=Disposal.base_objects.filter(document__isnull=False).values("document"))
    )
