"""Which address of proposals is open to whom."""

from desa.empowerment.planning import actions
from desa.empowerment.planning.models import Proposal
from desa.empowerment.planning.permissions import FIELD, HALL, HEADS, PLANNERS, TAKERS
from desa.foundation.accounts.enums import Office
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.tenancy.models import Village
from tests.empowerment.planning.samples import (
    CLERK,
    PROPOSING,
    accepted,
    on,
    proposed,
    published,
    year_of_proposals,
)
from tests.house.permission_table import OPEN, POST_ONLY, Arguments, Everyone, Row, only

PICTURE = b"\xff\xd8\xff\xe0 contoh"
VIEWERS = only(*HALL, *FIELD, Office.BPD)
CONTACTERS = only(*PLANNERS, Office.OPERATOR)
TYPISTS = only(
    *PLANNERS,
    Office.OPERATOR,
    Office.KAUR_TU,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_KESEJAHTERAAN,
    Office.KASI_PELAYANAN,
)


def _year(village: Village) -> Arguments:
    return {"year": year_of_proposals().year}


def _nothing(village: Village) -> Arguments:
    year_of_proposals()
    return {}


def _answered_year(village: Village) -> Arguments:
    year = year_of_proposals()
    accepted(proposed(year))
    published(year)
    return {}


def _numbered(village: Village) -> Arguments:
    made = proposed(year_of_proposals())
    return {"year": made.round.year, "number": made.number}


def _code(village: Village) -> Arguments:
    return {"code": proposed(year_of_proposals()).status_code}


def _one(village: Village) -> Arguments:
    return {"proposal_id": proposed(year_of_proposals(), name="Siti").pk}


def _step(village: Village) -> Arguments:
    return {**_one(village), "name": "nilai"}


def _photo_of(made: Proposal) -> int:
    file = register_file(digest=put_content(PICTURE), size=len(PICTURE), media_type="image/jpeg")
    with on(*PROPOSING):
        photo = actions.add_idea_photo(by=CLERK, proposal=made, file=file)
    return actions.show_photo(by=CLERK, photo=photo, shown=True).pk


def _photo(village: Village) -> Arguments:
    made = proposed(year_of_proposals())
    return {"proposal_id": made.pk, "photo_id": _photo_of(made)}


def _shown_photo(village: Village) -> Arguments:
    made = proposed(year_of_proposals())
    return {"year": made.round.year, "number": made.number, "photo_id": _photo_of(made)}


ROWS = [
    Row("planning:list", Everyone()),
    Row("planning:propose", Everyone()),
    Row("planning:ask_status", Everyone()),
    Row("planning:status", Everyone(), make=_code),
    Row("planning:send_photo", Everyone(), POST_ONLY, make=_code),
    Row("planning:result", Everyone(), make=_year),
    Row("planning:proposal", Everyone(), make=_numbered),
    Row("planning:public_photo", Everyone(), make=_shown_photo),
    Row("planning:overview", VIEWERS),
    Row("planning:detail", VIEWERS, make=_one),
    Row("planning:photo", VIEWERS, make=_photo),
    Row("planning:step", only(*PLANNERS), make=_step),
    Row("planning:show", only(*PLANNERS), POST_ONLY, make=_one),
    Row("planning:show_photo", only(*PLANNERS), POST_ONLY, make=_photo),
    Row("planning:proposer", CONTACTERS, make=_one),
    Row("planning:round", only(*PLANNERS)),
    Row("planning:take", only(*TAKERS)),
    Row("planning:meeting", only(*TAKERS)),
    Row("planning:empty_sheet", only(*TAKERS)),
    Row("planning:scores", TYPISTS, make=_nothing),
    Row("planning:ballots", TYPISTS, make=_nothing),
    Row("planning:ballot_sheets", TYPISTS, make=_nothing),
    Row("planning:count", TYPISTS, POST_ONLY, make=_nothing),
    Row("planning:pabulib", TYPISTS, make=_nothing),
    Row("planning:publish", only(*HEADS), OPEN, make=_nothing),
    Row("planning:answers", CONTACTERS, OPEN, make=_answered_year),
]
