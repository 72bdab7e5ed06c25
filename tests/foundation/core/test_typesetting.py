from pathlib import Path

import pytest

from desa.foundation.core.typesetting import (
    RenderingFailed,
    Template,
    typeset_pdf,
    typeset_png,
)

WORDS = b'#set document(title: "x")\n#let paper = json(bytes(sys.inputs.paper))\n'


def _template(source: bytes, tmp_path: Path, *, desa_sans: bool = False) -> Template:
    return Template(WORDS + source, tmp_path, desa_sans)


def test_values_arrive_as_data(tmp_path: Path) -> None:
    template = _template(b'#assert.eq(paper.a, "#panic()")\n#paper.a', tmp_path)
    assert typeset_pdf(template, {"a": "#panic()"}, timestamp=0).startswith(b"%PDF")


def test_same_inputs_give_the_same_bytes(tmp_path: Path) -> None:
    template = _template(b"#paper.a", tmp_path)
    made = [typeset_pdf(template, {"a": "ya"}, timestamp=stamp) for stamp in (5, 5, 6)]
    assert made[0] == made[1]
    assert made[0] != made[2]


def test_every_page_is_a_picture(tmp_path: Path) -> None:
    pictures = typeset_png(_template(b"a #pagebreak() b", tmp_path), {}, ppi=20)
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_face_of_the_house_is_there_only_when_asked_for(tmp_path: Path) -> None:
    source = b'#set text(font: "Desa Sans", fallback: false)\nAngka *tebal*'
    with_face = typeset_pdf(_template(source, tmp_path, desa_sans=True), {}, timestamp=0)
    assert b"DesaSans-Regular" in with_face
    assert b"DesaSans-Bold" in with_face
    letters = typeset_pdf(_template(b"Angka", tmp_path), {}, timestamp=0)
    assert b"DesaSans" not in letters


def test_nothing_outside_the_folder_can_be_read(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.txt").write_text("rahasia")
    with pytest.raises(RenderingFailed):
        typeset_pdf(_template(b'#read("../secret.txt")', inside), {}, timestamp=0)
