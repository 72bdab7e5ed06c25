"""INF1 to INF5, each with the assets, duties or repairs that it counts (indicators.md 1.6)."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from desa.foundation.core.measures import Evidence, Measure, Reading, Standing, Unit, share
from desa.foundation.core.values.numbers import format_percent
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.core.waiting import Waiting, percentile
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.engine.catalogue import shipped
from desa.infrastructure.assets.enums import Cause, Condition, OrderState
from desa.infrastructure.assets.models import Asset, AssetCheck, WorkOrder
from desa.infrastructure.assets.queries.figures import balance, minimum_list, need_of
from desa.infrastructure.assets.queries.register import counted_duties, kept_assets
from desa.infrastructure.assets.rules.lifetime import age_in_years, end_of_life
from desa.infrastructure.assets.rules.upkeep import Upkeep

YEAR = timedelta(days=365)
NO_ASSETS = gettext_lazy("Belum ada aset yang dicatat.")


def _end_of(until: date) -> datetime:
    zone = ZoneInfo(current_village().timezone)
    return datetime.combine(until + timedelta(days=1), time(), zone)


def _conditions(until: date) -> dict[int, str]:
    """What the last look before the end of that day found, by asset."""
    told = AssetCheck.objects.filter(at__lt=_end_of(until)).order_by("at", "pk")
    return dict(told.values_list("asset_id", "found"))


def _line(asset: Asset, value: float, note: str) -> Evidence:
    """An asset of the office is no secret, what stands on it may be: the evidence is for the office."""
    url = reverse("assets:detail", args=[asset.pk])
    return Evidence(str(asset), value, url, asset.registered_on, note, public=False)


def read_working(until: date) -> Reading:
    """Weighted by criticality. Never looked at counts as not seen working; `high` says what if it were."""
    assets, conditions = list(kept_assets(until)), _conditions(until)
    if not assets:
        return Reading(Standing.NO_DATA, why=str(NO_ASSETS))
    weight = {asset.pk: asset.kind_data.criticality for asset in assets}
    whole = sum(weight.values())
    working = sum(weight[pk] for pk in weight if conditions.get(pk) == Condition.WORKS)
    unseen = sum(weight[pk] for pk in weight if pk not in conditions)
    evidence = tuple(
        _line(
            asset,
            float(conditions.get(asset.pk) == Condition.WORKS),
            _("bobot %(weight)s, %(condition)s")
            % {
                "weight": weight[asset.pk],
                "condition": Condition(conditions.get(asset.pk, Condition.UNKNOWN)).label,
            },
        )
        for asset in assets
    )
    value, high = working / whole, (working + unseen) / whole
    return Reading(
        Standing.MEASURED, value, working, whole, evidence, low=value, high=high, n=len(assets)
    )


def read_minimum(until: date) -> Reading:
    assets = list(kept_assets(until))
    if not assets:
        return Reading(Standing.NO_DATA, why=str(NO_ASSETS))
    evidence = tuple(
        Evidence(
            shipped(row.item),
            float(row.met),
            note=_("%(working)s berfungsi, perlu %(count)s")
            % {"working": row.working, "count": row.item.count},
        )
        for row in minimum_list(_conditions(until), assets)
    )
    return share(evidence, empty=str(NO_ASSETS))


def read_funds(until: date) -> Reading:
    """Realised over required; where realisation is not typed yet the budget stands in, as an estimate."""
    need = need_of(list(kept_assets(until)))
    found = balance(until.year)
    if not need.required:
        return Reading(Standing.NO_DATA, why=str(NO_ASSETS))
    if found.given is None:
        text = _("Anggaran perawatan tahun %(year)s belum diisi.") % {"year": until.year}
        return Reading(Standing.NO_DATA, why=text)
    lines = [
        (row.line, row.line.amount if row.line.spent is None else row.line.spent)
        for row in found.lines
    ]
    given = Rupiah.total(amount for _line, amount in lines)
    reasons = _price_reasons(need)
    if any(line.spent is None for line, _amount in lines):
        reasons.append(_("realisasi belum lengkap, dipakai angka anggaran"))
    evidence = tuple(
        Evidence(f"{line.code} {line.name}", amount.sen / need.required.sen, note=str(amount))
        for line, amount in lines
    )
    value = min(given.sen / need.required.sen, 1.0)
    return _estimated(value, reasons, evidence, given.sen // 100, need.required.sen // 100)


def _price_reasons(need: Upkeep) -> list[str]:
    if not need.estimated_value:
        return []
    part = format_percent(100 * need.estimated_share, 0)
    return [_("%(part)s nilai aset adalah taksiran harga") % {"part": part}]


def _estimated(
    value: float,
    reasons: Sequence[str],
    evidence: tuple[Evidence, ...],
    numerator: int,
    denominator: int,
    **bounds: float,
) -> Reading:
    """Measured when there is no reason to call it an estimate."""
    standing = Standing.ESTIMATED if reasons else Standing.MEASURED
    return Reading(
        standing,
        value,
        numerator,
        denominator,
        evidence,
        "; ".join(reasons),
        n=len(evidence),
        **bounds,
    )


def read_care(until: date) -> Reading:
    """Of the duties of the last twelve months that are over, those done within their window."""
    evidence = tuple(
        Evidence(
            f"{asset.code} {shipped(duty.care)}",
            float(duty.on_time),
            reverse("assets:detail", args=[asset.pk]),
            duty.due_on,
            public=False,
        )
        for asset, duty in counted_duties(until)
        if duty.due_on > until - YEAR
    )
    return share(evidence, empty=_("Belum ada perawatan terjadwal yang waktunya lewat."))


def read_repair(until: date) -> Reading:
    """Median days by Kaplan and Meier; what is still open is known to last so long at least."""
    end = _end_of(until)
    fresh = Q(opened_at__gte=end - YEAR) | Q(closed_at__isnull=True) | Q(closed_at__gte=end)
    rows = WorkOrder.objects.filter(fresh, opened_at__lt=end).exclude(state=OrderState.CANCELLED)
    orders = list(rows.select_related("asset").order_by("opened_at", "pk"))
    if not orders:
        return Reading(Standing.NO_DATA, why=_("Belum ada perbaikan dalam 12 bulan terakhir."))
    cases = [_waiting(order, end) for order in orders]
    evidence = tuple(_repair(order, case) for order, case in zip(orders, cases, strict=True))
    ended = sum(1 for case in cases if case.ended)
    median = percentile(cases, 0.5)
    if median is None:
        longest = max(case.time for case in cases)
        why = _("Lebih dari separuh perbaikan belum selesai; inilah paling sedikit lamanya.")
        return Reading(
            Standing.ESTIMATED, longest, ended, len(cases), evidence, why, low=longest, n=len(cases)
        )
    return Reading(Standing.MEASURED, median, ended, len(cases), evidence, n=len(cases))


def _waiting(order: WorkOrder, end: datetime) -> Waiting:
    closed = order.closed_at is not None and order.closed_at < end
    until = order.closed_at if closed and order.closed_at else end
    return Waiting((until - order.opened_at).total_seconds() / 86400, closed)


def _repair(order: WorkOrder, case: Waiting) -> Evidence:
    note = str(Cause(order.cause).label) if case.ended else _("masih terbuka")
    return _line(order.asset, case.time, note)


def read_age(until: date) -> Reading:
    """Of the value whose age is known, what is past its design life; the bounds take in what is not."""
    assets = list(kept_assets(until))
    need = need_of(assets)
    dated = [row for row in assets if row.bought_on is not None]
    known = Rupiah.total(row.worth.price for row in dated)
    if not known:
        return Reading(Standing.NO_DATA, why=_("Belum ada aset yang tahun belinya diketahui."))
    late = {row.pk for row in dated if _is_past(row, until)}
    past = Rupiah.total(row.worth.price for row in dated if row.pk in late)
    reasons = _price_reasons(need)
    if unknown := len(assets) - len(dated):
        reasons.append(_("%(count)s aset tidak diketahui umurnya") % {"count": unknown})
    evidence = tuple(
        _line(
            row,
            float(row.pk in late),
            f"{end_of_life(row.kind_data, row.bought_on)}, {row.worth.price}",
        )
        for row in dated
    )
    low, high = past.sen / need.value.sen, (past + need.value - known).sen / need.value.sen
    value = past.sen / known.sen
    return _estimated(
        value, reasons, evidence, past.sen // 100, known.sen // 100, low=low, high=high
    )


def _is_past(asset: Asset, until: date) -> bool:
    """From the day of purchase; where only the year is known, from the middle of it."""
    age = age_in_years(asset.bought_on, until)
    return age is not None and age >= asset.kind_data.life


MEASURES = (
    Measure("INF1", "assets", Unit.SHARE, read_working, title=gettext_lazy("Aset yang berfungsi")),
    Measure("INF2", "assets", Unit.SHARE, read_minimum, title=gettext_lazy("Kelengkapan minimum")),
    Measure(
        "INF3",
        "assets",
        Unit.SHARE,
        read_funds,
        title=gettext_lazy("Dana perawatan dibanding kebutuhan"),
    ),
    Measure(
        "INF4",
        "assets",
        Unit.SHARE,
        read_care,
        part="terjadwal",
        title=gettext_lazy("Perawatan terjadwal yang tepat waktu"),
    ),
    Measure(
        "INF4",
        "assets",
        Unit.DAYS,
        read_repair,
        part="perbaikan",
        title=gettext_lazy("Lama perbaikan, nilai tengah"),
    ),
    Measure(
        "INF5",
        "assets",
        Unit.SHARE,
        read_age,
        title=gettext_lazy("Nilai aset yang melewati umur pakai"),
    ),
)
