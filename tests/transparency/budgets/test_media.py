import io
import os
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from PIL import Image, ImageChops, ImageStat
from pypdf import PdfReader

from desa.foundation.core.typesetting import RenderingFailed
from desa.transparency.budgets.engine.media import MEDIA_TYPES, make_media, make_medium
from desa.transparency.budgets.engine.picture import smaller
from desa.transparency.budgets.enums import Medium
from desa.transparency.budgets.rules.adding import FiguresDisagree, check_figures
from desa.transparency.budgets.rules.figures import Figures
from tests.transparency.budgets import figures as samples
from tests.transparency.budgets.reading import (
    Sums,
    letter_sizes,
    picture_as_pdf,
    qr_in,
    raster,
    read_totals,
    text_of,
)

CASES: tuple[Callable[[], Figures], ...] = (
    samples.plan,
    samples.draft,
    samples.change,
    samples.realisation,
    samples.ugly,
    samples.bare,
)
PRINTED = (Medium.BOARD, Medium.BOARD_PLAIN, Medium.BANNER, Medium.HANDOUT)
ONE_PAGE = (Medium.BOARD, Medium.BOARD_PLAIN, Medium.BANNER)
CAPITAL = 0.668  # of the size of Desa Sans
cases = pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.__name__))


@cache
def media(case: Callable[[], Figures]) -> dict[Medium, bytes]:
    """With the picture as a PDF, so that its text can be read."""
    return make_media(case())


def readable(case: Callable[[], Figures], medium: Medium) -> bytes:
    return picture_as_pdf(case()) if medium is Medium.PICTURE else media(case)[medium]


def page_size(pdf: bytes) -> tuple[int, int]:
    box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    return round(float(box.width) * 25.4 / 72), round(float(box.height) * 25.4 / 72)


def pages(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


def expected(figures: Figures) -> Sums:
    now = figures.totals_realised or figures.totals
    other = figures.totals if figures.totals_realised else figures.totals_before
    sums = {
        "income": now.income,
        "spending": now.spending,
        "surplus": now.surplus,
        "receipts": now.receipts,
        "outlays": now.outlays,
        "left": now.silpa,
    }
    if other:
        sums |= {"other income": other.income, "other spending": other.spending}
    return sums


@cases
@pytest.mark.parametrize("medium", MEDIA_TYPES)
def test_every_medium_shows_the_same_sums_to_the_sen(
    case: Callable[[], Figures], medium: Medium
) -> None:
    wanted = expected(case())
    found = read_totals(medium, readable(case, medium))
    told = {key: sen for key, sen in found.items() if key in wanted}
    assert told == {key: wanted[key] for key in told}
    least = {"income", "spending"} | ({"receipts", "outlays"} - _unsaid(medium))
    if case is samples.realisation:
        least |= {"left", "other income", "other spending"}
    elif wanted["surplus"]:
        least |= {"surplus"}
    if case is samples.change:
        least |= {"other income", "other spending"}
    assert least <= told.keys()


def _unsaid(medium: Medium) -> set[str]:
    return {"receipts", "outlays"} if medium is Medium.SPEECH else set()


def test_a_sum_that_differs_by_one_sen_is_noticed() -> None:
    other = replace(samples.plan().totals, income=91_900_000_001)
    board = make_medium(Medium.BOARD, replace(samples.plan(), totals=other))
    assert read_totals(Medium.BOARD, board)["income"] == 91_900_000_001


@cases
@pytest.mark.parametrize("medium", [*PRINTED, Medium.PICTURE])
def test_version_and_place_to_complain_stand_on_everything(
    case: Callable[[], Figures], medium: Medium
) -> None:
    text = text_of(readable(case, medium))
    assert case().version_id in text.replace("- ", "-")
    assert case().complaint_address in text  # none is longer than the baliho takes
    assert case().village in text
    assert "CONTOH" not in text


@pytest.mark.parametrize("medium", [*PRINTED, Medium.PICTURE])
def test_code_leads_to_the_page(medium: Medium) -> None:
    content = media(samples.realisation)[medium]
    drawn = (
        Image.open(io.BytesIO(content))
        if medium is Medium.PICTURE
        else raster(content, 12 if medium is Medium.BANNER else 100)
    )
    assert qr_in(drawn) == [samples.ADDRESS]
    assert "sumbergedang.example/apbdes/2026" in text_of(
        readable(samples.realisation, medium)
    ).replace("/ ", "/")


@pytest.mark.parametrize("medium", PRINTED)
def test_no_address_gives_no_code_and_sends_to_the_office(medium: Medium) -> None:
    content = media(samples.ugly)[medium]
    assert qr_in(raster(content, 12 if medium is Medium.BANNER else 100)) == []
    text = text_of(content)
    assert "kantor desa" in text
    assert "situs" not in text.casefold()
    assert "Pindai" not in text


def test_picture_is_drawn_from_the_document_whose_text_was_read() -> None:
    picture = Image.open(io.BytesIO(media(samples.realisation)[Medium.PICTURE])).convert("RGB")
    drawn = raster(picture_as_pdf(samples.realisation()), 144)
    assert picture.size == drawn.size
    assert _difference(picture, drawn) < 4
    assert _difference(picture, raster(picture_as_pdf(samples.plan()), 144)) > 15


def _difference(one: Image.Image, other: Image.Image) -> float:
    """Mean of 255 grey levels; small, as two programs smooth their edges differently."""
    small = [picture.convert("L").resize((216, 270)) for picture in (one, other)]
    return float(ImageStat.Stat(ImageChops.difference(*small)).mean[0])


@cases
def test_picture_fits_a_phone_and_a_poor_line(case: Callable[[], Figures]) -> None:
    content = media(case)[Medium.PICTURE]
    assert Image.open(io.BytesIO(content)).size == (1080, 1350)
    assert len(content) <= 200_000
    smallest = min(size for _text, size in letter_sizes(picture_as_pdf(case())))
    assert smallest * 72 / 25.4 * 2 >= 25.9  # pixels of 1080


@cases
def test_sheets_have_their_size_and_nothing_runs_over(case: Callable[[], Figures]) -> None:
    made = media(case)
    assert [page_size(made[medium]) for medium in ONE_PAGE] == [(297, 420)] * 2 + [(3000, 1000)]
    assert [pages(made[medium]) for medium in ONE_PAGE] == [1, 1, 1]
    assert page_size(made[Medium.HANDOUT]) == (210, 297)
    assert pages(made[Medium.HANDOUT]) <= 4


@cases
def test_board_is_read_from_three_metres_and_baliho_from_the_road(
    case: Callable[[], Figures],
) -> None:
    headline = max(size for _text, size in letter_sizes(media(case)[Medium.BOARD]))
    assert headline * CAPITAL >= 15
    smallest = min(size for _text, size in letter_sizes(media(case)[Medium.BANNER]))
    assert smallest * CAPITAL >= 25


def test_saving_ink_leaves_out_the_fills() -> None:
    def ink(medium: Medium) -> float:
        grey = raster(media(samples.realisation)[medium], 50).convert("L")
        return 1 - ImageStat.Stat(grey).mean[0] / 255

    assert ink(Medium.BOARD_PLAIN) < 0.12
    assert ink(Medium.BOARD) > 2 * ink(Medium.BOARD_PLAIN)
    colours = ImageStat.Stat(
        raster(media(samples.realisation)[Medium.BOARD_PLAIN], 50).convert("HSV")
    )
    assert colours.mean[1] < 3


@pytest.mark.parametrize("medium", [*PRINTED, Medium.PICTURE])
def test_example_says_so(medium: Medium) -> None:
    figures = samples.plan()
    content = (
        picture_as_pdf(figures, "CONTOH")
        if medium is Medium.PICTURE
        else make_medium(medium, figures, mark="CONTOH")
    )
    assert "CONTOH" in text_of(content).replace(" ", "")


def test_same_figures_give_the_same_bytes() -> None:
    assert make_media(samples.realisation()) == media(samples.realisation)


def test_whole_set_takes_at_most_three_seconds_of_work() -> None:
    start = sum(os.times()[:4])  # ours and our children's; other tests run beside this one
    made = make_media(samples.ugly())
    assert sum(os.times()[:4]) - start <= 3
    assert made.keys() == MEDIA_TYPES.keys()


def test_handout_names_every_work_with_who_carries_it_out() -> None:
    text = text_of(media(samples.ugly)[Medium.HANDOUT])
    for work in samples.ugly().works:
        assert f"Tahap {work.code.removeprefix('2.3.').lstrip('0')} " in text
        assert work.code in text
    assert text.count("Prawirodirdjo") == 30
    assert "belum ditulis" not in text


def test_handout_tells_what_each_source_of_money_pays() -> None:
    text = text_of(media(samples.plan)[Medium.HANDOUT])
    assert "Bidang penyelenggaraan pemerintahan desa Alokasi Dana Desa Rp547.300.000" in text
    assert "Bagi hasil pajak dan retribusi Rp1.000.000" in text


def test_handout_of_a_realisation_tells_what_is_not_finished_and_why() -> None:
    text = text_of(media(samples.realisation)[Medium.HANDOUT])
    _before, _title, rest = text.partition("Kegiatan yang belum selesai atau belum dilaksanakan")
    told, _title, done = rest.partition("Kegiatan yang selesai")
    assert "Belum dilaksanakan: menunggu musim hujan reda" in told
    assert "Belum selesai: menara menunggu izin" in told
    assert "Pelatihan PKK" not in told
    assert "Pelatihan PKK" in done
    assert "keadaannya belum ditulis" not in text
    assert "Sisa uang pada 30 Juni 2026: Rp113.405.750,37" in text
    assert "Belanja yang belum terpakai: Rp521.382.500" in text


def test_note_on_the_source_is_printed() -> None:
    for medium in (Medium.BOARD, Medium.BOARD_PLAIN, Medium.HANDOUT):
        assert "salah cetak Rp1.000.000" in text_of(media(samples.ugly)[medium])


def test_draft_is_called_a_draft() -> None:
    for medium in (Medium.BOARD, Medium.PICTURE, Medium.HANDOUT):
        text = text_of(readable(samples.draft, medium))
        assert "Rancangan APBDes 2026" in text
        assert "belum ditetapkan" in text
    assert "belum ditetapkan" in media(samples.draft)[Medium.SPEECH].decode()


def test_picture_that_cannot_be_made_smaller_is_not_published() -> None:
    with pytest.raises(RenderingFailed):
        smaller(b"not a picture")


def test_words_of_a_village_cannot_become_typst() -> None:
    hostile = '#panic("x") $x^2$ *tebal* @ref #include "/etc/passwd"'
    figures = replace(samples.plan(), complaint_address=hostile, notes=(hostile,))
    text = text_of(make_medium(Medium.BOARD, figures))
    assert text.count('#panic("x") $x^2$ *tebal* @ref #include "/etc/passwd"') == 2


@cases
def test_samples_add_up(case: Callable[[], Figures]) -> None:
    check_figures(case())


@pytest.mark.parametrize("side", ["income", "spending", "receipts", "outlays"])
@pytest.mark.parametrize("totals", ["totals", "totals_realised"])
def test_nothing_is_made_when_blocks_and_total_disagree(side: str, totals: str) -> None:
    figures = samples.realisation()
    balance = getattr(figures, totals)
    wrong = replace(balance, **{side: getattr(balance, side) + 1})
    with pytest.raises(FiguresDisagree, match=side):
        make_media(replace(figures, **{totals: wrong}))
