"""Which versions there are."""

from collections.abc import Sequence

from django.db.models import QuerySet

from desa.transparency.budgets.enums import Stage, VersionState
from desa.transparency.budgets.models import BudgetVersion


def versions() -> QuerySet[BudgetVersion]:
    """All of the village, without the figures: those are read one version at a time."""
    return BudgetVersion.objects.defer("figures").order_by("-year", "-created_at")


def published_versions(year: int | None = None) -> QuerySet[BudgetVersion]:
    """Newest first."""
    found = BudgetVersion.objects.filter(state=VersionState.PUBLISHED).defer("figures")
    if year is not None:
        found = found.filter(year=year)
    return found.order_by("-year", "-published_at", "-pk")


def latest_version(year: int | None = None, *stages: Stage) -> BudgetVersion | None:
    """What was published last: of this year or of the newest one, of these stages or of any.

    A draft gives way to whatever was enacted.
    """
    found = published_versions(year)
    if stages:
        return found.filter(stage__in=stages).first()
    first = found.exclude(stage=Stage.DRAFT).first()
    draft = found.first()
    return draft if draft and (first is None or draft.year > first.year) else first


def published_version(year: int, edition: str) -> BudgetVersion | None:
    """By its place in addresses ("perubahan-2"), figures and all."""
    stage, _hyphen, number = edition.rpartition("-")
    if not (number.isdecimal() and number.isascii() and len(number) < 5):
        return None
    return BudgetVersion.objects.filter(
        state=VersionState.PUBLISHED,
        year=year,
        stage=stage.replace("-", "_"),
        number=int(number),
    ).first()


def previous_version(version: BudgetVersion) -> BudgetVersion | None:
    """What was in force before it in the same year."""
    return before_in(list(published_versions(version.year)), version)


def before_in(
    newest_first: Sequence[BudgetVersion], version: BudgetVersion
) -> BudgetVersion | None:
    """Of one year's published versions: a budget before a draft; a realisation changes no budget."""
    if version.stage == Stage.REALISATION:
        return None
    ids = [each.pk for each in newest_first]
    older = newest_first[ids.index(version.pk) + 1 :] if version.pk in ids else newest_first
    drafts = [each for each in older if each.stage == Stage.DRAFT]
    budgets = [each for each in older if each.stage not in (Stage.REALISATION, Stage.DRAFT)]
    return next(iter([*budgets, *drafts]), None)
