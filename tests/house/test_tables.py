from typing import ClassVar

import pytest
from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from desa.foundation.core.models import Row
from desa.foundation.tenancy.models import Area, Removable, VillageOwned
from tests.house import tables
from tests.house.tables import GLOBAL, NOT_ABOUT_PEOPLE, ModelClass

CHECKS = (
    tables.homeless,
    tables.loose_unique,
    tables.foreign_key_made,
    tables.inexact,
    tables.automatic_tables,
    tables.global_ties,
    tables.wrong_managers,
)
THEIRS = {"sessions", "contenttypes"}


def _faults(model: ModelClass) -> list[str]:
    return [fault for check in CHECKS for fault in check(model)]


def test_every_table_keeps_the_rules() -> None:
    assert [fault for model in apps.get_models() for fault in _faults(model)] == []


def test_every_table_says_what_is_personal() -> None:
    own = [model for model in apps.get_models() if model._meta.app_label not in THEIRS]
    assert [fault for model in own for fault in tables.undeclared(model)] == []


def test_lists_of_exceptions_hold_nothing_that_is_gone() -> None:
    fields = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
    }
    assert fields >= NOT_ABOUT_PEOPLE
    assert {model._meta.label for model in apps.get_models()} >= GLOBAL


@isolate_apps("desa.foundation.tenancy")
def test_guard_notices_a_table_without_village_and_key() -> None:
    class Loose(models.Model):
        class Meta:
            app_label = "tenancy"

    assert _faults(Loose) == ["tenancy.Loose has no village", "tenancy.Loose makes its own key"]


@isolate_apps("desa.foundation.tenancy")
def test_guard_notices_unique_rules_that_reach_too_far() -> None:
    class Card(Removable):
        number = models.CharField(max_length=5, unique=True)

        class Meta(Removable.Meta):
            app_label = "tenancy"
            constraints = [models.UniqueConstraint(fields=["number"], name="card_once")]

    assert tables.loose_unique(Card) == [
        "tenancy.Card.number is unique in all villages",
        "card_once does not contain the village",
        "card_once also counts removed rows",
    ]


@isolate_apps("desa.foundation.tenancy")
def test_guard_accepts_a_unique_rule_of_rows_that_are_not_removed() -> None:
    class Card(Removable):
        number = models.CharField(max_length=5)

        class Meta(Removable.Meta):
            app_label = "tenancy"
            constraints = [
                models.UniqueConstraint(
                    fields=["village", "number"],
                    condition=models.Q(removed_at__isnull=True),
                    name="card_once",
                )
            ]

    assert tables.loose_unique(Card) == []


@pytest.mark.parametrize("field", [models.DecimalField(), models.FloatField()])
@isolate_apps("desa.foundation.tenancy")
def test_guard_notices_money_that_is_not_exact(field: "models.Field[object, object]") -> None:
    class Budget(VillageOwned):
        amount = field

        class Meta(VillageOwned.Meta):
            app_label = "tenancy"

    assert tables.inexact(Budget)


@isolate_apps("desa.foundation.tenancy")
def test_guard_notices_an_automatic_table() -> None:
    class Group(VillageOwned):
        areas = models.ManyToManyField(Area)

        class Meta(VillageOwned.Meta):
            app_label = "tenancy"

    assert tables.automatic_tables(Group)


@isolate_apps("desa.foundation.tenancy")
def test_guard_notices_a_global_row_that_points_into_a_village() -> None:
    class Machine(Row):
        area = models.ForeignKey(Area, models.PROTECT)

        class Meta:
            app_label = "tenancy"

    assert tables.global_ties(Machine)


@isolate_apps("desa.foundation.tenancy")
def test_guard_notices_managers_that_see_other_villages() -> None:
    class Open(VillageOwned):
        class Meta:
            app_label = "tenancy"
            base_manager_name = "objects"

        objects = models.Manager()  # type: ignore[assignment]

    assert len(tables.wrong_managers(Open)) == 2


@isolate_apps("desa.foundation.tenancy")
def test_guard_notices_a_table_that_does_not_say_what_is_personal() -> None:
    class Silent(VillageOwned):
        class Meta(VillageOwned.Meta):
            app_label = "tenancy"

    assert tables.undeclared(Silent)


@isolate_apps("desa.foundation.tenancy")
def test_guard_notices_fields_about_people_without_a_class() -> None:
    class Guest(VillageOwned):
        name = models.CharField(max_length=60)
        birth_date = models.DateField()
        colour = models.CharField(max_length=60)
        personal: ClassVar[dict[str, str]] = {"gone": "identity", "colour": "secret"}
        retention: ClassVar[str] = "1 year"

        class Meta(VillageOwned.Meta):
            app_label = "tenancy"

    assert tables.undeclared(Guest) == [
        "tenancy.Guest.birth_date has no class",
        "tenancy.Guest.gone does not exist",
        "tenancy.Guest.name has no class",
        "tenancy.Guest: no class secret",
    ]
