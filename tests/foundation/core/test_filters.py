from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils.translation import override

from desa.foundation.core.values.rupiah import Rupiah

EARLY = datetime(2026, 8, 16, 18, 30, tzinfo=UTC)  # already the 17th in Indonesia


def shown(expression: str, **values: object) -> str:
    template = Template("{% load desa %}{{ " + expression + " }}")
    return template.render(Context({"zone": "Asia/Jakarta", **values}))


@pytest.mark.parametrize(
    ("expression", "value", "text"),
    [
        ("x|rupiah", Rupiah.of(1_250_000), "Rp1.250.000"),
        ("x|rupiah", Rupiah(0), "Rp0"),
        ("x|angka", 1250, "1.250"),
        ("x|angka:2", 0, "0,00"),
        ("x|percent", 44.2, "44,2 %"),
        ("x|percent:0", 0, "0 %"),
        ("x|tanggal", date(2026, 8, 17), "17 Agustus 2026"),
        ("x|tanggal:zone", EARLY, "17 Agustus 2026"),
        ("x|hari_tanggal", date(2026, 8, 17), "Senin, 17 Agustus 2026"),
        ("x|hari_tanggal:zone", EARLY, "Senin, 17 Agustus 2026"),
        ("x|jam:zone", EARLY, "01.30 WIB"),
        ("x|jam:'Asia/Jayapura'", EARLY, "03.30 WIT"),
        ("x|nik_mask", "3514991708020001", "3514••••••••••••"),
        ("x|name_mask", "Rizky Pratama", "R••••• P•••••"),
        ("x|rtrw:'001'", "003", "RT 003/RW 001"),
        ("x|rtrw", "003", "RT 003"),
        ("x|phone", "+6281234567890", "0812-3456-7890"),
    ],
)
def test_a_value_has_one_look(expression: str, value: object, text: str) -> None:
    assert shown(expression, x=value) == text


@pytest.mark.parametrize(
    "expression",
    [
        "x|rupiah",
        "x|angka",
        "x|percent",
        "x|tanggal",
        "x|hari_tanggal",
        "x|jam:zone",
        "x|nik_mask",
        "x|name_mask",
        "x|rtrw:x",
        "x|phone",
    ],
)
def test_a_missing_value_is_a_dash_and_never_zero(expression: str) -> None:
    assert shown(expression, x=None) == "–"


@pytest.mark.parametrize(
    ("expression", "value", "text"),
    [
        ("x|tanggal", date(2026, 8, 17), "17 August 2026"),
        ("x|hari_tanggal", date(2026, 8, 17), "Monday, 17 August 2026"),
        ("x|jam:zone", EARLY, "01:30 WIB"),
        ("x|angka", 1250, "1,250"),
        ("x|percent", 44.2, "44.2 %"),
        ("x|rupiah", Rupiah.of(1_250_000), "Rp1.250.000"),
    ],
)
def test_english_pages_read_english(expression: str, value: object, text: str) -> None:
    with override("en"):
        assert shown(expression, x=value) == text


@pytest.mark.parametrize("filter_name", ["tanggal", "hari_tanggal"])
def test_a_moment_without_a_zone_is_not_a_day(filter_name: str) -> None:
    with pytest.raises(ValueError, match="zone"):
        shown(f"x|{filter_name}", x=EARLY)


def test_a_name_is_escaped() -> None:
    assert shown("x|name_mask", x="&amp <b>") == "a••••• b•••••"
