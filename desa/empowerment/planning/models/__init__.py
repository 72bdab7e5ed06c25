from desa.empowerment.planning.models.ballot import Ballot
from desa.empowerment.planning.models.meeting import HamletMeeting
from desa.empowerment.planning.models.proposal import Proposal
from desa.empowerment.planning.models.round import Round, RoundPhase
from desa.empowerment.planning.models.work import AuthorWord, ProposalPhoto, Proposer

__all__ = [
    "AuthorWord",
    "Ballot",
    "HamletMeeting",
    "Proposal",
    "ProposalPhoto",
    "Proposer",
    "Round",
    "RoundPhase",
]
