import ast

from django.apps import apps
from django.db.models import ForeignKey

from tests.house.links import (
    TEMPLATE_TIE,
    URL_TIE,
    foreign_templates,
    templates_in_python,
    upward,
    urls_in_python,
)
from tests.house.tree import files, floors, room_of, rooms, short, syntax, text


def test_templates_use_own_and_shared_templates_only() -> None:
    wrong = {
        short(path): found
        for path in files("*.html", "desa")
        if (found := foreign_templates(room_of(path), TEMPLATE_TIE.findall(text(path))))
    }
    assert wrong == {}


def test_python_renders_own_and_shared_templates_only() -> None:
    wrong = {
        short(path): found
        for path in files("*.py", *_room_folders())
        if (found := foreign_templates(room_of(path), templates_in_python(syntax(path))))
    }
    assert wrong == {}


def test_pages_name_addresses_of_lower_rooms_only() -> None:
    wrong = {
        short(path): found
        for path in files("*.html", "desa")
        if (found := upward(room_of(path), URL_TIE.findall(text(path)), floors()))
    }
    assert wrong == {}


def test_python_names_addresses_of_lower_rooms_only() -> None:
    wrong = {
        short(path): found
        for path in files("*.py", *_room_folders())
        if (
            found := upward(
                room_of(path), urls_in_python(syntax(path), floors()) & set(rooms()), floors()
            )
        )
    }
    assert wrong == {}


def _room_folders() -> list[str]:
    return [f"desa/{wing}/{room}" for room, wing in rooms().items()]


def test_keys_point_to_lower_rooms() -> None:
    wrong = [
        str(field)
        for model in apps.get_models()
        if model._meta.app_label in rooms()
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey)
        and upward(model._meta.app_label, [field.related_model._meta.app_label], floors())
    ]
    assert wrong == []


def test_guard_notices_a_foreign_template() -> None:
    page = '{% extends "core/office.html" %}{% include "residents/office/card.html" %}'
    assert foreign_templates("letters", TEMPLATE_TIE.findall(page)) == [
        "residents/office/card.html"
    ]


def test_guard_notices_a_foreign_template_in_python() -> None:
    view = ast.parse('render(request, "residents/office/card.html", {})')
    assert foreign_templates("letters", templates_in_python(view))
    assert foreign_templates("residents", templates_in_python(view)) == []


def test_guard_notices_an_address_upwards() -> None:
    page = "<a href=\"{% url 'portal:home' %}\">"
    assert upward("letters", URL_TIE.findall(page), floors()) == ["portal"]
    assert upward("portal", URL_TIE.findall(page), floors()) == []


def test_guard_notices_an_address_upwards_in_python() -> None:
    view = ast.parse('redirect("portal:home")')
    assert upward("accounts", urls_in_python(view, floors()), floors()) == ["portal"]


def test_guard_notices_a_key_sideways() -> None:
    assert upward("letters", ["complaints"], floors()) == ["complaints"]
