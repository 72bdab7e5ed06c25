"""Taking a printed budget in: prepared as a whole, never published by this."""

from dataclasses import dataclass

from django.db.models import Max, QuerySet

from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.files.actions import put_content, register_file, release_file
from desa.foundation.files.models import StoredFile
from desa.foundation.tenancy.models import Village
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.enums import VersionState
from desa.transparency.budgets.exceptions import BeingPublished, NothingPrepared
from desa.transparency.budgets.messages import sentence
from desa.transparency.budgets.models import (
    BudgetFinding,
    BudgetLine,
    BudgetName,
    BudgetVersion,
    ColumnMapping,
)
from desa.transparency.budgets.queries.examining import Examined
from desa.transparency.budgets.rules.findings import Finding
from desa.transparency.budgets.rules.lines import Line

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAME_LENGTH = 300
MOST_FINDINGS = 500  # more than these nobody reads; a paper with so many is the wrong paper


@dataclass(frozen=True)
class Source:
    """The file the lines came from; `digest` of content that put_content() stored, "" for none."""

    filename: str
    digest: str = ""
    size: int = 0


@dataclass(frozen=True)
class Outcome:
    """`is_new` is False when the very same lines were there already: nothing changed then."""

    version: BudgetVersion
    is_new: bool


def store_source(content: bytes, filename: str) -> Source:
    """Outside the action: bytes first, their row with the version."""
    return Source(filename, put_content(content), len(content))


@action
def prepare_version(
    *, by: Actor, examined: Examined, source: Source, keep_errors: bool = False
) -> Outcome:
    """The lines as a prepared version; one of the same stage that was not published yet is replaced.

    Raises NothingPrepared for a paper with errors, unless they are wrong sums and `keep_errors` says so;
    BeingPublished when the version to replace is on its way.
    """
    if not examined.may_be_kept or (examined.errors and not keep_errors):
        raise NothingPrepared
    Village.objects.select_for_update().get(pk=current_village().pk)  # one writer at a time
    same = _versions(examined).filter(digest=examined.digest).order_by("-created_at").first()
    if same is not None:
        return Outcome(same, is_new=False)
    version = _write_version(by, examined, source)
    _write_rows(version, examined)
    _remember(by, examined)
    lines, errors = len(examined.paper.lines), len(examined.errors)
    record(
        "budgets.version.prepared",
        version,
        by,
        version=version.version_id,
        lines=lines,
        errors=errors,
    )
    return Outcome(version, is_new=True)


def _versions(examined: Examined) -> QuerySet[BudgetVersion]:
    return BudgetVersion.objects.filter(year=examined.order.year, stage=examined.stage)


def _write_version(by: Actor, examined: Examined, source: Source) -> BudgetVersion:
    waiting = _versions(examined).exclude(state=VersionState.PUBLISHED)
    version = waiting.filter(as_of=examined.as_of).first()
    if version is not None and version.state != VersionState.PREPARED:
        raise BeingPublished
    if version is None:
        last = _versions(examined).aggregate(last=Max("number"))["last"] or 0
        version = BudgetVersion(
            year=examined.order.year,
            stage=examined.stage,
            number=last + 1,
            as_of=examined.as_of,
        )
    former = version.source
    version.digest = examined.digest
    version.source_name = source.filename[-120:]
    version.created_by_label = by.actor_label
    version.source = _file(source)
    version.full_clean()
    version.save()
    if former is not None and former != version.source:
        release_file(former)
    return version


def _file(source: Source) -> StoredFile | None:
    if not source.digest:
        return None
    return register_file(digest=source.digest, size=source.size, media_type=MEDIA_TYPE)


def _write_rows(version: BudgetVersion, examined: Examined) -> None:
    for model in (BudgetLine, BudgetName, BudgetFinding):
        model.objects.filter(version=version).delete()
    lines = examined.paper.lines
    BudgetLine.objects.bulk_create(
        _line(version, place, line) for place, line in enumerate(lines, start=1)
    )
    BudgetName.objects.bulk_create(
        BudgetName(version=version, axis=axis, code=code, name=name)
        for (axis, code), name in examined.paper.names.items()
    )
    BudgetFinding.objects.bulk_create(
        _finding(version, finding) for finding in examined.findings[:MOST_FINDINGS]
    )


def _line(version: BudgetVersion, place: int, line: Line) -> BudgetLine:
    return BudgetLine(
        version=version,
        position=place,
        kegiatan=line.kegiatan,
        akun=line.akun,
        funds=list(line.funds),
        name=line.name[:NAME_LENGTH],
        amount=Rupiah(line.amount),
        before=_money(line.before),
        realised=_money(line.realised),
        volume=line.volume[:30],
        unit=line.unit[:40],
        sheet=line.sheet[:40],
        row=line.row,
    )


def _money(sen: int | None) -> Rupiah | None:
    return None if sen is None else Rupiah(sen)


def _finding(version: BudgetVersion, finding: Finding) -> BudgetFinding:
    return BudgetFinding(
        version=version,
        sheet=finding.sheet[:40],
        row=finding.row,
        column=finding.column,
        severity=finding.gravity.value,
        code=finding.code,
        message=sentence(finding),
        difference=_money(finding.difference),
    )


def _remember(by: Actor, examined: Examined) -> None:
    """The columns a person confirmed hold for the next paper with this header."""
    for layout in examined.paper.layouts:
        if layout.signature in examined.chosen:
            columns = {str(column): role.value for column, role in layout.roles.items()}
            ColumnMapping.objects.update_or_create(
                signature=layout.signature,
                defaults={"columns": columns, "confirmed_by_label": by.actor_label},
            )


@action
def throw_away(*, by: Actor, version: BudgetVersion) -> None:
    """Undo an import: the prepared version goes, with everything that was written about it."""
    locked = BudgetVersion.objects.select_for_update().get(pk=version.pk)
    if locked.state != VersionState.PREPARED:
        raise BeingPublished
    record("budgets.version.thrown_away", locked, by, version=locked.version_id)
    source = locked.source
    locked.delete()
    if source is not None:
        release_file(source)
