from collections.abc import Callable
from datetime import date

import pytest
from django.conf import LazySettings

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Officeholder, User
from desa.foundation.papers.actions import number_paper
from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.models import Paper
from desa.foundation.papers.rules.document import Document
from desa.foundation.tenancy.models import Village
from tests.foundation.papers.samples import FORMAT, letter

MakePaper = Callable[..., Paper]


@pytest.fixture
def village(village: Village) -> Village:
    village.public_address = "https://sumbergedang.example"
    village.address = "Jalan Contoh Nomor 1, Sumbergedang, Pandaan, Pasuruan"
    village.postcode = "67156"
    village.save()
    return village


@pytest.fixture
def kades(scope: Village, make_official: Callable[[Village, Office], User]) -> User:
    return make_official(scope, Office.KADES)


@pytest.fixture
def operator(scope: Village, make_official: Callable[[Village, Office], User]) -> User:
    return make_official(scope, Office.OPERATOR)


@pytest.fixture
def holder(scope: Village) -> Officeholder:
    return Officeholder.objects.create(
        office=Office.KADES, title="Kepala Desa", name="HARIYONO", term_from=date(2024, 1, 1)
    )


@pytest.fixture
def make_paper(kades: User, holder: Officeholder, settings: LazySettings) -> MakePaper:
    def make(
        document: Document | None = None, size: PaperSize = PaperSize.A4, **over: object
    ) -> Paper:
        given: dict[str, object] = {
            "by": kades,
            "document": document or letter(),
            "register": "surat",
            "register_format": FORMAT,
            "classification": "470",
            "signer": holder,
            "recorded_by": None,
            "size": size,
            "kind_label": "Surat Keterangan Tidak Mampu",
            "subject_name": "SUWARNI",
        }
        return number_paper(**{**given, **over})  # type: ignore[arg-type]

    return make
