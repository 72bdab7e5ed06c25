from desa.people.partners.models.activity import Activity, Fund, Participation
from desa.people.partners.models.agreement import Deliverable
from desa.people.partners.models.decision import Decision, Move
from desa.people.partners.models.meeting import Attendance, Invitee, Meeting, MeetingPhoto
from desa.people.partners.models.partner import Basis, Member, Partner, Representative

__all__ = [
    "Activity",
    "Attendance",
    "Basis",
    "Decision",
    "Deliverable",
    "Fund",
    "Invitee",
    "Meeting",
    "MeetingPhoto",
    "Member",
    "Move",
    "Participation",
    "Partner",
    "Representative",
]
