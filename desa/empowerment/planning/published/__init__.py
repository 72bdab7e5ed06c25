"""What anyone may know of the proposals: never who wished one, and no verdict before all are published."""

from desa.empowerment.planning.published.proposals import (
    ProposerPage,
    PublishedList,
    PublishedPhoto,
    PublishedProposal,
    by_code,
    hamlets,
    proposal,
    proposals,
    states,
)
from desa.empowerment.planning.published.year import (
    PhaseLine,
    PublishedRound,
    ResultPage,
    latest,
    result,
    taking,
    years,
)
from desa.empowerment.planning.queries import PublicImage, public_photo

__all__ = [
    "PhaseLine",
    "ProposerPage",
    "PublicImage",
    "PublishedList",
    "PublishedPhoto",
    "PublishedProposal",
    "PublishedRound",
    "ResultPage",
    "by_code",
    "hamlets",
    "latest",
    "proposal",
    "proposals",
    "public_photo",
    "result",
    "states",
    "taking",
    "years",
]
