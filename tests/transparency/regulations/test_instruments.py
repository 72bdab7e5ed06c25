"""What a digital village needs: the list, its order, its drafts."""

from graphlib import CycleError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.transparency.regulations.enums import Kind
from desa.transparency.regulations.rules.instruments import (
    draft_text,
    instrument_named,
    instruments,
    missing,
    read_instruments,
)

SLUGS = [item.slug for item in instruments()]


def test_list_holds_what_the_indicators_ask_for() -> None:
    assert {
        "sk-pokmas-gps",
        "sk-pokmas-g4s",
        "program-desa-digital",
        "perdes-kip",
        "daftar-informasi-publik",
        "anggaran-layanan-informasi",
        "sk-ppid",
        "sk-operator",
        "sk-kader-digital",
        "maklumat-layanan",
        "perkades-wifi",
        "perdes-desa-digital",
        "perjanjian-mitra",
    } == set(SLUGS)
    assert len(SLUGS) == len(set(SLUGS))


def test_there_is_one_umbrella_and_it_weighs_most() -> None:
    (umbrella,) = [item for item in instruments() if item.umbrella]
    assert umbrella.slug == "perdes-desa-digital"
    assert umbrella.weight == max(item.weight for item in instruments())


@pytest.mark.parametrize("item", instruments(), ids=lambda item: item.slug)
def test_instrument_can_be_started_from(item: object) -> None:
    found = instrument_named(item.slug)  # type: ignore[attr-defined]
    assert found is not None
    assert found.kind in Kind.values
    assert found.weight > 0
    assert found.basis
    assert found.english
    assert set(found.needs) <= set(SLUGS)
    text = draft_text(found, village="Contohrejo", kecamatan="K", kabupaten="P", year=2026)
    assert len(text) > 150
    assert "{" not in text
    assert "2026" in text
    assert "contohrejo" in text.lower()


@given(st.sets(st.sampled_from(SLUGS)))
def test_missing_ones_come_after_what_they_need(have: set[str]) -> None:
    rows = missing(have)
    order = [row.instrument.slug for row in rows]
    assert set(order) == set(SLUGS) - have
    for row in rows:
        waits = [item.slug for item in row.waits_for]
        assert set(waits) == set(row.instrument.needs) - have
        assert all(order.index(slug) < order.index(row.instrument.slug) for slug in waits)


def test_unknown_instrument_is_none() -> None:
    assert instrument_named("perdes-sakti") is None


def test_list_that_goes_round_in_circles_is_refused() -> None:
    row = '[[instrument]]\nslug="{}"\nname="n"\nenglish="e"\nkind="sk"\nweight=1\nbasis="b"\ndraft="d"\nneeds=["{}"]\n'
    with pytest.raises(CycleError):
        read_instruments(row.format("a", "b") + row.format("b", "a"))
