import gettext
import os
from pathlib import Path

from tools.launch.translations import compile_catalogues, stale_catalogues

PO = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Surat"
msgstr "Letter"

#, fuzzy
msgid "Kantor"
msgstr "Canteen"
"""


def _catalogue(root: Path) -> Path:
    source = root / "desa/services/letters/locale/en/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO, encoding="utf-8")
    return source


def _translate(source: Path, text: str) -> str:
    with source.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext(text)


def test_catalogue_is_made_without_doubtful_entries(tmp_path: Path) -> None:
    source = _catalogue(tmp_path)
    assert compile_catalogues(tmp_path) == 1
    assert _translate(source, "Surat") == "Letter"
    assert _translate(source, "Kantor") == "Kantor"


def test_unchanged_catalogue_is_not_made_again(tmp_path: Path) -> None:
    source = _catalogue(tmp_path)
    os.utime(source, ns=(1, 1))
    compile_catalogues(tmp_path)
    assert stale_catalogues(tmp_path) == []
    assert compile_catalogues(tmp_path) == 0


def test_changed_catalogue_is_made_again(tmp_path: Path) -> None:
    source = _catalogue(tmp_path)
    compile_catalogues(tmp_path)
    source.write_text(PO.replace("Letter", "Paper"), encoding="utf-8")
    made = source.with_suffix(".mo").stat().st_mtime_ns
    os.utime(source, ns=(made + 1, made + 1))
    compile_catalogues(tmp_path)
    assert _translate(source, "Surat") == "Paper"
