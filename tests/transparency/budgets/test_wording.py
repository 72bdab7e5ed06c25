from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desa.foundation.core.values.rupiah import Rupiah
from desa.transparency.budgets.rules.figures import Block
from desa.transparency.budgets.rules.lines import Balance
from desa.transparency.budgets.rules.poster import MOST_PARTS, poster
from desa.transparency.budgets.rules.wording import (
    Kind,
    calm,
    change_text,
    closing,
    district_line,
    fund_name,
    kind_of,
    percent,
    plain_name,
    short_address,
    short_work_name,
    site,
    title_line,
    work_name,
)
from tests.transparency.budgets import figures as samples

AMOUNTS = st.integers(min_value=0, max_value=10**15)


def test_title_of_a_plan_says_that_it_is_in_force() -> None:
    titles = [title_line(case()) for case in (samples.plan, samples.draft, samples.change)]
    assert titles == [
        "APBDes 2026, sudah ditetapkan",
        "Rancangan APBDes 2026",
        "Perubahan APBDes 2026",
    ]


def test_district_is_named_as_one() -> None:
    for district in ("Pandaan", "Kecamatan Pandaan"):
        assert district_line(replace(samples.plan(), district=district)) == "Kecamatan Pandaan"
    assert district_line(replace(samples.plan(), district="")) == ""


def test_kind_follows_the_columns() -> None:
    kinds = [
        kind_of(case())
        for case in (samples.draft, samples.plan, samples.change, samples.realisation)
    ]
    assert kinds == [Kind.DRAFT, Kind.PLAN, Kind.CHANGE, Kind.REALISATION]


@given(part=AMOUNTS, whole=st.integers(min_value=1, max_value=10**15))
def test_share_is_never_rounded_to_nothing_or_to_all(part: int, whole: int) -> None:
    said = percent(part, whole)
    assert (said == "0,0 %") == (part == 0)
    assert (said == "100,0 %") == (whole <= part < whole * 1.0005) or part >= whole


def test_share_of_nothing_is_not_said() -> None:
    assert percent(5, 0) == ""
    assert percent(0, 0) == ""
    assert percent(1, 10**9) == "kurang dari 0,1 %"
    assert percent(10**9 - 1, 10**9) == "hampir 100 %"
    assert percent(412_617_500, 934_000_000) == "44,2 %"
    assert percent(11, 10) == "110,0 %"


def test_plan_says_how_it_is_closed_only_when_it_is() -> None:
    assert closing(Balance(10, 15, 5, 0)) == "ditutup pembiayaan"
    assert closing(Balance(15, 10, 0, 5)) == "dipakai untuk pembiayaan"
    assert closing(Balance(10, 10, 0, 0)) == "uang masuk dan belanja sama besar"
    assert closing(Balance(1000, 1500, 300, 0)) == "sisa anggaran -Rp2"


def test_change_is_said_with_its_direction() -> None:
    assert change_text(500, 300) == "bertambah Rp2"
    assert change_text(300, 500) == "berkurang Rp2"
    assert change_text(300, 300) == "tetap"


def test_names_lose_their_capitals_but_abbreviations_do_not() -> None:
    assert plain_name("5", "BIDANG PENANGGULANGAN BENCANA") == "Bencana, darurat, mendesak"
    assert plain_name("4.2.1", "DANA DESA") == "Dana Desa"
    assert plain_name("90", "BIDANG TAMBAHAN") == "Bidang tambahan"
    assert calm("SILPA") == "SILPA"
    assert calm("BLT Desa") == "BLT Desa"


def test_work_is_called_without_the_examples_of_the_annex() -> None:
    posyandu = "Penyelenggaraan Posyandu (Makanan Tambahan, Kelas Ibu Hamil, Insentif Kader)"
    road = "Pembangunan/Rehabilitasi/Peningkatan/Pengerasan Jalan Lingkungan Permukiman/Gang **)"
    assert work_name(posyandu) == "Penyelenggaraan Posyandu"
    assert work_name(road).endswith("Jalan Lingkungan Permukiman/Gang")
    assert short_work_name(road) == "Pembangunan dll. Jalan Lingkungan Permukiman/Gang"
    assert short_work_name("Pemeliharaan Gedung/Prasarana Kantor") == (
        "Pemeliharaan Gedung/Prasarana Kantor"
    )
    assert work_name("Jalan Rajeg (tahap 2)") == "Jalan Rajeg (tahap 2)"
    nested = "Penyediaan Operasional BPD (rapat-rapat (ATK, makan-minum), pakaian, dll)"
    assert work_name(nested) == "Penyediaan Operasional BPD"
    assert work_name("(catatan yang panjang sekali tanpa nama)") != ""


def test_source_of_money_is_called_by_its_name() -> None:
    assert fund_name("DDS") == "Dana Desa"
    assert fund_name("DDS + ADD") == "Dana Desa + Alokasi Dana Desa"
    assert fund_name("HIBAH") == "HIBAH"
    assert fund_name("") == "Sumber dana belum ditulis"


def test_address_is_short_enough_to_type() -> None:
    assert short_address(samples.ADDRESS) == "sumbergedang.example/apbdes/2026"
    assert short_address("http://127.0.0.1:8000/apbdes/") == "127.0.0.1:8000/apbdes"
    assert site(samples.ADDRESS) == "sumbergedang.example"
    assert short_address("") == ""


@given(st.lists(AMOUNTS, max_size=14))
def test_sources_on_the_board_still_add_up_to_all_income(amounts: list[int]) -> None:
    income = tuple(Block(f"4.{n}", f"Sumber {n}", sen) for n, sen in enumerate(amounts))
    parts = poster(replace(samples.plan(), income=income)).parts
    assert len(parts) <= MOST_PARTS
    assert sum(Rupiah.parse(part.exact).sen for part in parts) == sum(amounts)
    assert sum(part.length for part in parts) == pytest.approx(1 if sum(amounts) else 0, abs=1e-4)


def test_sources_of_a_realisation_are_what_came_in() -> None:
    told = poster(samples.realisation())
    assert told.parts_title == "Uang yang sudah masuk, dari mana"
    assert [part.exact for part in told.parts][:2] == ["Rp249.350.000", "Rp187.470.000"]
    assert sum(Rupiah.parse(part.exact).sen for part in told.parts) == 50_102_325_037


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=9))
def test_bars_keep_their_proportion_and_stay_on_the_sheet(pairs: list[tuple[int, int]]) -> None:
    blocks = tuple(
        Block(str(n), f"Bidang {n}", amount, realised=paid)
        for n, (amount, paid) in enumerate(pairs)
    )
    bars = poster(replace(samples.plan(), spending=blocks)).bars
    longest = max(max(pair) for pair in pairs) or 1
    for bar, (amount, paid) in zip(bars, pairs, strict=True):
        assert bar.done is not None
        assert bar.length == pytest.approx(amount / longest, abs=1e-5)
        assert bar.done == pytest.approx(paid / longest, abs=1e-5)
        assert 0 <= max(bar.length, bar.done) <= 1


def test_largest_works_come_first_and_long_names_are_cut_on_the_board_only() -> None:
    works = poster(samples.ugly()).works
    assert len(works) == 30
    assert all(len(work.name) <= 72 for work in works)
    assert works[0].name.startswith("Pembangunan dll. Jalan Lingkungan Permukiman/Gang")
    assert works[0].name.endswith(" …")
    assert works[0].note.endswith("Rp37.037.036,70")


def test_board_shows_few_notes_and_sends_to_the_rest() -> None:
    fine = poster(samples.ugly()).fine
    assert len(fine) == 5
    assert all(len(line) <= 170 for line in fine)
    assert fine[-1] == "Catatan lengkap ada di lembar rapat, di kantor desa."
    assert len(poster(replace(samples.plan(), notes=("Satu.",))).fine) == 3


def test_long_address_is_never_cut_on_the_baliho() -> None:
    short, long = "kantor desa", "Jalan Raya Sumbergedang nomor satu " * 5
    assert poster(replace(samples.plan(), complaint_address=short)).complaint_brief == short
    told = poster(replace(samples.plan(), complaint_address=long))
    assert told.complaint == long
    assert told.complaint_brief == "kantor desa, alamat lengkap di papan"


def test_unfinished_work_says_why() -> None:
    works = {work.name: work for work in poster(samples.realisation()).works}
    assert works["Jalan Rajeg"].icon == "late"
    assert works["Jalan Rajeg"].note.startswith("Belum dilaksanakan. Menunggu musim hujan reda. ")
    assert works["Pelatihan PKK"].icon == "done"
    assert works["Pelatihan PKK"].note == "Selesai. Terpakai Rp6.000.000 dari Rp12.000.000"


def test_big_figure_is_there_only_when_there_is_one() -> None:
    assert poster(samples.plan()).big == ("", "")
    assert poster(samples.realisation()).big == (
        "44,2 %",
        "belanja terpakai sampai 30 Juni 2026",
    )
    assert poster(samples.change()).big == ("Rp43,8 juta", "belanja lebih banyak daripada semula")
