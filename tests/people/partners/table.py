"""Which address of partners is open to whom."""

from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from desa.people.partners.actions import (
    FundFacts,
    MemberFacts,
    add_fund,
    add_member,
    add_photo,
    give_account,
    invite,
    issue_invitation,
    issue_record,
    make_link,
)
from desa.people.partners.enums import MoneyClass
from desa.people.partners.models import Participation
from tests.factories import officeholder, official
from tests.house.permission_table import OPEN, POST_ONLY, Arguments, Everyone, Row, only
from tests.people.partners.samples import (
    CLERK,
    TODAY,
    agreement,
    called,
    decided,
    held,
    owed,
    partner,
    picture,
    told,
)

KEEPERS = only(
    Office.SEKDES,
    Office.KAUR_TU,
    Office.KAUR_PERENCANAAN,
    Office.KASI_KESEJAHTERAAN,
    Office.OPERATOR,
)
VIEWERS = KEEPERS | only(
    Office.KADES,
    Office.KAUR_KEUANGAN,
    Office.KASI_PEMERINTAHAN,
    Office.KASI_PELAYANAN,
    Office.BPD,
    Office.AUDITOR,
)
OWN = only(Office.POKMAS)


def _partner(village: Village) -> Arguments:
    return {"partner_id": partner().pk}


def _basis(village: Village) -> Arguments:
    return {"basis_id": agreement(partner()).pk}


def _deliverable(village: Village) -> Arguments:
    return {"deliverable_id": owed(partner()).pk}


def _member(village: Village) -> Arguments:
    facts = MemberFacts("Eko Nugroho", "Anggota", TODAY)
    return {"member_id": add_member(by=CLERK, partner=partner(), facts=facts).pk}


def _account(village: Village) -> Arguments:
    row = give_account(by=CLERK, partner=partner(), user=official(village, Office.POKMAS))
    return {"representative_id": row.pk}


def _activity(village: Village) -> Arguments:
    return {"activity_id": told(partner()).pk}


def _fund(village: Village) -> Arguments:
    facts = FundFacts(MoneyClass.DUES, Rupiah.of(500_000))
    return {"fund_id": add_fund(by=CLERK, activity=told(partner()), facts=facts).pk}


def _participation(village: Village) -> Arguments:
    told(partner())
    return {"participation_id": Participation.objects.get().pk}


def _link(village: Village) -> Arguments:
    told(partner())
    return {"code": make_link(by=CLERK, participation=Participation.objects.get()).value}


def _meeting(village: Village) -> Arguments:
    return {"meeting_id": held().pk}


def _planned(village: Village) -> Arguments:
    return {"meeting_id": called().pk}


def _invited(village: Village) -> Arguments:
    officeholder()
    meeting = called()
    invite(by=CLERK, meeting=meeting, names=["Ketua BPD", "Ketua RT 003"])
    issue_invitation(by=CLERK, meeting=meeting)
    return {"meeting_id": meeting.pk}


def _recorded(village: Village) -> Arguments:
    officeholder()
    meeting = held()
    issue_record(by=CLERK, meeting=meeting)
    return {"meeting_id": meeting.pk}


def _code(village: Village) -> Arguments:
    return {"code": called().checkin_code}


def _attendance(village: Village) -> Arguments:
    row = held().attendances.first()
    assert row is not None
    return {"attendance_id": row.pk}


def _decision(village: Village) -> Arguments:
    return {"decision_id": decided(held()).pk}


def _photo(village: Village) -> Arguments:
    shown = {"file": picture(), "caption": "Suasana", "is_shown": True}
    return {"photo_id": add_photo(by=CLERK, meeting=held(), **shown).pk}  # type: ignore[arg-type]


ROWS = [
    Row("partners:partners", Everyone()),
    Row("partners:partner", Everyone(), make=_partner),
    Row("partners:meetings", Everyone()),
    Row("partners:meeting", Everyone(), make=_meeting),
    Row("partners:photo", Everyone(), make=_photo),
    Row("partners:confirm", Everyone(), make=_link),
    Row("partners:check_in", Everyone(), make=_code),
    Row("partners:overview", VIEWERS),
    Row("partners:detail", VIEWERS, make=_partner),
    Row("partners:sheet", VIEWERS, make=_partner),
    Row("partners:new", KEEPERS),
    Row("partners:correct", KEEPERS, make=_partner),
    Row("partners:remove", KEEPERS, POST_ONLY, make=_partner),
    Row("partners:add_basis", KEEPERS, make=_partner),
    Row("partners:end_basis", KEEPERS, make=_basis),
    Row("partners:promise", KEEPERS, make=_basis),
    Row("partners:receive", KEEPERS, make=_deliverable),
    Row("partners:add_member", KEEPERS, make=_partner),
    Row("partners:end_member", KEEPERS, make=_member),
    Row("partners:give_account", KEEPERS, make=_partner),
    Row("partners:take_account", KEEPERS, POST_ONLY, make=_account),
    Row("partners:plan", KEEPERS),
    Row("partners:activity", VIEWERS, make=_activity),
    Row("partners:activity_photo", VIEWERS, make=_activity),
    Row("partners:report", KEEPERS, make=_activity),
    Row("partners:cancel", KEEPERS, make=_activity),
    Row("partners:add_fund", KEEPERS, make=_activity),
    Row("partners:drop_fund", KEEPERS, POST_ONLY, make=_fund),
    Row("partners:make_link", KEEPERS, POST_ONLY, make=_participation),
    Row("partners:own", OWN),
    Row("partners:own_sheet", OWN, 404),
    Row("partners:answer", OWN, POST_ONLY, make=_participation),
    Row("partners:meeting_desk", VIEWERS),
    Row("partners:call", KEEPERS),
    Row("partners:meeting_detail", VIEWERS, make=_meeting),
    Row("partners:correct_meeting", KEEPERS, make=_planned),
    Row("partners:cancel_meeting", KEEPERS, make=_planned),
    Row("partners:invite", KEEPERS, make=_planned),
    Row("partners:issue_invitation", KEEPERS, POST_ONLY, make=_planned),
    Row("partners:invitation", VIEWERS, make=_invited),
    Row("partners:copies", VIEWERS, make=_invited),
    Row("partners:take_list", KEEPERS, OPEN, make=_planned),
    Row("partners:attendance", VIEWERS, make=_planned),
    Row("partners:strike", KEEPERS, POST_ONLY, make=_attendance),
    Row("partners:minutes", KEEPERS, make=_planned),
    Row("partners:decide", KEEPERS, make=_meeting),
    Row("partners:fulfil", KEEPERS, make=_decision),
    Row("partners:move", KEEPERS, make=_decision),
    Row("partners:issue_record", KEEPERS, POST_ONLY, make=_meeting),
    Row("partners:record", VIEWERS, make=_recorded),
    Row("partners:meeting_sheet", VIEWERS, make=_meeting),
    Row("partners:add_photo", KEEPERS, make=_meeting),
    Row("partners:meeting_photo", VIEWERS, make=_photo),
    Row("partners:show_photo", KEEPERS, POST_ONLY, make=_photo),
]
