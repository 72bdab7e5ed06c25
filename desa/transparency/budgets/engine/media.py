"""The printed and spoken media of one published version; the same figures give the same bytes."""

from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from desa.foundation.core.qr import qr_svg
from desa.foundation.core.typesetting import Template, typeset_pdf, typeset_png
from desa.transparency.budgets.engine.picture import smaller
from desa.transparency.budgets.enums import Medium
from desa.transparency.budgets.rules.adding import check_figures
from desa.transparency.budgets.rules.figures import Figures
from desa.transparency.budgets.rules.handout import handout
from desa.transparency.budgets.rules.poster import poster
from desa.transparency.budgets.rules.speech import speech

FOLDER = Path(__file__).parent.parent / "typst"
PICTURE_PPI = 144  # its page is 540 x 675 points, so the picture 1080 x 1350
TEMPLATES = {
    Medium.BOARD: "board",
    Medium.BOARD_PLAIN: "board",
    Medium.PICTURE: "picture",
    Medium.HANDOUT: "handout",
    Medium.BANNER: "banner",
}
MEDIA_TYPES = {
    Medium.BOARD: "application/pdf",
    Medium.BOARD_PLAIN: "application/pdf",
    Medium.PICTURE: "image/png",
    Medium.HANDOUT: "application/pdf",
    Medium.BANNER: "application/pdf",
    Medium.SPEECH: "text/plain",
}


def make_media(figures: Figures, *, mark: str = "") -> dict[Medium, bytes]:
    """Everything that is printed or spoken; `mark` ("CONTOH") stands across what is not real.

    For the worker. Raises FiguresDisagree, and core.typesetting.RenderingFailed.
    """
    check_figures(figures)
    return {medium: make_medium(medium, figures, mark=mark) for medium in MEDIA_TYPES}


def make_medium(medium: Medium, figures: Figures, *, mark: str = "") -> bytes:
    if medium is Medium.SPEECH:
        return speech(figures, example=bool(mark)).encode()
    if medium is Medium.PICTURE:
        drawn = typeset_png(template(medium), values(medium, figures, mark), ppi=PICTURE_PPI)
        return smaller(drawn[0])
    moment = datetime.combine(figures.published_on, time(), UTC)
    return typeset_pdf(
        template(medium), values(medium, figures, mark), timestamp=int(moment.timestamp())
    )


@cache
def template(medium: Medium) -> Template:
    path = FOLDER / f"{TEMPLATES[medium]}.typ"
    return Template(path.read_bytes(), FOLDER, desa_sans=True)


def values(medium: Medium, figures: Figures, mark: str) -> dict[str, Any]:
    """What a template reads."""
    said = handout(figures) if medium is Medium.HANDOUT else poster(figures).to_json()
    plain = medium is Medium.BOARD_PLAIN
    return {**said, "mark": mark, "plain": plain, "qr": qr_svg(figures.address)}
