"""A drawing in place of a photo, for desa contoh: nobody's house and nobody's face."""

from desa.empowerment.planning.engine.papers import FOLDER
from desa.foundation.core.typesetting import Template, typeset_png

MEDIA_TYPE = "image/png"


def drawn_photo(seed: int, percent: int) -> bytes:
    """A road of stones, as far laid as `percent` says; PNG."""
    template = Template((FOLDER / "picture.typ").read_bytes(), FOLDER)
    return typeset_png(template, {"seed": seed, "percent": percent}, ppi=72)[0]
