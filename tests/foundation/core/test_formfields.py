"""The rows of the verified traps: what Django would do wrong with what villagers type."""

from contextlib import suppress
from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.formfields import (
    IndonesianDateField,
    KkField,
    NikField,
    PhoneField,
    RtRwField,
    RupiahField,
)
from desa.foundation.core.problems import translated
from desa.foundation.core.values.errors import ValueProblem, ValueWarning
from desa.foundation.core.values.rupiah import Rupiah

INDEPENDENCE = date(2026, 8, 17)
NIK = "3514991708020001"


class PersonForm(forms.Form):
    nik = NikField()
    kk = KkField(required=False)
    phone = PhoneField(required=False)
    born = IndonesianDateField(required=False)
    income = RupiahField(required=False)
    rt = RtRwField(required=False)


def message_of(field: forms.Field, typed: str) -> str:
    with pytest.raises(ValidationError) as caught:
        field.clean(typed)
    return " ".join(caught.value.messages)


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (IndonesianDateField(), "17 Agustus 2026", INDEPENDENCE),
        (IndonesianDateField(), "17 Agu 2026", INDEPENDENCE),
        (IndonesianDateField(), "17.08.2026", INDEPENDENCE),
        (IndonesianDateField(), "17082026", INDEPENDENCE),
        (IndonesianDateField(), "05/06/2026", date(2026, 6, 5)),
        (RupiahField(), "Rp 1.250.000", Rupiah.of(1_250_000)),
        (RupiahField(), "Rp. 1.250.000,-", Rupiah.of(1_250_000)),
        (RupiahField(), "Rp1.250.000", Rupiah.of(1_250_000)),
        (RupiahField(), "1.250", Rupiah.of(1_250)),
        (RupiahField(), "0", Rupiah(0)),
        (PhoneField(), "0812-3456-7890", "+6281234567890"),
        (PhoneField(), "+62 812 3456 7890", "+6281234567890"),
        (PhoneField(), "6281234567890", "+6281234567890"),
        (PhoneField(), "81234567890", "+6281234567890"),
        (NikField(), "3514 9917 0802 0001", NIK),
        (KkField(), "351499-170802-0001", NIK),
        (RtRwField(), "RT 3", "003"),
        (RtRwField(), "03", "003"),
        (RtRwField(required=False), "-", ""),
    ],
)
def test_what_villagers_type_is_accepted(field: forms.Field, typed: str, value: object) -> None:
    assert field.clean(typed) == value


@pytest.mark.parametrize(
    ("field", "typed", "message"),
    [
        (IndonesianDateField(), "08/17/2026", "Bulan 17 tidak ada. Tulis tanggal/bulan/tahun."),
        (
            IndonesianDateField(),
            "31-02-1990",
            "Tanggal 31 tidak ada: Februari 1990 hanya sampai tanggal 28.",
        ),
        (RupiahField(), "1,250,000", "Apakah maksudnya 1.250.000?"),
        (RupiahField(), "1.5", "Apakah maksudnya 1,5 juta atau 15?"),
        (RupiahField(), "12.50", "Apakah maksudnya 12,50 juta atau 1250?"),
        (NikField(), "351499170802000", "NIK harus 16 angka. Yang Anda tulis baru 15."),
        (NikField(), "3,51E+15", "Ubah format kolom menjadi Teks (Text)"),
        (KkField(), "3,51E+15", "Nomor KK berubah menjadi bilangan di Excel"),
        (PhoneField(), "0812", "Tulis misalnya 0812-3456-7890."),
        (RtRwField(), "A1", "misalnya 003"),
    ],
)
def test_what_could_mean_something_else_is_asked_about(
    field: forms.Field, typed: str, message: str
) -> None:
    assert message in message_of(field, typed)


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (NikField(), "NIK belum diisi."),
        (KkField(), "Nomor KK belum diisi."),
        (PhoneField(), "Nomor HP belum diisi."),
        (RupiahField(), "Jumlah uang belum diisi."),
        (IndonesianDateField(), "Tanggal belum diisi."),
        (RtRwField(), "Nomornya belum diisi."),
    ],
)
@pytest.mark.parametrize("typed", ["", "  "])
def test_an_empty_field_says_what_is_missing(field: forms.Field, message: str, typed: str) -> None:
    assert message_of(field, typed) == message


def test_fields_left_empty_give_nothing() -> None:
    form = PersonForm({"nik": NIK})
    assert form.is_valid()
    assert form.cleaned_data == {
        "nik": NIK, "kk": "", "phone": "", "born": None, "income": None, "rt": "",
    }  # fmt: skip


def test_the_empty_value_can_be_the_null_of_a_column() -> None:
    assert NikField(required=False, empty_value=None).clean("") is None


@given(st.text(max_size=50))
def test_no_text_breaks_a_field(typed: str) -> None:
    for field in PersonForm.base_fields.values():
        with suppress(ValidationError):
            field.clean(typed)


def test_stored_values_are_shown_in_the_form_as_people_write_them() -> None:
    initial = {"phone": "+6281234567890", "born": INDEPENDENCE, "income": Rupiah.of(1_250_000)}
    form = PersonForm(initial=initial)
    assert form["phone"].value() == "0812-3456-7890"
    assert form["born"].value() == "17 Agustus 2026"
    assert form["income"].value() == "Rp1.250.000"
    assert form["nik"].value() is None


def test_an_untouched_form_has_not_changed() -> None:
    initial = {
        "nik": NIK, "phone": "+6281234567890", "born": INDEPENDENCE, "income": Rupiah.of(1_250_000),
    }  # fmt: skip
    shown = PersonForm(initial=initial)
    data = {name: shown[name].value() or "" for name in shown.fields}
    assert PersonForm(data, initial=initial).changed_data == []
    data["income"] = "1.250.001"
    assert PersonForm(data, initial=initial).changed_data == ["income"]


def test_what_was_typed_wrongly_comes_back_as_typed() -> None:
    form = PersonForm({"nik": "3514", "phone": "0812", "born": "08/17/2026", "income": "1.5"})
    assert [form[name].value() for name in ("nik", "phone", "born", "income")] == [
        "3514", "0812", "08/17/2026", "1.5",
    ]  # fmt: skip
    assert set(form.errors) == {"nik", "phone", "born", "income"}


def test_fields_bring_a_hint_and_the_right_keyboard() -> None:
    form = PersonForm()
    assert "16 angka" in form["nik"].help_text
    assert 'inputmode="numeric"' in str(form["nik"])
    assert 'inputmode="tel"' in str(form["phone"])
    assert 'autocomplete="off"' in str(form["born"])
    assert NikField(help_text="NIK ibu").help_text == "NIK ibu"


def test_a_problem_is_said_in_the_language_of_the_reader() -> None:
    problem = ValueProblem("sum", "Januari", {})
    warning = ValueWarning("sum", "%(days)s Januari", {"days": 3})
    with override("id"):
        assert (translated(problem), translated(warning)) == ("Januari", "3 Januari")
