from collections.abc import Iterator
from typing import Any

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.db.migrations.writer import MigrationWriter
from django.db.models import Q, Sum
from django.forms import modelform_factory
from django.test.utils import isolate_apps

from desa.foundation.core import formfields, modelfields
from desa.foundation.core.values.nik import Kk, Nik
from desa.foundation.core.values.phone import Phone
from desa.foundation.core.values.rupiah import LARGEST_SEN, Rupiah

NIK = "3514991708020001"
PHONE = "+6281234567890"
CREATE = """CREATE TABLE core_household (
    id bigint PRIMARY KEY, nik varchar(16) NULL UNIQUE, kk varchar(16) NOT NULL,
    phone varchar(16) NOT NULL, income bigint NOT NULL CHECK (income >= 0), debt bigint NULL)"""


@pytest.fixture
def household() -> Iterator[Any]:
    with isolate_apps():

        class Household(models.Model):
            id = models.BigIntegerField(primary_key=True)
            nik = modelfields.NikField(null=True, blank=True, unique=True)
            kk = modelfields.KkField(blank=True)
            phone = modelfields.PhoneField(blank=True)
            income = modelfields.RupiahField(default=Rupiah(0))
            debt = modelfields.RupiahField(null=True, blank=True)

            class Meta:
                app_label = "core"

        yield Household


@pytest.fixture
def table(household: Any, db: None) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(CREATE)
    return household


def test_values_come_back_from_the_database(table: Any) -> None:
    table.objects.create(id=1, nik=NIK, kk=NIK, phone=PHONE, income=Rupiah(LARGEST_SEN))
    row = table.objects.get()
    assert (row.nik, row.kk, row.phone) == (NIK, NIK, PHONE)
    assert (row.income, row.debt) == (Rupiah(LARGEST_SEN), None)


def test_money_is_compared_and_summed_exactly(table: Any) -> None:
    for row, sen in enumerate([10, 20, 2**60], start=1):
        table.objects.create(id=row, income=Rupiah(sen))
    assert table.objects.filter(income__gte=Rupiah(20)).count() == 2
    assert table.objects.filter(income__in=[Rupiah(10), Rupiah(11)]).count() == 1
    assert table.objects.aggregate(total=Sum("income"))["total"] == Rupiah(30 + 2**60)
    assert table.objects.aggregate(total=Sum("debt"))["total"] is None


def test_value_objects_are_stored_unmasked(table: Any) -> None:
    table.objects.create(id=1, nik=Nik(NIK), kk=Kk(NIK), phone=Phone(PHONE))
    row = table.objects.get(nik=Nik(NIK), kk=Kk(NIK), phone=Phone(PHONE))
    assert (row.nik, row.kk, row.phone) == (NIK, NIK, PHONE)


@pytest.mark.parametrize("bare", [1_250_000, 1.5, "1250000"])
def test_a_bare_number_is_never_stored_as_money(household: Any, bare: object) -> None:
    with pytest.raises(TypeError, match="income wants a Rupiah"):
        household(id=1, income=bare)._meta.get_field("income").get_prep_value(bare)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("nik", "351499170802000", "NIK harus 16 angka. Yang Anda tulis baru 15."),
        ("kk", "3,51E+15", "Nomor KK berubah menjadi bilangan di Excel"),
        ("phone", "0812", "Tulis misalnya 0812-3456-7890."),
        ("phone", "081234567890", "Nomor ini belum dirapikan."),
        ("income", Rupiah(LARGEST_SEN + 1), "terlalu besar"),
        ("income", 1_250_000, "tidak terbaca"),
        ("income", "banyak", "tidak terbaca"),
    ],
)
def test_full_clean_refuses(household: Any, field: str, value: object, message: str) -> None:
    with pytest.raises(ValidationError) as caught:
        household(**{"id": 1, field: value}).clean_fields()
    assert set(caught.value.message_dict) == {field}
    assert message in caught.value.message_dict[field][0]


def test_full_clean_accepts_and_keeps_empty_values(household: Any) -> None:
    row = household(id=1, phone=PHONE, income=Rupiah.of(5))
    row.clean_fields()
    assert (row.nik, row.kk, row.phone, row.income) == (None, "", PHONE, Rupiah.of(5))


@pytest.mark.parametrize(
    "field",
    [
        modelfields.NikField("NIK", null=True, blank=True),
        modelfields.KkField(db_index=True),
        modelfields.PhoneField(blank=True),
        modelfields.RupiahField(default=Rupiah(-5)),
        modelfields.RupiahField(null=True),
    ],
)
def test_a_migration_rebuilds_the_column(field: "models.Field[Any, Any]") -> None:
    source, imports = MigrationWriter.serialize(field)
    names: dict[str, Any] = {}
    exec("\n".join(imports), names)
    rebuilt = eval(source, names)
    assert rebuilt.deconstruct() == field.deconstruct()
    assert rebuilt.max_length == field.max_length
    assert "max_length" not in field.deconstruct()[3]


def test_a_constraint_on_money_can_stand_in_a_migration() -> None:
    source, imports = MigrationWriter.serialize(Q(income__gte=Rupiah(0)))
    names: dict[str, Any] = {}
    exec("\n".join(imports), names)
    assert eval(source, names) == Q(income__gte=Rupiah(0))


def test_a_constraint_on_money_is_written_in_sen(household: Any) -> None:
    constraint = models.CheckConstraint(condition=Q(income__gte=Rupiah(150)), name="enough")
    editor = connection.schema_editor(collect_sql=True)
    assert '"income" >= 150' in str(constraint.constraint_sql(household, editor))


def test_money_survives_a_fixture(table: Any) -> None:
    rows = [table(id=1, income=Rupiah(12_345), debt=None)]
    text = serializers.serialize("json", rows)
    assert '"income": "12345"' in text
    field = table._meta.get_field("income")
    assert field.to_python(field.value_to_string(rows[0])) == Rupiah(12_345)


def test_a_model_form_uses_the_village_fields(household: Any) -> None:
    form = modelform_factory(household, fields=["nik", "kk", "phone", "income", "debt"])(
        {"nik": "", "kk": "3514 9917 0802 0001", "phone": "0812-3456-7890", "income": "Rp 5.000"}
    )
    assert [type(field) for field in form.fields.values()] == [
        formfields.NikField,
        formfields.KkField,
        formfields.PhoneField,
        formfields.RupiahField,
        formfields.RupiahField,
    ]
    form.full_clean()
    assert form.cleaned_data == {
        "nik": None, "kk": NIK, "phone": PHONE, "income": Rupiah.of(5_000), "debt": None,
    }  # fmt: skip


def test_two_people_without_a_nik_may_exist_but_not_two_with_one(table: Any) -> None:
    table.objects.create(id=1)
    table.objects.create(id=2)
    table.objects.create(id=3, nik=NIK)
    with pytest.raises(IntegrityError), transaction.atomic():
        table.objects.create(id=4, nik=NIK)
