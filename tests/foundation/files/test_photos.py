"""Photos as phones make them and as hostile people make them."""

import io
import struct
import zlib

import pytest
from PIL import ExifTags, Image
from pillow_heif import from_pillow

from desa.foundation.files.actions import pixelate, shrink_photo
from desa.foundation.files.engine import photos
from desa.foundation.files.exceptions import PhotoRefused
from desa.foundation.files.rules import GRID, LARGEST_PHOTO, PHOTO_BYTES, PREVIEW_BYTES

RED, BLUE = (200, 20, 20), (20, 20, 200)


def _scene(width: int = 400, height: int = 300) -> Image.Image:
    """Left half red, right half blue."""
    picture = Image.new("RGB", (width, height), BLUE)
    picture.paste(RED, (0, 0, width // 2, height))
    return picture


def _bytes(picture: Image.Image, kind: str, **more: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **more)
    return buffer.getvalue()


def _open(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def _is_red(picture: Image.Image, x: float, y: float) -> bool:
    pixel = picture.getpixel((int(picture.width * x), int(picture.height * y)))
    assert isinstance(pixel, tuple)
    return pixel[0] > 120 > pixel[2]


def _exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "KameraRahasia"
    exif[ExifTags.Base.Artist] = "Nur Hidayah"
    gps = {1: "S", 2: (7.0, 39.0, 12.5), 3: "E", 4: (112.0, 41.0, 8.25)}
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(gps)
    return exif


def _heic(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    from_pillow(picture).save(buffer, quality=60)
    return buffer.getvalue()


def test_photo_of_a_phone_becomes_small_with_a_preview() -> None:
    noise = Image.effect_noise((4000, 3000), 80).convert("RGB")
    content = _bytes(noise, "JPEG", quality=92)
    assert len(content) > 4_000_000
    photo = shrink_photo(content)
    assert len(photo.content) <= PHOTO_BYTES
    assert len(photo.preview) <= PREVIEW_BYTES
    assert max(_open(photo.content).size) <= 1600
    assert max(_open(photo.preview).size) <= 480


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_usual_kinds_keep_what_is_on_them(kind: str) -> None:
    picture = _open(shrink_photo(_bytes(_scene(), kind)).content)
    assert (picture.format, picture.size) == ("JPEG", (400, 300))
    assert _is_red(picture, 0.25, 0.5)
    assert not _is_red(picture, 0.75, 0.5)


def test_heic_of_an_iphone_is_read() -> None:
    picture = _open(shrink_photo(_heic(_scene())).content)
    assert _is_red(picture, 0.25, 0.5)
    assert not _is_red(picture, 0.75, 0.5)


def test_place_camera_and_owner_are_gone() -> None:
    content = _bytes(_scene(), "JPEG", exif=_exif(1), comment=b"rumah Nur Hidayah")
    assert b"KameraRahasia" in content
    photo = shrink_photo(content)
    for made in (photo.content, photo.preview):
        assert b"KameraRahasia" not in made
        assert b"Nur Hidayah" not in made
        assert b"Exif" not in made
        assert dict(_open(made).getexif()) == {}
        assert "comment" not in _open(made).info


def test_png_text_and_webp_metadata_are_gone() -> None:
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Lokasi", "Dusun Winog RT 021")
    content = _bytes(_scene(), "PNG", pnginfo=words)
    assert b"Winog" in content
    assert b"Winog" not in shrink_photo(content).content
    webp = _bytes(_scene(), "WEBP", exif=_exif(1), xmp=b"<x>rahasia</x>")
    assert b"rahasia" in webp
    assert b"rahasia" not in shrink_photo(webp).content


@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, (0.25, 0.5)), (3, (0.75, 0.5)), (6, (0.5, 0.25)), (8, (0.5, 0.75))],
)
def test_photo_stands_upright(orientation: int, red_at: tuple[float, float]) -> None:
    picture = _open(shrink_photo(_bytes(_scene(), "JPEG", exif=_exif(orientation))).content)
    assert _is_red(picture, *red_at)
    assert not _is_red(picture, 1 - red_at[0], 1 - red_at[1])


def test_transparent_parts_become_white() -> None:
    empty = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    pixel = _open(shrink_photo(_bytes(empty, "PNG")).content).getpixel((20, 20))
    assert isinstance(pixel, tuple)
    assert min(pixel) > 250


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "kosong"),
        (b"%PDF-1.7", "bukan foto"),
        (b"<svg onload='alert(1)'/>", "bukan foto"),
        (b"GIF89a" + bytes(40), "bukan foto"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(40), "bukan foto"),
        (b"\xff\xd8\xff" + bytes(400), "rusak"),
        (b"\x00\x00\x00\x20ftypheic" + bytes(400), "rusak"),
        (b"\xff\xd8\xff" + bytes(LARGEST_PHOTO), "12 MB"),
    ],
)
def test_what_is_no_photo_is_refused_with_what_to_do(content: bytes, words: str) -> None:
    with pytest.raises(PhotoRefused, match=words) as refused:
        shrink_photo(content)
    assert "foto" in str(refused.value).lower()


def test_half_a_photo_is_refused() -> None:
    content = _bytes(Image.effect_noise((800, 600), 60).convert("RGB"), "JPEG")
    with pytest.raises(PhotoRefused, match="rusak"):
        shrink_photo(content[: len(content) // 2])


def _bomb(side: int) -> bytes:
    """A PNG of a few hundred bytes that claims side x side pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_000, 60_000])
def test_decompression_bomb_is_refused_before_it_opens(side: int) -> None:
    with pytest.raises(PhotoRefused, match="terlalu lebar"):
        shrink_photo(_bomb(side))


def test_child_that_needs_too_much_memory_is_lost_without_harm(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(photos, "MEMORY_BYTES", 64 * 1024 * 1024)
    with pytest.raises(PhotoRefused, match="rusak"):
        shrink_photo(_bytes(_scene(5000, 4000), "PNG"))


def test_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photos, "WALL_SECONDS", 0.01)
    with pytest.raises(PhotoRefused, match="rusak"):
        shrink_photo(_bytes(_scene(), "PNG"))


def test_more_photos_than_places_wait_and_are_then_asked_to_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(photos, "PATIENCE", 0.01)
    with photos._place(), photos._place(), pytest.raises(PhotoRefused, match="Tunggu sebentar"):
        shrink_photo(_bytes(_scene(), "PNG"))
    assert shrink_photo(_bytes(_scene(), "PNG")).content


def _stripes() -> bytes:
    """Fine lines: whoever can still see them could still see a face."""
    picture = Image.new("RGB", (800, 800), "white")
    for x in range(0, 800, 4):
        picture.paste((0, 0, 0), (x, 0, x + 2, 800))
    return _bytes(picture, "PNG")


def _spread(picture: Image.Image, cell: int) -> int:
    """How far light and dark are apart in the middle of one cell."""
    size = picture.width // GRID
    row, column = divmod(cell, GRID)
    inside = picture.crop(
        (column * size + 8, row * size + 8, (column + 1) * size - 8, (row + 1) * size - 8)
    )
    low, high = inside.convert("L").getextrema()
    return int(high) - int(low)  # type: ignore[arg-type]


def test_pixelated_cells_hide_what_was_there_and_only_there() -> None:
    picture = _open(pixelate(_stripes(), [9, 9, 63]).content)
    assert _spread(picture, 9) < 60
    assert _spread(picture, 63) < 60
    assert _spread(picture, 10) > 150
    assert _spread(picture, 0) > 150


def test_preview_of_a_pixelated_photo_hides_it_too() -> None:
    assert _spread(_open(pixelate(_stripes(), [9]).preview), 9) < 60


@pytest.mark.parametrize("cell", [-1, GRID * GRID])
def test_cell_beyond_the_picture_is_refused(cell: int) -> None:
    with pytest.raises(ValueError, match=r"0\.\.63"):
        pixelate(_stripes(), [cell])


def test_photo_smaller_than_its_grid_is_pixelated_too() -> None:
    tiny = _bytes(_scene(4, 4), "PNG")
    assert _open(pixelate(tiny, range(GRID * GRID)).content).size == (4, 4)
