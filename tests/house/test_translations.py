"""English is complete: every text of every room, in the catalogue of that room."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from tests.house.translations import (
    Entry,
    disagreements,
    entries,
    lost_placeholders,
    texts_of_python,
    texts_of_template,
    without_english,
)
from tests.house.tree import DESA, files, room_of, short, text

Known = dict[str, list[Entry]]


def _po_files() -> list[Path]:
    return sorted(DESA.glob("*/*/locale/en/LC_MESSAGES/django.po"))


def _known() -> Known:
    """The English of each room; Django finds a text in whichever room has it."""
    return {room_of(path): entries(path) for path in _po_files()}


def _missing(pattern: str, read: Callable[[str], set[str]]) -> dict[str, list[str]]:
    """The texts of each file that have no English in the catalogue of their own room."""
    known = _known()
    wrong = {
        short(path): without_english(read(text(path)), known.get(room_of(path), []))
        for path in files(pattern, "desa")
        if len(path.relative_to(DESA).parts) > 2
    }
    return {name: texts for name, texts in wrong.items() if texts}


def test_every_text_of_python_has_english() -> None:
    assert _missing("*.py", texts_of_python) == {}


def test_every_text_of_a_template_has_english() -> None:
    assert _missing("*.html", texts_of_template) == {}


def test_no_english_is_kept_for_a_text_that_is_gone() -> None:
    shown: dict[str, set[str]] = {}
    for path in (*files("*.py", "desa"), *files("*.html", "desa")):
        read = texts_of_template if path.suffix == ".html" else texts_of_python
        if len(path.relative_to(DESA).parts) > 2:
            shown.setdefault(room_of(path), set()).update(read(text(path)))
    left = {
        room: sorted({entry.indonesian[0] for entry in known} - shown[room])
        for room, known in _known().items()
    }
    assert {room: texts for room, texts in left.items() if texts} == {}


def test_a_text_has_the_same_english_in_every_room() -> None:
    """Django keeps one English for all rooms: only one of two would ever be seen."""
    assert disagreements(_known().values()) == []


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


def test_guard_notices_two_english_words_for_one_text() -> None:
    one, other = _entries('msgid "Surat"\nmsgstr "Letter"\n'), [Entry(("Surat",), ("Mail",))]
    assert disagreements([one, other]) == ["Surat"]
    assert disagreements([one, one]) == []
