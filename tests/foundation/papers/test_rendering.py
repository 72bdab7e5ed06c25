import io
import re

import pytest
from django.conf import LazySettings
from PIL import Image

from desa.foundation.accounts.models import User
from desa.foundation.papers.actions import attach, save_policy, store_emblem
from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.models import PaperPolicy
from desa.foundation.papers.queries import (
    current_policy,
    emblem_digest,
    paper_pdf,
    paper_png,
    preview_pdf,
    preview_png,
)
from desa.foundation.papers.rules.document import Signature
from desa.foundation.tenancy.models import Village
from tests.foundation.papers.conftest import MakePaper
from tests.foundation.papers.samples import (
    LONG_NAME,
    applicant,
    letter,
    media_box,
    pages_of,
    qr_in,
    text_of,
)


@pytest.mark.parametrize(
    ("size", "points"), [(PaperSize.A4, (595, 842)), (PaperSize.F4, (609, 935))]
)
def test_sheet_has_the_size_that_was_chosen(
    make_paper: MakePaper, size: PaperSize, points: tuple[int, int]
) -> None:
    width, height = media_box(paper_pdf(make_paper(size=size)))
    assert abs(width - points[0]) <= 1
    assert abs(height - points[1]) <= 1


def test_paper_says_what_was_frozen(make_paper: MakePaper) -> None:
    paper = make_paper()
    text = text_of(paper_pdf(paper))
    for words in (
        "PEMERINTAH KABUPATEN PASURUAN",
        "SURAT KETERANGAN TIDAK MAMPU",
        f"Nomor: {paper.number_text}",
        "3514995203550001",
        "keringanan biaya rumah sakit",
        "Kepala Desa Sumbergedang",
        paper.code.display,
        "sah bila bertanda tangan dan bercap",
    ):
        assert words in re.sub(r"\s+", " ", text)
    assert "bukan tanda tangan" in re.sub(r"\s+", " ", text)
    assert "PRATINJAU" not in text


def test_qr_on_the_picture_leads_to_the_paper(make_paper: MakePaper) -> None:
    paper = make_paper()
    assert qr_in(paper_png(paper)[0]) == [f"https://sumbergedang.example/v/{paper.verify_code}"]


def test_no_public_address_gives_no_qr_and_asks_at_the_office(
    make_paper: MakePaper, village: Village
) -> None:
    village.public_address = ""
    village.save()
    paper = make_paper()
    assert qr_in(paper_png(paper)[0]) == []
    assert "Tanyakan di kantor desa" in text_of(paper_pdf(paper))


def test_demo_prints_its_loopback_address_and_contoh(
    make_paper: MakePaper, village: Village, settings: LazySettings
) -> None:
    settings.DEMO, settings.DEMO_ADDRESS = True, "http://127.0.0.1:8000"
    village.public_address = ""
    village.save()
    paper = make_paper()
    assert qr_in(paper_png(paper)[0]) == [f"http://127.0.0.1:8000/v/{paper.verify_code}"]
    assert paper.content["mark"] == "CONTOH"


def test_same_paper_gives_the_same_bytes(make_paper: MakePaper) -> None:
    paper = make_paper()
    assert paper_pdf(paper) == paper_pdf(paper)


def test_file_claims_pdf_a_2a_and_is_tagged(make_paper: MakePaper) -> None:
    pdf = paper_pdf(make_paper())
    assert b"/MarkInfo" in pdf
    assert b"/StructTreeRoot" in pdf
    assert re.search(rb"pdfaid:part[>=\"]+2", pdf)
    assert re.search(rb"pdfaid:conformance[>=\"]+A", pdf)


def test_longest_name_and_purpose_keep_the_signature_whole(make_paper: MakePaper) -> None:
    for purpose_words in range(20, 420, 25):
        document = letter(name=LONG_NAME, purpose="keperluan " * purpose_words)
        pages = pages_of(paper_pdf(make_paper(document)))
        last = re.sub(r"\s+", " ", pages[-1])
        for words in ("Sumbergedang, 24 November 2026", "HARIYONO", "Demikian surat keterangan"):
            assert words in last, f"{words!r} left the last page at {purpose_words} words"
        assert LONG_NAME in re.sub(r"\s+", " ", pages[0])


def test_ordinary_letter_with_the_longest_name_fits_one_page(make_paper: MakePaper) -> None:
    document = letter(name=LONG_NAME, purpose="melengkapi persyaratan pengajuan " * 8)
    assert len(pages_of(paper_pdf(make_paper(document)))) == 1


def test_several_signatures_stand_on_one_page(make_paper: MakePaper) -> None:
    others = (applicant(), Signature(("Mengetahui,", "Ketua RT 003"), "SLAMET"))
    document = letter(purpose="keperluan " * 300, others=others)
    last = pages_of(paper_pdf(make_paper(document)))[-1]
    assert all(name in last for name in ("SUWARNI", "SLAMET", "HARIYONO", "Tempat"))


def test_values_cannot_become_typst(make_paper: MakePaper) -> None:
    hostile = '#panic("x") $x^2$ *tebal* _miring_ @ref <lab> #include "/etc/passwd" **b** {nama}'
    text = re.sub(r"\s+", " ", text_of(paper_pdf(make_paper(letter(name=hostile)))))
    assert '#panic("x") $x^2$ *tebal* _miring_ @ref <lab> #include "/etc/passwd"' in text
    assert "**b** {nama}" in text


def test_preview_is_marked_and_shows_the_same_words(village: Village, kades: User) -> None:
    text = text_of(preview_pdf(letter(), PaperSize.F4))
    assert "3514995203550001" in text
    assert "sumbergedang.example/v" in text
    assert _pale_pixels(preview_png(letter(), PaperSize.F4)[0]) > 5000


def test_real_paper_has_no_mark_behind_its_text(make_paper: MakePaper) -> None:
    assert _pale_pixels(paper_png(make_paper())[0]) < 500


def _pale_pixels(picture: bytes) -> int:
    return Image.open(io.BytesIO(picture)).convert("L").histogram()[232]


def test_preview_breaks_pages_like_the_paper(make_paper: MakePaper) -> None:
    document = letter(purpose="keperluan " * 330)
    pictures = preview_png(document, PaperSize.A4)
    assert len(pictures) == len(paper_png(make_paper(document))) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)


def test_policy_sets_margins_and_type_of_papers_numbered_later(
    make_paper: MakePaper, kades: User
) -> None:
    before = make_paper()
    policy = PaperPolicy(valid_from=before.day, font_size=14, margin_left=40)
    save_policy(by=kades, policy=policy)
    after = make_paper()
    assert before.content["layout"]["font_size"] == 12
    assert (after.content["layout"]["font_size"], after.content["layout"]["left"]) == (14, 40)
    assert current_policy().author_label == kades.name


def test_emblem_is_printed_and_stays_with_the_paper(make_paper: MakePaper, kades: User) -> None:
    drawing = io.BytesIO()
    Image.new("RGB", (300, 360), (200, 0, 0)).save(drawing, "JPEG")
    file = store_emblem(by=kades, content=drawing.getvalue())
    paper = make_paper()
    save_policy(by=kades, policy=PaperPolicy(valid_from=paper.day, emblem=file))
    with_emblem = make_paper(letter(emblem=emblem_digest()))
    picture = Image.open(io.BytesIO(paper_png(with_emblem)[0])).convert("RGB")
    reds = [count for count, colour in picture.getcolors(1 << 24) or [] if _is_red(colour)]
    assert sum(reds) > 1000
    assert attach(paper_id=with_emblem.pk).print_file is not None


def _is_red(colour: object) -> bool:
    return isinstance(colour, tuple) and colour[0] > 180 and colour[1] < 60
