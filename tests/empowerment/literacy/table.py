"""Which address of learning is open to whom."""

from desa.empowerment.literacy.models import Cadre
from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership
from desa.foundation.tenancy.models import Village
from tests.empowerment.literacy.samples import cadre, helped, planned, seated, some_cadre
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, SignedIn, only

HALL = (Office.SEKDES, Office.KASI_KESEJAHTERAAN, Office.KASI_PELAYANAN, Office.OPERATOR)
VIEWERS = only(*HALL, Office.KADES, Office.KADER)
TEACHERS = only(*HALL, Office.KADER)
PAPER = only(*HALL)
CADRES = only(Office.SEKDES, Office.KADES, Office.KASI_KESEJAHTERAAN)
LEADERS = only(Office.SEKDES, Office.KADES)
OPERATOR = Office.OPERATOR
FUNCTION = {"function": "cadangan"}
CARD = {"slug": "buat-surat"}


def _own_cadre(village: Village) -> Cadre:
    """Of the cadre's account in this village where there is one: they see their own dusun only."""
    held = Membership.objects.select_related("user").filter(village=village, office=Office.KADER)
    found = held.first()
    return cadre(user=found.user) if found else some_cadre()


def _assist(village: Village) -> Arguments:
    return {"assist_id": helped(_own_cadre(village)).pk}


def _class(village: Village) -> Arguments:
    return {"class_id": planned(_own_cadre(village)).pk}


def _participant(village: Village) -> Arguments:
    return {"participant_id": seated(planned(_own_cadre(village))).pk}


def _cadre(village: Village) -> Arguments:
    return {"cadre_id": some_cadre().pk}


def _code(village: Village) -> Arguments:
    return {"code": helped().code}


ROWS = [
    Row("literacy:public", Everyone()),
    Row("literacy:ask_code", Everyone()),
    Row("literacy:confirm", Everyone(), make=_code),
    Row("literacy:practice", Everyone()),
    Row("literacy:practice_form", Everyone()),
    Row("literacy:practice_status", Everyone()),
    Row("literacy:overview", VIEWERS),
    Row("literacy:alone", LEADERS),
    Row("literacy:log", TEACHERS),
    Row("literacy:assist_sheet", TEACHERS),
    Row("literacy:assist", VIEWERS, make=_assist, by=OPERATOR),
    Row("literacy:on_paper", PAPER, POST_ONLY, make=_assist, by=OPERATOR),
    Row("literacy:follow", TEACHERS, POST_ONLY, make=_assist, by=OPERATOR),
    Row("literacy:new_class", TEACHERS),
    Row("literacy:class", VIEWERS, make=_class, by=OPERATOR),
    Row("literacy:class_sheet", TEACHERS, make=_class, by=OPERATOR),
    Row("literacy:marks", TEACHERS, make=_class, by=OPERATOR),
    Row("literacy:cancel_class", TEACHERS, make=_class, by=OPERATOR),
    Row("literacy:add_seat", TEACHERS, make=_class, by=OPERATOR),
    Row("literacy:add_person", TEACHERS, POST_ONLY, make=_class, by=OPERATOR),
    Row("literacy:agree", TEACHERS, POST_ONLY, make=_participant, by=OPERATOR),
    Row("literacy:withdraw", TEACHERS, make=_participant, by=OPERATOR),
    Row("literacy:cadres", CADRES),
    Row("literacy:end_cadre", CADRES, POST_ONLY, make=_cadre),
    Row("literacy:skills", LEADERS),
    Row("literacy:observe", LEADERS, arguments=FUNCTION),
    Row("literacy:cards", SignedIn()),
    Row("literacy:card", SignedIn(), arguments=CARD),
    Row("literacy:card_sheet", SignedIn(), arguments=CARD),
]
