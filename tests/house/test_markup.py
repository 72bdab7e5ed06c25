from collections.abc import Callable
from pathlib import Path

import pytest
from django.template import engines
from django.template.library import import_library

from desa.foundation.core.icons import icon_paths
from tests.house import markup
from tests.house.links import TEMPLATE_TIE, templates_in_python
from tests.house.tree import files, short, syntax, text

Check = Callable[[str], list[str]]


def _templates() -> list[Path]:
    return list(files("*.html", "desa"))


def _name(path: Path) -> str:
    return str(path).split("/templates/", 1)[1]


def _broken(check: Check, paths: list[Path]) -> dict[str, list[str]]:
    return {short(path): found for path in paths if (found := check(text(path)))}


def test_nothing_is_fetched_from_elsewhere() -> None:
    places = [path for kind in ("*.html", "*.css", "*.js") for path in files(kind, "desa")]
    assert _broken(markup.remote, places) == {}


def test_nothing_is_styled_or_scripted_inline() -> None:
    assert _broken(markup.inline, _templates()) == {}


def test_every_text_is_escaped() -> None:
    assert _broken(markup.unsafe, _templates()) == {}


def test_office_forms_hold_a_token() -> None:
    office = [path for path in _templates() if "/office/" in str(path)]
    assert _broken(markup.forms_without_token, office) == {}


def test_public_pages_hold_no_token() -> None:
    public = [path for path in _templates() if "/public/" in str(path)]
    assert [short(path) for path in public if markup.tokens(text(path))] == []


def test_every_template_is_used() -> None:
    used = {name for path in _templates() for name in TEMPLATE_TIE.findall(text(path))}
    for path in files("*.py", "desa"):
        used |= set(templates_in_python(syntax(path)))
    assert sorted({_name(path) for path in _templates()} - used) == []


def test_every_icon_exists() -> None:
    places = [path for kind in ("*.html", "*.py") for path in files(kind, "desa")]
    used = {short(path): markup.icons(text(path)) - set(icon_paths()) for path in places}
    assert {path: missing for path, missing in used.items() if missing} == {}


def _unused_libraries(source: str) -> list[str]:
    known = engines["django"].engine.libraries  # type: ignore[attr-defined]
    found = []
    for name in markup.loaded(source):
        library = import_library(known[name])
        if not markup.uses(source, set(library.tags), set(library.filters)):
            found.append(name)
    return sorted(found)


def test_every_loaded_library_is_used() -> None:
    assert _broken(_unused_libraries, _templates()) == {}


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (markup.remote, '<script src="https://cdn.example.com/x.js"></script>'),
        (markup.remote, "@import url(//fonts.example.com/a.css);"),
        (markup.inline, '<p style="color:red">'),
        (markup.inline, "<script>alert(1)</script>"),
        (markup.inline, '<button onclick="go()">'),
        (markup.inline, '<a href="javascript:go()">'),
        (markup.unsafe, "{{ name|safe }}"),
        (markup.unsafe, "{% autoescape off %}"),
        (markup.forms_without_token, '<form method="post"><button>Kirim</button></form>'),
        (_unused_libraries, "{% load static i18n %}{% translate 'Ya' %}"),
    ],
)
def test_guard_notices(check: Check, source: str) -> None:
    assert check(source)


@pytest.mark.parametrize(
    ("check", "source"),
    [
        (markup.remote, '<svg xmlns="http://www.w3.org/2000/svg">'),
        (markup.inline, '<script src="/static/core/keys.js" defer></script>'),
        (markup.unsafe, "{{ name|safe_name }}"),
        (markup.forms_without_token, '<form method="post">{% csrf_token %}</form>'),
        (_unused_libraries, "{% load desa %}{{ day|tanggal }}"),
    ],
)
def test_guard_accepts(check: Check, source: str) -> None:
    assert check(source) == []


def test_guard_notices_an_icon_that_is_not_drawn() -> None:
    used = markup.icons('{% icon "no-such" %}{% include "parts/chip.html" with icon="neither" %}')
    assert used == {"no-such", "neither"}
    assert not used & set(icon_paths())


def test_guard_notices_a_token_on_a_public_page() -> None:
    assert markup.tokens("<form>{% csrf_token %}</form>")
