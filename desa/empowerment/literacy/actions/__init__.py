from desa.empowerment.literacy.actions.assists import (
    RESIDENT,
    Entry,
    confirm_by_code,
    confirm_on_paper,
    deny,
    follow,
    log_assist,
    log_once,
)
from desa.empowerment.literacy.actions.cadres import appoint_cadre, end_cadre
from desa.empowerment.literacy.actions.classes import (
    ClassPlan,
    Seat,
    agree,
    call_off,
    enrol,
    plan_class,
    record_tasks,
    withdraw,
)
from desa.empowerment.literacy.actions.competence import observe

__all__ = [
    "RESIDENT",
    "ClassPlan",
    "Entry",
    "Seat",
    "agree",
    "appoint_cadre",
    "call_off",
    "confirm_by_code",
    "confirm_on_paper",
    "deny",
    "end_cadre",
    "enrol",
    "follow",
    "log_assist",
    "log_once",
    "observe",
    "plan_class",
    "record_tasks",
    "withdraw",
]
