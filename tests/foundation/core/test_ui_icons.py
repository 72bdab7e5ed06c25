import re
from pathlib import Path

import pytest
from django.apps import apps
from django.template import TemplateSyntaxError

from desa.foundation.core.icons import icon_paths, symbol
from tests.foundation.core.ui_pages import read_part, render


def test_icon_refers_to_its_symbol() -> None:
    html = render('{% load ui %}{% icon "search" %}')

    assert html == '<svg class="i" aria-hidden="true"><use href="#i-search"/></svg>'


def test_icon_of_a_wrong_name_is_an_error_at_once() -> None:
    with pytest.raises(TemplateSyntaxError, match="no-such-thing"):
        render('{% load ui %}{% icon "no-such-thing" %}')


def test_sprite_holds_each_used_icon_once_and_no_other() -> None:
    html = render(
        '{% load ui %}{% icon "search" %}{% icon "menu" %}{% icon "search" %}{% sprite %}'
    )

    assert re.findall(r'<symbol id="i-([a-z0-9-]+)"', html) == ["search", "menu"]


def test_sprite_knows_icons_of_included_and_isolated_parts() -> None:
    html = render(
        '{% load ui %}{% include "parts/chip.html" with state="ok" text="a" only %}'
        '{% include "parts/empty.html" with title="b" text="c" %}{% sprite %}'
    )

    assert 'id="i-circle-check"' in html
    assert 'id="i-inbox"' in html


def test_sprite_starts_anew_for_every_page() -> None:
    render('{% load ui %}{% icon "search" %}{% sprite %}')

    assert "i-search" not in render("{% load ui %}{% sprite %}")


def test_sprite_brings_the_hatch_only_where_it_is_used() -> None:
    with_hatch = render('{% load ui %}<i data-f="{% pattern "tidak" %}"></i>{% sprite %}')

    assert 'data-f="url(#p-tidak)"' in with_hatch
    assert '<pattern id="p-tidak"' in with_hatch
    assert "<defs>" not in render("{% load ui %}{% sprite %}")


@pytest.mark.parametrize("name", sorted(icon_paths()))
def test_every_drawing_is_valid(name: str) -> None:
    drawn = read_part(f"<svg>{symbol(name)}</svg>").find(".//{http://www.w3.org/2000/svg}symbol")

    assert drawn is not None
    assert len(list(drawn)) > 0


def _templates() -> list[Path]:
    rooms = [
        Path(config.path) for config in apps.get_app_configs() if config.name.startswith("desa.")
    ]
    return [path for room in rooms for path in room.glob("templates/**/*.html")]


def test_every_icon_named_in_a_template_exists() -> None:
    named = {
        name
        for path in _templates()
        for name in re.findall(r'{%\s*icon\s+"([^"]+)"|\bicon="([^"]+)"', path.read_text())
        for name in name
        if name
    }

    assert named
    assert named - set(icon_paths()) == set()
