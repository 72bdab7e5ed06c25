"""English is complete where a page is open to everyone."""

from io import BytesIO
from pathlib import Path

import pytest

from tests.house.translations import (
    Entry,
    entries,
    lost_placeholders,
    texts_of_python,
    texts_of_template,
    without_english,
)
from tests.house.tree import DESA, files, room_of, rooms, short, text

SHOWN = ("enums", "exceptions", "published", "forms", "apps", "rules")


def _public_templates() -> list[Path]:
    pages = [path for path in files("*.html", "desa") if "/public/" in str(path)]
    return pages + list(files("*.html", "desa/foundation/core"))


def _public_python() -> list[Path]:
    """All of core; of a room with public pages its public views and what they show."""
    found = list(files("*.py", "desa/foundation/core"))
    for room, wing in rooms().items():
        views = [path for path in files("*.py", f"desa/{wing}/{room}") if _is_public(path)]
        if views and room != "core":
            found += views + [
                path
                for path in files("*.py", f"desa/{wing}/{room}")
                if path.relative_to(DESA / wing / room).parts[0].removesuffix(".py") in SHOWN
            ]
    return found


def _is_public(path: Path) -> bool:
    return "\n@public\n" in text(path)


def _po_files() -> list[Path]:
    return sorted(DESA.glob("*/*/locale/en/LC_MESSAGES/django.po"))


def test_every_public_text_has_english_words() -> None:
    known = [entry for path in _po_files() for entry in entries(path)]
    wrong = {
        short(path): missing
        for read, paths in (
            (texts_of_template, _public_templates()),
            (texts_of_python, _public_python()),
        )
        for path in paths
        if (missing := without_english(read(text(path)), known))
    }
    assert wrong == {}


@pytest.mark.parametrize("path", _po_files(), ids=room_of)
def test_english_keeps_the_placeholders(path: Path) -> None:
    assert lost_placeholders(entries(path)) == []


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("{% load i18n %}{% translate 'Surat' %}", {"Surat"}),
        (
            "{% load i18n %}{% blocktranslate with name=x %}Untuk {{ name }}{% endblocktranslate %}",
            {"Untuk %(name)s"},
        ),
        (
            "{% load i18n %}{% blocktranslate count n=3 %}satu{% plural %}{{ n }} surat"
            "{% endblocktranslate %}",
            {"satu"},
        ),
    ],
)
def test_texts_of_a_template_are_found(source: str, texts: set[str]) -> None:
    assert texts_of_template(source) == texts


def test_texts_of_python_are_found() -> None:
    source = "a = _('Surat')\nb = ngettext_lazy('%(n)s surat', '%(n)s surat-surat', 'n')\n"
    assert texts_of_python(source) == {"Surat", "%(n)s surat"}


def _entries(po: str) -> list[Entry]:
    return entries(BytesIO(po.encode()))


def test_guard_notices_a_text_without_english() -> None:
    known = _entries(
        'msgid "Surat"\nmsgstr "Letter"\n\nmsgid "Warga"\nmsgstr ""\n\n'
        '#, fuzzy\nmsgid "Desa"\nmsgstr "Village?"\n'
    )
    assert without_english({"Surat", "Warga", "Desa"}, known) == ["Desa", "Warga"]


def test_guard_notices_a_lost_placeholder() -> None:
    wrong = _entries('msgid "Untuk %(name)s"\nmsgstr "For %(nama)s"\n')
    assert lost_placeholders(wrong) == ["Untuk %(name)s"]
    right = _entries('msgid "Untuk %(name)s"\nmsgstr "For %(name)s"\n')
    assert lost_placeholders(right) == []


def test_a_singular_may_do_without_its_number() -> None:
    one = 'msgid "satu"\nmsgid_plural "%(n)s surat"\nmsgstr[0] "one"\nmsgstr[1] "%(n)s letters"\n'
    assert lost_placeholders(_entries(one)) == []
    assert lost_placeholders(_entries(one.replace("%(n)s letters", "letters"))) == ["satu"]
