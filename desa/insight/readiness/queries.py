"""What was measured, and what stands now."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from desa.foundation.core import clock
from desa.foundation.core.measures import Evidence
from desa.foundation.files.queries import read_content
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.enums import WHOLE_VILLAGE
from desa.insight.readiness.models import Measurement
from desa.insight.readiness.rules.rows import read_rows
from desa.insight.readiness.rules.seals import Value, holds

SEALED = (
    "id",
    "village_id",
    "code",
    "scope",
    "status",
    "value",
    "score",
    "low",
    "high",
    "numerator",
    "denominator",
    "n",
    "why",
    "parts",
    "method",
    "rows_digest",
    "computed_by_label",
    "supersedes_id",
)


def seal_key() -> bytes:
    return bytes(settings.WORKING_KEY.derive("measurements"))


def sealed_fields(row: Measurement) -> dict[str, Value]:
    moments = {"cutoff": row.cutoff.isoformat(), "computed_at": row.computed_at.isoformat()}
    return {**{name: getattr(row, name) for name in SEALED}, **moments}


def first_tampered(rows: Iterable[Measurement]) -> Measurement | None:
    """The first row whose seal does not fit what it says."""
    key = seal_key()
    return next((row for row in rows if not holds(key, sealed_fields(row), row.seal)), None)


def current(code: str, scope: str = WHOLE_VILLAGE, until: date | None = None) -> Measurement | None:
    """The latest that no other supersedes, with a cut-off on that day or before."""
    day = until or clock.today(current_village())
    rows = Measurement.objects.filter(code=code, scope=scope, cutoff__lte=day)
    return rows.filter(superseded_by__isnull=True).order_by("-cutoff", "-id").first()


def currents(scope: str = WHOLE_VILLAGE, until: date | None = None) -> dict[str, Measurement]:
    """current() of every code, in one query."""
    day = until or clock.today(current_village())
    rows = Measurement.objects.filter(scope=scope, cutoff__lte=day, superseded_by__isnull=True)
    return {row.code: row for row in rows.order_by("cutoff", "id")}


def history(code: str, scope: str = WHOLE_VILLAGE) -> list[Measurement]:
    """Oldest first; where `method` changes a chart breaks its line."""
    rows = Measurement.objects.filter(code=code, scope=scope, superseded_by__isnull=True)
    return list(rows.order_by("cutoff", "id"))


def evidence_of(row: Measurement) -> list[tuple[str, Evidence]]:
    """What was counted, as it was when it was counted."""
    return list(read_rows(read_content(row.rows))) if row.rows else []
