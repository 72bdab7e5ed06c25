"""A first evening for tests: answers of one office, signed by another."""

from collections.abc import Mapping
from datetime import date

from desa.foundation.accounts.models import User
from desa.foundation.core import clock
from desa.foundation.core.ids import new_id
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village
from desa.insight.readiness.actions import (
    Found,
    accept_action,
    answer_item,
    sign_assessment,
)
from desa.insight.readiness.models import ChecklistAnswer, Measurement, Recommendation
from desa.insight.readiness.queries import seal_key, sealed_fields
from desa.insight.readiness.rules.catalogue import sub_indicator
from desa.insight.readiness.rules.checklist import item, items_of
from desa.insight.readiness.rules.seals import seal

TODAY = date(2026, 11, 24)


def fill(by: User, levels: Mapping[str, int], on: date = TODAY) -> None:
    for code, level in levels.items():
        answer_item(by=by, item=item(code), found=Found(level, "SK 12/2026", on))


def whole_sub(sub: str, level: int) -> dict[str, int]:
    return {found.code: level for found in items_of(sub)}


def evening(first: User, second: User, *subs: str, level: int = 3) -> list[ChecklistAnswer]:
    for sub in subs:
        fill(first, whole_sub(sub, level))
    return sign_assessment(by=second)


def measured(code: str, score: float, cutoff: date = TODAY) -> Measurement:
    """A figure that a room counted, without its rows."""
    row = Measurement(
        id=new_id(),
        village=current_village(),
        code=code,
        cutoff=cutoff,
        status="terukur",
        value=score / 100,
        score=score,
        method=sub_indicator(code).method,
        computed_at=clock.now(),
        computed_by_label="uji",
    )
    row.seal = seal(seal_key(), sealed_fields(row))
    row.save(force_insert=True)
    return row


def running(village: Village, by: User) -> Recommendation:
    """An action on REG1, taken up."""
    measured("REG1", 20, clock.today(village))
    return accept_action(by=by, code="REG1")
