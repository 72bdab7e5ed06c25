"""The README's pictures can be taken again by the command that CONTRIBUTING names."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tools import pictures

PRINTED = [
    "Desa digital siap / is ready: http://127.0.0.1:8000/\n",
    "Operator (Dewi): http://127.0.0.1:8000/akun/tautan/abc/\n",
    "Kepala Desa (Hariyono): http://127.0.0.1:8000/akun/tautan/def/\n",
    "Hentikan dengan Ctrl+C / Stop with Ctrl+C\n",
    "never read",
]


def test_addresses_are_read_from_what_run_prints() -> None:
    lines = iter(PRINTED)
    assert pictures.addresses_in(lines) == {
        "Operator": "http://127.0.0.1:8000/akun/tautan/abc/",
        "Kepala": "http://127.0.0.1:8000/akun/tautan/def/",
        "Rumah": "http://127.0.0.1:8000/",
    }
    assert list(lines) == ["never read"]


def test_start_without_links_is_told() -> None:
    with pytest.raises(SystemExit, match="no links"):
        pictures.addresses_in(PRINTED[:1])


def test_picture_keeps_its_size_and_loses_its_weight() -> None:
    wide = Image.linear_gradient("L").resize((360, 800)).convert("RGB")
    source = BytesIO()
    wide.save(source, "PNG")
    small = pictures.small_png(source.getvalue())
    assert len(small) < len(source.getvalue())
    assert _size(small) == (360, 800)


def _size(picture: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(picture)).size


@pytest.mark.enable_socket
@pytest.mark.browser
@pytest.mark.slow
def test_three_pictures_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "FOLDER", tmp_path)
    pictures.main()
    sizes = {path.name: _size(path.read_bytes()) for path in tmp_path.iterdir()}
    assert sizes == {
        "beranda-360.png": (360, 800),
        "loket-1280.png": (1280, 900),
        "persetujuan-360.png": (360, 800),
    }
