from desa.services.complaints.actions.answering import (
    answer_complaint,
    close_unanswered,
    reporter_says,
)
from desa.services.complaints.actions.filing import (
    REPORTER,
    Report,
    file_complaint,
    take_complaint,
)
from desa.services.complaints.actions.handling import (
    forward_complaint,
    give_to,
    mark_spam,
    pause_complaint,
    refuse_complaint,
    restore_complaint,
    resume_complaint,
    set_about,
    start_work,
    verify_complaint,
)
from desa.services.complaints.actions.informing import add_information
from desa.services.complaints.actions.joining import join_complaints
from desa.services.complaints.actions.publishing import add_photo, show_photo, summarise
from desa.services.complaints.actions.watching import escalate_late, find_reader

__all__ = [
    "REPORTER",
    "Report",
    "add_information",
    "add_photo",
    "answer_complaint",
    "close_unanswered",
    "escalate_late",
    "file_complaint",
    "find_reader",
    "forward_complaint",
    "give_to",
    "join_complaints",
    "mark_spam",
    "pause_complaint",
    "refuse_complaint",
    "reporter_says",
    "restore_complaint",
    "resume_complaint",
    "set_about",
    "show_photo",
    "start_work",
    "summarise",
    "take_complaint",
    "verify_complaint",
]
