import ast

import pytest

from tests.house.source import INDEX, RULES, broken_rules, machine_paths
from tests.house.tree import PRODUCT, ROOT, files, short, syntax, text

TEXTS = ("*.py", "*.html", "*.css", "*.js", "*.po", "*.typ", "*.toml", "*.sh", "*.json", "*.md")


def test_names_are_used_where_they_may_be() -> None:
    found = [
        fault
        for path in files("*.py", *PRODUCT)
        for fault in broken_rules(syntax(path), short(path))
    ]
    assert found == []


def test_allowed_places_exist() -> None:
    assert [place for rule in RULES for place in rule.allowed if not (ROOT / place).exists()] == []


def test_no_path_of_a_machine() -> None:
    places = [path for kind in TEXTS for path in files(kind, *PRODUCT, "tests")]
    assert [short(path) for path in places if machine_paths(text(path))] == []


def test_locks_name_no_index() -> None:
    assert [
        short(path) for path in files("*.txt", "requirements") if INDEX.search(text(path))
    ] == []


@pytest.mark.parametrize(
    "line",
    [
        "from datetime import date; day = date.today()",
        "import datetime; day = datetime.date.today()",
        "day = timezone.localdate()",
        "now = datetime.now(tz=UTC)",
        "import os; os.environ['A']",
        "from os import environ",
        "connection.cursor()",
        "Person.objects.raw('SELECT 1')",
        "from django.http import FileResponse",
        "mark_safe(text)",
        "Person.all_villages.all()",
        "amount = models.DecimalField()",
        "from django.contrib import admin",
    ],
)
def test_guard_notices(line: str) -> None:
    assert broken_rules(ast.parse(line), "desa/services/letters/actions.py")


def test_guard_lets_the_clock_ask_the_machine() -> None:
    line = ast.parse("datetime.now(UTC)")
    assert broken_rules(line, "desa/foundation/core/clock.py") == []


def test_guard_lets_the_clock_be_asked() -> None:
    assert broken_rules(ast.parse("clock.now(); clock.today(village)"), "desa/x.py") == []


@pytest.mark.parametrize("folder", ["work", "home", "root"])
def test_guard_notices_a_path_of_a_machine(folder: str) -> None:
    assert machine_paths(f'DATA = "/{folder}/shared"')
    assert not machine_paths(f'url = "desa/{folder}/shared"')


def test_guard_notices_an_index_in_a_lock() -> None:
    assert INDEX.search("--index-url x\ndjango==5.2")
