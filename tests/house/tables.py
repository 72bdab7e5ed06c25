"""What every table of the house keeps to: its village, its keys, its personal data."""

import re
from typing import Any

from django.db.models import (
    DateField,
    DecimalField,
    Field,
    FloatField,
    ForeignKey,
    JSONField,
    Model,
    UniqueConstraint,
)

from desa.foundation.core.ids import new_id
from desa.foundation.tenancy.managers import BaseVillageManager, VillageManager
from desa.foundation.tenancy.models import Removable, VillageOwned

# Read before a village is known, or about the machine and no village at all.
GLOBAL = frozenset(
    {
        "tenancy.Village",
        "accounts.User",
        "accounts.Membership",
        "jobs.Job",
        "jobs.Schedule",
        "sessions.Session",
        "contenttypes.ContentType",
    }
)
CLASSES = frozenset(
    {"identity", "contact", "specific", "official", "reference", "free text", "copy"}
)
PERSONAL = re.compile(
    r"(^|_)(name|nik|kk|nip|phone|email|address|birth\w*|note|notes|reason|father|mother|religion"
    r"|blood|disability|ethnicity|passport)(_|$)"
)
# Names of things: of places, days, files and records, never of people.
NOT_ABOUT_PEOPLE = frozenset(
    {
        "budgets.BudgetLine.name",
        "budgets.BudgetName.name",
        "connectivity.CandidateSite.name",
        "connectivity.MapShape.name",
        "connectivity.Point.address",
        "connectivity.Point.name",
        "connectivity.Probe.name",
        "connectivity.SitePlan.note",
        "servicelevels.ServiceStandard.name",
        "tenancy.Area.name",
        "tenancy.Holiday.name",
        "tenancy.Village.name",
        "tenancy.Village.address",
        "tenancy.Village.phone",
        "tenancy.Village.email",
        "tenancy.Village.public_address",
        "trail.TrailEvent.name",
    }
)
ModelClass = type[Model]


def homeless(model: ModelClass) -> list[str]:
    """A table is a village's or listed as global."""
    label = model._meta.label
    return [] if label in GLOBAL or issubclass(model, VillageOwned) else [f"{label} has no village"]


def loose_unique(model: ModelClass) -> list[str]:
    """Unique means unique in the village, and among rows that are not removed."""
    if not issubclass(model, VillageOwned):
        return []
    label = model._meta.label
    wrong = [
        f"{label}.{field.name} is unique in all villages"
        for field in model._meta.local_concrete_fields
        if field.unique and not field.primary_key
    ]
    wrong += [f"{label} uses unique_together"] if model._meta.unique_together else []
    for constraint in model._meta.constraints:
        if isinstance(constraint, UniqueConstraint):
            wrong += _loose(model, constraint)
    return wrong


def _loose(model: ModelClass, constraint: UniqueConstraint) -> list[str]:
    wrong = []
    if "village" not in constraint.fields:
        wrong.append(f"{constraint.name} does not contain the village")
    if issubclass(model, Removable) and "removed_at__isnull" not in str(constraint.condition):
        wrong.append(f"{constraint.name} also counts removed rows")
    return wrong


def foreign_key_made(model: ModelClass) -> list[str]:
    """The key comes from core.ids; tables of Django itself keep theirs."""
    label = model._meta.label
    theirs = label in {"sessions.Session", "contenttypes.ContentType"}
    made_here = any(
        field.primary_key and field.default is new_id for field in model._meta.concrete_fields
    )
    return [] if theirs or made_here else [f"{label} makes its own key"]


def inexact(model: ModelClass) -> list[str]:
    """Money is whole sen; only measurements, which are ratios, are fractions."""
    return [
        f"{field} is a {type(field).__name__}"
        for field in model._meta.local_concrete_fields
        if isinstance(field, DecimalField | FloatField) and str(field) not in RATIOS
    ]


def automatic_tables(model: ModelClass) -> list[str]:
    keys: list[Any] = list(model._meta.local_many_to_many)
    return [
        f"{field} makes a table without a village"
        for field in keys
        if field.remote_field.through._meta.auto_created
    ]


def village_bound(model: ModelClass) -> bool:
    return issubclass(model, VillageOwned)


def global_ties(model: ModelClass) -> list[str]:
    """A global row never points to a village's row."""
    if village_bound(model):
        return []
    return [
        f"{field} points from a global row into a village"
        for field in model._meta.local_concrete_fields
        if isinstance(field, ForeignKey) and village_bound(field.related_model)
    ]


def wrong_managers(model: ModelClass) -> list[str]:
    if not village_bound(model):
        return []
    wrong = []
    if not isinstance(model._default_manager, VillageManager):
        wrong.append(f"{model._meta.label} lists rows of every village or removed rows")
    if not isinstance(model._base_manager, BaseVillageManager):
        wrong.append(f"{model._meta.label} follows keys out of the village")
    return wrong


RATIOS = frozenset(
    {
        "readiness.Measurement.value",
        "readiness.Measurement.score",
        "readiness.Measurement.low",
        "readiness.Measurement.high",
        "readiness.Recommendation.target",
    }
)


def undeclared(model: ModelClass, exempt: frozenset[str] = NOT_ABOUT_PEOPLE) -> list[str]:
    """Fields about people without a class, classes that do not exist, a missing retention."""
    label = model._meta.label
    personal = model.__dict__.get("personal")
    if personal is None or not model.__dict__.get("retention"):
        return [f"{label} does not say what is personal and how long it is kept"]
    names = {field.name for field in model._meta.concrete_fields}
    wrong = [f"{label}.{name} does not exist" for name in set(personal) - names]
    wrong += [f"{label}: no class {kind}" for kind in set(personal.values()) - CLASSES]
    wrong += [
        f"{label}.{field.name} has no class"
        for field in model._meta.concrete_fields
        if _about_people(field) and field.name not in personal
        if f"{label}.{field.name}" not in exempt and field.model is model
    ]
    return sorted(wrong)


def _about_people(field: "Field[object, object]") -> bool:
    kinds = ("CharField", "TextField")
    texts = field.get_internal_type() in kinds or isinstance(field, DateField | JSONField)
    return texts and not field.choices and bool(PERSONAL.search(field.name))
