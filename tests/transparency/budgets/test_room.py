"""Whatever a village is called and however much it plans: nothing runs over the sheet or over its foot."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desa.transparency.budgets.engine.media import make_medium
from desa.transparency.budgets.enums import Medium
from desa.transparency.budgets.rules.figures import Block, Figures, Work
from desa.transparency.budgets.rules.lines import Balance
from tests.transparency.budgets import figures as samples
from tests.transparency.budgets.reading import heights, picture_as_pdf, text_of

pytestmark = pytest.mark.slow

FOOT = "Mau bertanya"
SEN = st.integers(0, 10**15)
WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=14)
few = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.generate],  # each try typesets a sheet
)


def words(most: int) -> st.SearchStrategy[str]:
    return st.lists(WORD, min_size=1, max_size=most).map(" ".join)


@st.composite
def any_figures(draw: st.DrawFn) -> Figures:
    base = draw(st.sampled_from([samples.plan(), samples.change(), samples.realisation()]))
    codes = ["1", "2", "3", "4", "5", "90", "91", "92", "93"][: draw(st.integers(1, 9))]
    spending = tuple(
        Block(code, draw(words(12)), draw(SEN), draw(SEN), draw(SEN) if base.realised_on else None)
        for code in codes
    )
    works = tuple(
        Work(f"2.3.{n}", draw(words(20)), draw(SEN), 0, draw(words(6)), reason=draw(words(30)))
        for n in range(draw(st.integers(0, 6)))
    )
    return replace(
        base,
        village=draw(words(5)),
        spending=spending,
        works=works,
        totals=Balance(draw(SEN), draw(SEN), draw(SEN), draw(SEN)),
        complaint_address=draw(words(30))[:200],
        notes=tuple(draw(st.lists(words(40), max_size=4))),
        address=draw(st.sampled_from(["", samples.ADDRESS])),
    )


def content(medium: Medium, figures: Figures) -> bytes:
    return picture_as_pdf(figures) if medium is Medium.PICTURE else make_medium(medium, figures)


def lowest_above_foot(pdf: bytes) -> float:
    """Millimetres between the foot's heading and the lowest text that comes before it."""
    placed = heights(pdf)
    foot = next(index for index, (text, _height) in enumerate(placed) if text.startswith(FOOT))
    return min(height for _text, height in placed[:foot]) - placed[foot][1]


@few
@given(figures=any_figures())
@pytest.mark.parametrize("medium", [Medium.BOARD, Medium.BOARD_PLAIN, Medium.PICTURE])
def test_bars_and_works_end_above_the_foot(medium: Medium, figures: Figures) -> None:
    pdf = content(medium, figures)
    assert lowest_above_foot(pdf) > 0
    assert min(height for _text, height in heights(pdf)) > 0


@few
@given(figures=any_figures())
def test_baliho_keeps_its_safe_edge(figures: Figures) -> None:
    placed = [height for _text, height in heights(make_medium(Medium.BANNER, figures))]
    assert min(placed) >= 60
    assert max(placed) <= 1000 - 60


@few
@given(figures=any_figures())
def test_bidang_left_out_is_counted(figures: Figures) -> None:
    text = text_of(content(Medium.PICTURE, figures))
    drawn = [name for name in ("Pembangunan desa", "Pemberdayaan masyarakat") if name in text]
    wanted = sum(block.code in {"2", "4"} for block in figures.spending)
    assert len(drawn) == wanted or "bidang lain: lihat lembar rapat" in text
