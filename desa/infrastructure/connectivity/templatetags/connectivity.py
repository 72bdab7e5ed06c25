"""Words and drawings of the Wi-Fi pages; shares come in tenths of a per cent."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.template import Context
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from desa.foundation.core.charts import percent as svg_percent
from desa.foundation.core.templatetags.desa import percent
from desa.foundation.core.templatetags.ui import pattern
from desa.infrastructure.connectivity.enums import PointState
from desa.infrastructure.connectivity.published import PublishedHamlet, PublishedOutage
from desa.infrastructure.connectivity.queries.uptime import Week
from desa.infrastructure.connectivity.rules.minutes import Tally

register = template.Library()
CHIPS = {
    PointState.UP: ("ok", "wifi"),
    PointState.DOWN: ("late", "wifi-off"),
    PointState.SILENT: ("late", "wifi-off"),
    PointState.POWER: ("wait", "lightbulb"),
    PointState.UNKNOWN: ("idle", "circle-dashed"),
    PointState.UNMEASURED: ("idle", "circle-dashed"),
}
CHART_HEIGHT, COLUMN = 100, 18


@register.inclusion_tag("parts/chip.html")
def point_chip(state: PointState) -> dict[str, Any]:
    look, icon = CHIPS[PointState(state)]
    return {"state": look, "icon": icon, "text": PointState(state).label}


@register.inclusion_tag("parts/chip.html")
def hamlet_chip(hamlet: PublishedHamlet) -> dict[str, Any]:
    """The points of a dusun in one chip; one that is off does not hide one that is on."""
    if not hamlet.points:
        return {"state": "idle", "icon": "circle-dashed", "text": _("Belum ada titik")}
    if hamlet.on:
        text = ngettext("%(on)s titik nyala", "%(on)s titik nyala", hamlet.on) % {"on": hamlet.on}
        return {"state": "ok", "icon": "wifi", "text": text}
    if hamlet.off:
        return {"state": "late", "icon": "wifi-off", "text": _("Mati")}
    return {"state": "idle", "icon": "circle-dashed", "text": _("Belum diketahui")}


@register.inclusion_tag("connectivity/public/bar.html", takes_context=True)
def reach_bar(context: Context, hamlet: PublishedHamlet) -> dict[str, Any]:
    low, high = hamlet.low or 0, hamlet.high or 0
    label = _("Terjangkau %(low)s persen, belum diukur %(unknown)s persen") % {
        "low": round(low / 10),
        "unknown": round((high - low) / 10),
    }
    return {
        "low": svg_percent(low / 10),
        "width": svg_percent((high - low) / 10),
        "unknown": high > low,
        "hatch": pattern(context, "tidak") if high > low else "",
        "label": label,
    }


@register.filter
def tenths(value: int | None, decimals: int = 0) -> str:
    """41 % of 412; 41,2 % with one decimal."""
    return _("belum diukur") if value is None else percent(value / 10, decimals)


@register.filter
def exact(share: float | None) -> str:
    """97,4 % of 0.974."""
    return _("belum diukur") if share is None else percent(share * 100, 1)


@register.simple_tag
def outage_steps(outage: PublishedOutage, since: str, due: str) -> list[dict[str, str]]:
    """Items of parts/steps.html; `since` and `due` in the words of the page."""
    cause = _("Penyebab: %(cause)s") % {"cause": outage.cause} if outage.cause else ""
    steps = [
        {
            "state": "no",
            "icon": "wifi-off",
            "text": _("Mati sejak %(since)s") % {"since": since},
            "note": cause,
        }
    ]
    if outage.work:
        work = f"{outage.worker}: {outage.work}" if outage.worker else outage.work
        cost = _("Biaya %(cost)s dari dana rawat") % {"cost": outage.cost} if outage.cost else ""
        steps.append({"state": "now", "icon": "refresh-cw", "text": work, "note": cost})
    promise = _("Dijanjikan menyala sebelum %(due)s") % {"due": due}
    if outage.late:
        promise = _("Terlambat: dijanjikan sebelum %(due)s") % {"due": due}
    return [*steps, {"state": "todo", "icon": "", "text": promise, "note": ""}]


@dataclass(frozen=True)
class Column:
    """Heights in units; from the top: unknown, off, on."""

    x: int
    up: int
    down: int
    unknown: int
    top: int


@register.inclusion_tag("connectivity/office/year.html", takes_context=True)
def year_chart(context: Context, weeks: Sequence[Week]) -> dict[str, Any]:
    columns = [
        _column(place, week.tally) for place, week in enumerate(weeks) if week.tally.scheduled
    ]
    known = [week for week in weeks if week.tally.scheduled]
    return {
        "columns": columns,
        "width": len(weeks) * COLUMN,
        "height": CHART_HEIGHT,
        "hatch": pattern(context, "tidak"),
        "rows": [(week.first, week.tally) for week in reversed(known)],
        "thickness": COLUMN - 4,
    }


def _column(place: int, tally: Tally) -> Column:
    up = round(CHART_HEIGHT * tally.up / tally.scheduled)
    down = round(CHART_HEIGHT * tally.down / tally.scheduled)
    down = min(down, CHART_HEIGHT - up)
    return Column(
        x=place * COLUMN, up=up, down=down, unknown=CHART_HEIGHT - up - down, top=CHART_HEIGHT - up
    )
