"""The child that opens one foreign photo from stdin, answers on stdout and exits.

It knows no Django, no settings and no key, may write no file, and has hard limits of memory and time.
Answer: one line of JSON, then the bytes of the photo and of its preview.
"""

import io
import json
import resource
import sys
from typing import Any

from PIL import Image, ImageOps
from pillow_heif import register_heif_opener

QUALITIES = (82, 74, 66, 58, 50, 42)
SQUARES = 3  # big squares on each side of a hidden cell


def main() -> None:
    task = json.loads(sys.argv[1])
    confine(task)
    Image.MAX_IMAGE_PIXELS = task["pixels"]
    register_heif_opener(thumbnails=False)
    try:
        picture = opened(sys.stdin.buffer.read(), task)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        answer({"refused": "pixels"})
        return
    hide(picture, task["cells"], task["grid"])
    photo, preview = fitted(picture, *task["photo"]), fitted(picture, *task["preview"])
    answer({"size": len(photo)}, photo, preview)


def confine(task: dict[str, Any]) -> None:
    """No core dump: it would hold the picture in clear. No file of any size."""
    for kind, value in (
        (resource.RLIMIT_AS, task["memory"]),
        (resource.RLIMIT_CPU, task["seconds"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(kind, (value, value))


def opened(content: bytes, task: dict[str, Any]) -> Image.Image:
    """Upright, small enough, and on a new sheet: no EXIF, no place, no comment comes along."""
    with Image.open(io.BytesIO(content), formats=[task["kind"]]) as picture:
        if picture.width * picture.height > task["pixels"]:
            raise Image.DecompressionBombError
        longest = task["photo"][0]
        picture.draft("RGB", (longest, longest))  # a JPEG is decoded at a fraction of its size
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((longest, longest))
    rgba = upright.convert("RGBA")
    sheet = Image.new("RGB", rgba.size, "white")
    sheet.paste(rgba, mask=rgba.getchannel("A"))
    return sheet


def hide(picture: Image.Image, cells: list[int], grid: int) -> None:
    """Each cell becomes a few squares of one colour each; what they covered cannot be computed back."""
    for cell in cells:
        row, column = divmod(cell, grid)
        left, right = (column + step for step in (0, 1))
        top, bottom = (row + step for step in (0, 1))
        box = (
            picture.width * left // grid,
            picture.height * top // grid,
            picture.width * right // grid,
            picture.height * bottom // grid,
        )
        part = picture.crop(box)
        if part.width and part.height:
            squares = part.resize((SQUARES, SQUARES), Image.Resampling.BOX)
            picture.paste(squares.resize(part.size, Image.Resampling.NEAREST), box)


def fitted(picture: Image.Image, side: int, most: int) -> bytes:
    """The best of a few qualities that fits into `most` bytes; a smaller picture when none does."""
    small = picture.copy()
    small.thumbnail((side, side))
    for quality in QUALITIES:
        buffer = io.BytesIO()
        small.save(buffer, "JPEG", quality=quality, optimize=True)
        if buffer.tell() <= most:
            return buffer.getvalue()
    return fitted(picture, side * 3 // 4, most)


def answer(head: dict[str, Any], *pictures: bytes) -> None:
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + b"".join(pictures))


if __name__ == "__main__":
    main()
