"""What stands on stickers and on the page for Musrenbangdes; papers are in Indonesian."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from desa.foundation.core import clock
from desa.foundation.core.qr import qr_svg
from desa.foundation.core.values.dates import format_long
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.papers.queries import DEMO_MARK
from desa.foundation.tenancy.scope import current_village
from desa.infrastructure.assets.engine.catalogue import catalogue
from desa.infrastructure.assets.engine.sheets import LABELS, ONE_PAGE, print_sheet
from desa.infrastructure.assets.enums import Condition
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.queries.figures import (
    Balance,
    balance,
    count_by_condition,
    minimum_now,
    plan,
)
from desa.infrastructure.assets.queries.register import kept_assets, today
from desa.infrastructure.assets.rules.lifetime import PlanYear

WORST = 8


def label_values(assets: Iterable[Asset]) -> dict[str, Any]:
    """Without a public address there is no QR: only the code, to be asked about in the office."""
    village = current_village()
    base = _public_base()
    return {
        "village": village.name,
        "mark": DEMO_MARK if settings.DEMO else "",
        "labels": [_label(asset, base) for asset in assets],
    }


def _public_base() -> str:
    demo: str = settings.DEMO_ADDRESS
    return (current_village().public_address or demo).rstrip("/")


def _label(asset: Asset, base: str) -> dict[str, str]:
    with override("id"):  # else the path gets /en/ while an official reads English
        link = f"{base}{reverse('assets:check', args=[asset.code])}" if base else ""
    return {
        "code": asset.code,
        "name": asset.name,
        "qr": qr_svg(link),
        "words": "Pindai, lalu tekan keadaannya" if base else "Sebutkan kode ini di kantor desa",
    }


def label_sheet(assets: Iterable[Asset]) -> bytes:
    return print_sheet(LABELS, label_values(assets), timestamp=_now())


def musrenbang_page() -> bytes:
    return print_sheet(ONE_PAGE, musrenbang_values(), timestamp=_now())


def _now() -> int:
    return int(clock.now().timestamp())


def musrenbang_values() -> dict[str, Any]:
    """One page: need against budget in a bar, what is broken, what falls due, what is missing."""
    with override("id"):
        assets, found, years = list(kept_assets()), balance(), plan()
        counts = count_by_condition(assets)
        village = current_village()
        return {
            "village": village.name,
            "district": f"Kecamatan {village.kecamatan}, Kabupaten {village.kabupaten}",
            "mark": DEMO_MARK if settings.DEMO else "",
            "year": found.year,
            "day": format_long(today(), "id"),
            "total": len(assets),
            "works": counts[Condition.WORKS],
            "broken": counts[Condition.BROKEN] + counts[Condition.MISSING],
            "unknown": counts[Condition.UNKNOWN],
            "estimated": round(100 * found.need.estimated_share),
            "price_source": catalogue().price_source,
            "money": _money(found),
            "plan": [_year(year) for year in years],
            "urgent": _urgent(years, {row.pk: row for row in assets}),
            "minimum": [row.item.name for row in minimum_now() if not row.met],
        }


def _money(found: Balance) -> dict[str, Any]:
    need = found.need
    given = found.given if found.given is not None else Rupiah(0)
    whole = max(need.required.sen, given.sen, 1)
    return {
        "required": str(_whole(need.required)),
        "parts": [
            {"name": "Menyisihkan untuk mengganti", "amount": str(_whole(need.replacement))},
            {"name": "Perawatan berkala", "amount": str(_whole(need.care))},
            {"name": "Langganan", "amount": str(_whole(need.fees))},
        ],
        "known": found.given is not None,
        "given": str(_whole(given)),
        "missing": str(_whole(found.missing)) if found.missing is not None else "",
        "need_length": need.required.sen / whole,
        "given_length": given.sen / whole,
        "lines": [
            {
                "code": row.line.code,
                "name": row.plan_name or row.line.name,
                "amount": str(_whole(row.line.amount)),
                "source": row.line.source,
            }
            for row in found.lines
        ],
    }


def _whole(amount: Rupiah) -> Rupiah:
    """Sen say nothing on a page that is read aloud."""
    return Rupiah.of((amount.sen + 50) // 100)


def _year(year: PlanYear) -> dict[str, Any]:
    return {"year": year.year, "count": len(year.rows), "cost": str(year.cost)}


def _urgent(years: Iterable[PlanYear], assets: dict[int, Asset]) -> list[dict[str, str]]:
    """The first of the first year: broken or past their life, the most critical on top."""
    first = next(iter(years))
    return [
        {
            "code": assets[row.key].code,
            "name": assets[row.key].name,
            "why": assets[row.key].get_condition_display() if row.broken else "Lewat umur pakai",
            "price": f"{row.price}{' (perkiraan)' if row.estimated else ''}",
        }
        for row in first.rows[:WORST]
    ]
