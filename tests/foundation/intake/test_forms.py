from uuid import UUID

import pytest
from django import forms

from desa.foundation.intake.forms import IdempotentForm, restore
from desa.foundation.intake.models import Draft
from desa.foundation.tenancy.models import Area

KEY = "6f1c0c1e-0000-4000-8000-000000000001"


class DusunForm(IdempotentForm):
    name = forms.CharField()


class AreaForm(IdempotentForm, forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Area
        fields = ["name"]


@pytest.mark.parametrize("form", [DusunForm, AreaForm])
def test_key_is_hidden_and_stays_the_same_within_one_page(form: type[IdempotentForm]) -> None:
    shown = form()
    field = shown["kirim_id"]
    assert field.is_hidden
    assert UUID(str(field.value())).version == 4
    assert str(field.value()) in str(field)
    assert shown["kirim_id"].value() == field.value()


def test_each_page_gets_its_own_key() -> None:
    assert DusunForm()["kirim_id"].value() != DusunForm()["kirim_id"].value()


def test_key_survives_a_mistake_in_the_form() -> None:
    form = DusunForm({"kirim_id": KEY, "name": ""})
    assert not form.is_valid()
    assert form["kirim_id"].value() == KEY


def test_sent_key_is_given_as_uuid() -> None:
    form = DusunForm({"kirim_id": KEY, "name": "Sendi"})
    assert form.is_valid()
    assert form.submission_key == UUID(KEY)


@pytest.mark.parametrize("key", [None, "", "bukan-kunci"])
def test_form_without_its_key_says_what_to_do(key: str | None) -> None:
    data = {"name": "Sendi"} if key is None else {"name": "Sendi", "kirim_id": key}
    form = DusunForm(data)
    assert not form.is_valid()
    assert "Muat ulang" in str(form.errors["kirim_id"])


class PersonForm(forms.Form):
    name = forms.CharField()
    born = forms.DateField()
    moved = forms.BooleanField(required=False)
    languages = forms.MultipleChoiceField(choices=[("id", "Indonesia"), ("jv", "Jawa")])
    house = forms.CharField(widget=forms.HiddenInput)
    secret = forms.CharField(widget=forms.PasswordInput)
    scan = forms.FileField()


def _restored(prefix: str | None = None, **typed: list[str]) -> forms.Form:
    initial = {"name": "Lama", "moved": True, "house": "7", "secret": "x", "scan": "y"}
    form = PersonForm(initial=initial, prefix=prefix)
    restore(form, Draft(data=typed))
    return form


def test_draft_comes_back_as_it_was_typed_mistakes_included() -> None:
    form = _restored(name=["Siti"], born=["31 Feb"], languages=["id", "jv"])
    assert form["name"].value() == "Siti"
    assert "31 Feb" in str(form["born"])
    assert form["languages"].value() == ["id", "jv"]


def test_box_that_was_emptied_stays_empty() -> None:
    assert "checked" not in str(_restored(name=["Siti"])["moved"])
    assert "checked" in str(_restored(moved=["on"])["moved"])


def test_hidden_secret_and_file_fields_keep_what_the_server_says() -> None:
    form = _restored(house=["8"], secret=["y"], scan=["z"])
    assert (form.initial["house"], form.initial["secret"], form.initial["scan"]) == ("7", "x", "y")


def test_prefix_of_the_form_is_understood() -> None:
    form = _restored("anak", **{"anak-name": ["Siti"], "name": ["Budi"]})
    assert form["name"].value() == "Siti"


def test_without_a_draft_nothing_changes() -> None:
    form = PersonForm(initial={"name": "Lama"})
    restore(form, None)
    assert form.initial == {"name": "Lama"}
