from desa.foundation.accounts.enums import Office
from desa.foundation.papers.actions import number_paper
from desa.foundation.papers.enums import PaperSize
from desa.foundation.tenancy.models import Village
from tests.factories import officeholder, official
from tests.foundation.papers.samples import FORMAT, letter
from tests.house.permission_table import Arguments, Everyone, Row


def _paper(village: Village) -> Arguments:
    paper = number_paper(
        by=official(village, Office.KADES),
        document=letter(),
        register="surat",
        register_format=FORMAT,
        classification="470",
        signer=officeholder(),
        recorded_by=None,
        size=PaperSize.A4,
        kind_label="Surat Keterangan Tidak Mampu",
        subject_name="SUWARNI",
    )
    return {"code": paper.verify_code}


ROWS = [
    Row("papers:check", Everyone()),
    Row("papers:check_bare", Everyone()),
    Row("papers:result", Everyone(), make=_paper),
]
