from desa.empowerment.planning.actions.common import PROPOSER
from desa.empowerment.planning.actions.deciding import Ruling, decide_proposal, publish_decisions
from desa.empowerment.planning.actions.following import (
    add_idea_photo,
    add_progress,
    author_says,
    link_budget,
    show_photo,
)
from desa.empowerment.planning.actions.proposing import (
    Attendance,
    Idea,
    edit_proposal,
    note_meeting,
    note_meeting_once,
    propose,
    propose_once,
    show_proposal,
)
from desa.empowerment.planning.actions.ranking import (
    count_ballots,
    score_proposals,
    type_sheet,
)
from desa.empowerment.planning.actions.rounds import set_round
from desa.empowerment.planning.actions.sorting import assess_proposal, merge_proposals

__all__ = [
    "PROPOSER",
    "Attendance",
    "Idea",
    "Ruling",
    "add_idea_photo",
    "add_progress",
    "assess_proposal",
    "author_says",
    "count_ballots",
    "decide_proposal",
    "edit_proposal",
    "link_budget",
    "merge_proposals",
    "note_meeting",
    "note_meeting_once",
    "propose",
    "propose_once",
    "publish_decisions",
    "score_proposals",
    "set_round",
    "show_photo",
    "show_proposal",
    "type_sheet",
]
