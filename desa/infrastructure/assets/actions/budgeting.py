"""What the budget gives for upkeep, typed by the village with its source."""

from dataclasses import dataclass

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.rupiah import Rupiah
from desa.infrastructure.assets.actions.common import demand
from desa.infrastructure.assets.enums import AssetsPermission
from desa.infrastructure.assets.models import UpkeepLine


@dataclass(frozen=True)
class LineFacts:
    year: int
    code: str
    name: str
    amount: Rupiah
    source: str
    spent: Rupiah | None = None


@action
def set_upkeep_line(*, by: Actor, facts: LineFacts) -> UpkeepLine:
    """A line of the same year and code takes the place of the one before, which stays in the table."""
    demand(by, AssetsPermission.BUDGET)
    rows = UpkeepLine.objects.select_for_update()
    before = rows.filter(year=facts.year, code=facts.code.strip()).first()
    if before is not None:
        _remove(before, by)
    line = UpkeepLine(
        year=facts.year,
        code=facts.code.strip(),
        name=facts.name.strip(),
        amount=facts.amount,
        spent=facts.spent,
        source=facts.source.strip(),
        set_at=clock.now(),
        set_by_label=by.actor_label,
    )
    line.full_clean()
    line.save()
    record("assets.budget_line.set", line, by, year=line.year, code=line.code)
    return line


@action
def remove_upkeep_line(*, by: Actor, line: UpkeepLine) -> UpkeepLine:
    demand(by, AssetsPermission.BUDGET)
    current = UpkeepLine.objects.select_for_update().get(pk=line.pk)
    _remove(current, by)
    record("assets.budget_line.removed", current, by, year=current.year, code=current.code)
    return current


def _remove(line: UpkeepLine, by: Actor) -> None:
    line.removed_at, line.removed_by_label = clock.now(), by.actor_label
    line.save(update_fields=["removed_at", "removed_by_label"])
