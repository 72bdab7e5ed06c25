"""Which address of letters is open to whom."""

from datetime import date, time

from desa.foundation.accounts.enums import Office
from desa.foundation.core.actions import SystemActor
from desa.foundation.tenancy.actions import set_hours
from desa.foundation.tenancy.models import Village
from desa.services.letters.actions import (
    Application,
    publish_usual_standards,
    sign_on_the_spot,
    submit_letter,
)
from desa.services.letters.engine.catalogue import kind_named
from desa.services.letters.models import Letter
from tests.factories import officeholder, official
from tests.house.permission_table import OPEN, POST_ONLY, Arguments, Everyone, Row, only
from tests.services.letters.conftest import register

COUNTER = (Office.OPERATOR, Office.KASI_PELAYANAN, Office.KAUR_TU, Office.SEKDES)
VIEWERS = only(*COUNTER, Office.KADES, Office.KASI_PEMERINTAHAN, Office.KASI_KESEJAHTERAAN)
MAKERS, KADES, VOIDERS = only(*COUNTER), only(Office.KADES), only(Office.KADES, Office.SEKDES)


def _open_office() -> None:
    windows = [(weekday, time(8), time(15)) for weekday in range(5)]
    set_hours(by=SystemActor("uji"), valid_from=date(2026, 1, 1), windows=windows)
    publish_usual_standards(by=SystemActor("uji"))


def _submitted() -> Letter:
    _open_office()
    person = register("Suwarni", "3514995203550001")
    answers = {"keperluan": "melamar pekerjaan"}
    application = Application(kind_named("keterangan-domisili"), person, answers)
    return submit_letter(by=SystemActor("uji"), application=application)


def _letter(village: Village) -> Arguments:
    officeholder(user=official(village, Office.KADES))
    return {"letter_id": _submitted().pk}


def _numbered(village: Village) -> Arguments:
    holder = officeholder(user=official(village, Office.KADES))
    letter = sign_on_the_spot(
        by=official(village, Office.OPERATOR), letter=_submitted(), signer=holder
    )
    return {"letter_id": letter.pk}


def _person(village: Village) -> Arguments:
    _open_office()
    return {"person_id": register("Suwarni", "3514995203550001").pk}


def _person_and_kind(village: Village) -> Arguments:
    return {**_person(village), "slug": "keterangan-domisili"}


def _status(village: Village) -> Arguments:
    return {"code": _submitted().status_code}


def _service(village: Village) -> Arguments:
    publish_usual_standards(by=SystemActor("uji"))
    return {"slug": "keterangan-domisili"}


ROWS = [
    Row("letters:services", Everyone()),
    Row("letters:service", Everyone(), make=_service),
    Row("letters:ask_status", Everyone()),
    Row("letters:status", Everyone(), make=_status),
    Row("letters:overview", VIEWERS),
    Row("letters:detail", VIEWERS, make=_letter),
    Row("letters:slip", VIEWERS, make=_letter),
    Row("letters:read_aloud", VIEWERS, make=_letter),
    Row("letters:print", VIEWERS, 404, make=_numbered),
    Row("letters:choose", MAKERS, make=_person),
    Row("letters:make", MAKERS, make=_person_and_kind),
    Row("letters:preview", MAKERS, POST_ONLY, make=_person_and_kind),
    Row("letters:read_typed", MAKERS, POST_ONLY, make=_person_and_kind),
    Row("letters:finish_file", MAKERS, POST_ONLY, make=_letter),
    Row("letters:give", MAKERS, POST_ONLY, make=_letter),
    Row("letters:cancel", MAKERS, make=_letter),
    Row("letters:void", VOIDERS, make=_letter),
    Row("letters:replace", VOIDERS, make=_letter),
    Row("letters:approvals", KADES),
    Row("letters:approve_many", KADES, POST_ONLY),
    Row("letters:approved", KADES, arguments={"count": 1}),
    Row("letters:read", KADES, OPEN, make=_letter),
    Row("letters:approve", KADES, POST_ONLY, make=_letter),
    Row("letters:refuse", KADES, POST_ONLY, make=_letter),
]
