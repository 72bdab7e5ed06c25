"""What was measured, and what stands now."""

from collections.abc import Iterable
from datetime import date, timedelta
from json import dumps

from django.conf import settings
from django.db.models import Q
from django.urls import reverse

from desa.foundation.accounts.enums import Office
from desa.foundation.core import clock
from desa.foundation.core.measures import Evidence
from desa.foundation.core.registry import Askable
from desa.foundation.files.queries import read_content
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.enums import WHOLE_VILLAGE
from desa.insight.readiness.models import (
    ChecklistAnswer,
    Measurement,
    Recommendation,
    StageReading,
)
from desa.insight.readiness.rules.catalogue import catalogue, sub_indicator
from desa.insight.readiness.rules.gaps import Gap, gaps
from desa.insight.readiness.rules.rows import read_rows
from desa.insight.readiness.rules.seals import Value, holds
from desa.insight.readiness.rules.standing import SCORED, Status, aged
from desa.insight.readiness.rules.whole import Known

ASK_AGAIN = timedelta(days=90)
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


def known_figures(until: date | None = None) -> dict[str, Known]:
    """The current figure of every sub-indicator; one that has grown too old is stale and gives no score."""
    today = clock.today(current_village())
    day = until or today
    found = {}
    for code, row in currents(until=day).items():
        sub = sub_indicator(code)
        status = aged(Status(row.status), row.cutoff, day, sub.cadence)
        score = row.score if status in SCORED else None
        found[code] = Known(status, score, row.value, row.low, row.high)
    return found


def open_answers() -> dict[str, ChecklistAnswer]:
    """The list of the first evening that waits for its second signer, by the code of the item."""
    rows = ChecklistAnswer.objects.filter(signed_on__isnull=True).select_related("file")
    return {row.item: row for row in rows}


def standing_answers(until: date | None = None) -> dict[str, ChecklistAnswer]:
    """What two offices had signed by the end of that day, by the code of the item."""
    day = until or clock.today(current_village())
    rows = ChecklistAnswer.objects.filter(signed_on__lte=day).select_related("file")
    rows = rows.filter(Q(replaced_on__isnull=True) | Q(replaced_on__gt=day))
    return {row.item: row for row in rows}


def running_actions() -> list[Recommendation]:
    """Taken up and not ended, the oldest first."""
    rows = Recommendation.objects.filter(accepted_at__isnull=False, ended_at__isnull=True)
    return list(rows.order_by("accepted_at", "id"))


def proposed() -> tuple[Gap, ...]:
    """What may be decided now: nothing that runs, and nothing called off a short while ago."""
    since = clock.now() - ASK_AGAIN
    recent = Q(ended_at__isnull=True) | Q(ended_at__gt=since)
    settled = Recommendation.objects.filter(recent).values_list("code", flat=True)
    return gaps(known_figures(), set(settled))


def latest_stage(basis: str, until: date | None = None) -> StageReading | None:
    rows = StageReading.objects.filter(basis=basis)
    if until:
        rows = rows.filter(cutoff__lte=until)
    return rows.order_by("-cutoff", "-id").first()


def stage_fields(row: StageReading) -> dict[str, Value]:
    moments = {"cutoff": row.cutoff.isoformat(), "computed_at": row.computed_at.isoformat()}
    return {
        **moments,
        "id": row.pk,
        "village_id": row.village_id,
        "basis": row.basis,
        "stage": row.stage,
        "gate": row.gate,
        "weakest": row.weakest,
        "method": row.method,
        "figures": dumps(row.figures, sort_keys=True),
    }


def askable_figure(key: str) -> Askable | None:
    """A sub-indicator by its code: "angka ini tidak sesuai" is a question on it."""
    try:
        sub = sub_indicator(key)
    except LookupError:
        return None
    return Askable(
        title=f"{sub.code} {sub.name.id}",
        url=reverse("readiness:sub", args=[sub.code.lower()]),
        owner_office=Office.SEKDES,
        owner_label=str(Office.SEKDES.label),
    )


def search_figures(words: str, limit: int) -> list[tuple[str, Askable]]:
    """For the counter: by code or by a word of the name."""
    wanted = words.strip().lower()
    codes = (
        sub.code
        for indicator in catalogue()
        for sub in indicator.subs
        if wanted and (wanted in sub.code.lower() or wanted in sub.name.id.lower())
    )
    found = ((code, askable_figure(code)) for code in codes)
    return [(code, figure) for code, figure in found if figure is not None][:limit]


def first_tampered_stage(rows: Iterable[StageReading]) -> StageReading | None:
    key = seal_key()
    return next((row for row in rows if not holds(key, stage_fields(row), row.seal)), None)
