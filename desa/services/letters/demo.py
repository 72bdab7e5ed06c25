"""Letters of desa contoh: some waiting for the kades, some printed, some handed over."""

from desa.foundation.accounts.enums import Office
from desa.foundation.accounts.models import Membership, User
from desa.foundation.core.actions import SystemActor
from desa.foundation.papers.actions import attach
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.queries import person_by_nik
from desa.services.letters.actions import (
    Application,
    approve_letter,
    hand_over,
    publish_usual_standards,
    submit_letter,
)
from desa.services.letters.engine.catalogue import kind_named
from desa.services.letters.enums import Channel, Helper
from desa.services.letters.models import Letter

DEMO = SystemActor("desa contoh")
SUWARNI, RIZKY, SITI, NUR = (
    "3514995203550001",
    "3514991708020001",
    "3514994511810002",
    "3514997006980005",
)
BUSINESS = {"nama_usaha": "Jamu Bu Siti", "jenis_usaha": "Jamu dan minuman"}


def _official(office: Office) -> User:
    return (
        Membership.objects.select_related("user").get(village=current_village(), office=office).user
    )


def _apply(nik: str, kind: str, answers: dict[str, str], helper: Helper = Helper.NONE) -> Letter:
    person = person_by_nik(nik)
    assert person is not None
    application = Application(
        kind=kind_named(kind),
        person=person,
        answers=answers,
        channel=Channel.ASSISTED if helper else Channel.COUNTER,
        helper=helper,
        read_back=bool(helper),
    )
    return submit_letter(by=_official(Office.OPERATOR), application=application)


def make_demo(_seed: int) -> None:
    publish_usual_standards(by=DEMO)
    operator, kades = _official(Office.OPERATOR), _official(Office.KADES)
    _apply(
        SUWARNI,
        "keterangan-tidak-mampu",
        {"keperluan": "keringanan biaya rumah sakit"},
        Helper.IN_LAW,
    )
    _apply(NUR, "keterangan-domisili", {"keperluan": "melamar pekerjaan"})
    _apply(RIZKY, "keterangan-domisili", {"keperluan": "pembukaan rekening bank", "sejak": "lahir"})
    printed = _apply(
        SITI, "keterangan-usaha", {**BUSINESS, "keperluan": "pengajuan Kredit Usaha Rakyat (KUR)"}
    )
    given = _apply(SITI, "keterangan-domisili", {"keperluan": "pendaftaran sekolah"})
    for letter in (printed, given):
        attach(paper_id=int(approve_letter(by=kades, letter=letter).paper_id or 0))
    hand_over(by=operator, letter=given, received_by="Siti Aminah")
