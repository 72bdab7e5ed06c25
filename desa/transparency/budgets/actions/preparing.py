"""What officers add to an import before it is published."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date

from desa.foundation.core.actions import Actor, action, record
from desa.transparency.budgets.enums import VersionState
from desa.transparency.budgets.exceptions import PublishedStays
from desa.transparency.budgets.models import Activity, BudgetFinding, BudgetVersion
from desa.transparency.budgets.rules.gate import Carrier


@dataclass(frozen=True)
class Words:
    """What stands around the figures."""

    legal_number: str = ""
    legal_date: date | None = None
    bpd_date: date | None = None
    complaint_address: str = ""
    note: str = ""


def locked(version: BudgetVersion) -> BudgetVersion:
    """The row as it is now, ours until the end of the action. Raises PublishedStays."""
    found = BudgetVersion.objects.select_for_update().get(pk=version.pk)
    if found.state != VersionState.PREPARED:
        raise PublishedStays
    return found


@action
def describe_version(*, by: Actor, version: BudgetVersion, words: Words) -> BudgetVersion:
    found = locked(version)
    for name, value in asdict(words).items():
        setattr(found, name, value)
    found.full_clean()
    found.save()
    record("budgets.version.described", found, by, version=found.version_id)
    return found


@action
def name_carriers(*, by: Actor, version: BudgetVersion, carriers: Mapping[str, Carrier]) -> None:
    """All of them at once: what is not named any more is forgotten."""
    found = locked(version)
    Activity.objects.filter(version=found).delete()
    rows = [_activity(found, code, carrier) for code, carrier in carriers.items()]
    for row in rows:
        row.clean_fields(exclude=["village", "version"])
    Activity.objects.bulk_create(rows)
    record(
        "budgets.version.carriers_named",
        found,
        by,
        version=found.version_id,
        activities=len(rows),
    )


def _activity(version: BudgetVersion, code: str, carrier: Carrier) -> Activity:
    return Activity(
        version=version,
        kegiatan=code,
        office=carrier.office,
        implementer=carrier.name,
        team=carrier.team,
        work_state=carrier.state,
        reason=carrier.reason,
    )


@action
def accept_finding(*, by: Actor, finding: BudgetFinding, note: str) -> BudgetFinding:
    """An error of the original paper is kept, with a note that everyone reads."""
    version = locked(finding.version)
    finding.accepted_note, finding.accepted_by_label = note, by.actor_label
    finding.full_clean(exclude=["village", "version"])
    finding.save()
    record("budgets.finding.accepted", finding, by, version=version.version_id, code=finding.code)
    return finding
