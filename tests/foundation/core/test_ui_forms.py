from xml.etree.ElementTree import Element

import pytest
from django import forms

from desa.foundation.core.gallery_samples import SampleForm, filled_form
from tests.foundation.core.ui_pages import read, read_part, render, text_of


class Letter(forms.Form):
    hp = forms.CharField(label="Nomor WhatsApp", help_text="Contoh: 0812-3456-7890.", min_length=10)
    note = forms.CharField(label="Catatan", required=False)
    way = forms.ChoiceField(
        label="Diambil siapa?", choices=[("s", "Sendiri"), ("w", "Wakil")], widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="Isian ini benar.")
    secret = forms.CharField(widget=forms.HiddenInput, initial="abc")


def sent(**data: str) -> Letter:
    return Letter({"hp": "0812", "secret": "abc", **data})


def order_of(field: Element) -> list[str]:
    """Tag and class of the direct children, as they are read out."""
    return [f"{child.tag}.{child.get('class', '')}" for child in field]


def test_field_order_is_label_hint_error_input() -> None:
    field = read_part(render("{% load ui %}{% field form.hp %}", {"form": sent()})).find(".//div")

    assert field is not None
    assert order_of(field) == ["label.label", "p.hint", "div.errs", "input."]
    assert field.get("class") == "field bad"


def test_field_input_names_its_hint_and_error() -> None:
    root = read_part(render("{% load ui %}{% field form.hp %}", {"form": sent()}))

    box = root.find(".//input")
    assert box is not None
    assert box.get("aria-describedby") == "id_hp_helptext id_hp_error"
    assert box.get("aria-invalid") == "true"
    assert {node.get("id") for node in root.iter()} >= {"id_hp_helptext", "id_hp_error"}


def test_field_without_error_is_quiet() -> None:
    html = render("{% load ui %}{% field form.hp %}", {"form": Letter()})

    assert "bad" not in html
    assert "errs" not in html


@pytest.mark.parametrize(("name", "optional"), [("note", True), ("hp", False), ("sure", False)])
def test_only_an_optional_field_says_that_it_may_stay_empty(name: str, optional: bool) -> None:
    html = render("{% load ui %}{% field bound %}", {"bound": Letter()[name]})

    assert ("(boleh kosong)" in html) is optional


def test_choices_are_rows_inside_a_named_group() -> None:
    group = read_part(render("{% load ui %}{% field form.way %}", {"form": sent()})).find(
        ".//fieldset"
    )

    assert group is not None
    legend = group.find("legend")
    assert legend is not None
    assert text_of(legend) == "Diambil siapa?"
    assert [text_of(row) for row in group.findall(".//label")] == ["Sendiri", "Wakil"]
    assert group.get("aria-describedby") == "id_way_error"


def test_one_box_is_a_row_with_its_words() -> None:
    row = read_part(render("{% load ui %}{% field form.sure %}", {"form": Letter()})).find(
        ".//label"
    )

    assert row is not None
    assert row.get("class") == "pick"
    assert row.find("input") is not None
    assert text_of(row) == "Isian ini benar."


@pytest.mark.parametrize("name", ["hp", "way"])
def test_question_makes_the_label_the_heading(name: str) -> None:
    root = read_part(
        render(
            '{% load ui %}{% field bound question="Pertanyaan 2 dari 4" %}',
            {"bound": Letter()[name]},
        )
    )

    heading = root.find(".//h1")
    assert heading is not None
    assert text_of(heading) == str(Letter.base_fields[name].label)
    assert "Pertanyaan 2 dari 4" in text_of(root)


def test_whole_form_uses_the_same_fields_and_keeps_hidden_ones() -> None:
    html = render("{{ form }}", {"form": sent(way="s", sure="on")})

    root = read_part(html)
    assert len(root.findall(".//*[@class='field']")) == 3
    assert len(root.findall(".//*[@class='field bad']")) == 1
    hidden = root.find(".//input[@type='hidden']")
    assert hidden is not None
    assert hidden.get("value") == "abc"


@pytest.mark.parametrize("source", ["{{ form }}", "{% load ui %}{% field form.hp %}"])
def test_the_browser_does_not_answer_before_us(source: str) -> None:
    assert " required" not in render(source, {"form": Letter()})


def test_error_summary_links_to_each_field() -> None:
    html = render("{% load ui %}{% error_summary form %}{{ form }}", {"form": sent(sure="on")})

    root = read_part(html)
    links = [str(link.get("href")) for link in root.findall(".//a")]
    assert links == ["#id_hp", "#id_way_0"]
    assert {node.get("id") for node in root.iter()} >= {link.removeprefix("#") for link in links}
    assert 'role="alert"' in html
    assert "Ada 2 isian yang perlu diperbaiki" in html


def test_error_summary_counts_one_in_words() -> None:
    html = render("{% load ui %}{% error_summary form %}", {"form": filled_form("a")})

    assert "Ada satu isian yang perlu diperbaiki" in html
    assert "NIK harus 16 angka. Yang Anda tulis baru 15." in html


def test_error_summary_of_the_form_as_a_whole_has_no_link() -> None:
    form = sent(way="s", sure="on", hp="081234567890")
    form.add_error(None, "Surat ini sudah pernah diminta hari ini.")

    html = render("{% load ui %}{% error_summary form %}", {"form": form})

    assert "Surat ini sudah pernah diminta hari ini." in html
    assert "<a" not in html


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("hp", "Nomor WhatsApp belum diisi."),
        ("way", "“Diambil siapa?” belum dijawab."),
        ("sure", "Centang dulu: Isian ini benar."),
    ],
)
def test_empty_field_is_named_in_the_summary_and_at_the_field(name: str, sentence: str) -> None:
    form = Letter({"secret": "abc"})

    assert sentence in render("{% load ui %}{% field bound %}", {"bound": form[name]})
    assert sentence in render("{% load ui %}{% error_summary form %}", {"form": form})


def test_own_sentence_for_an_empty_field_is_kept() -> None:
    class Own(forms.Form):
        reason = forms.CharField(error_messages={"required": "Tulis alasannya dulu."})

    html = render("{% load ui %}{% field form.reason %}", {"form": Own({})})

    assert "Tulis alasannya dulu." in html


def test_error_summary_is_absent_without_errors() -> None:
    assert render("{% load ui %}{% error_summary form %}", {"form": Letter()}).strip() == ""


def test_error_summary_brings_the_icon_of_fields_drawn_by_the_form() -> None:
    html = render("{% load ui %}{% error_summary form %}{{ form }}{% sprite %}", {"form": sent()})

    assert '<use href="#i-triangle-alert"/>' in html
    assert '<symbol id="i-triangle-alert"' in html


def test_title_says_error_first() -> None:
    source = '{% extends "core/public.html" %}{% block title %}Nomor WhatsApp{% endblock %}'

    wrong = read_title(render(source, {"form": sent()}))
    right = read_title(render(source, {"form": Letter()}))

    assert wrong == "Galat: Nomor WhatsApp"
    assert right == "Nomor WhatsApp"


def read_title(page: str) -> str:
    title = read(page).find(".//title")
    assert title is not None
    return text_of(title)


def test_sample_form_accepts_sixteen_digits() -> None:
    data = {
        "mother": "Sarinah",
        "nik": "3514995203550001",
        "purpose": "rs",
        "dusun": "s",
        "agreed": "on",
    }

    assert SampleForm(data).is_valid()
