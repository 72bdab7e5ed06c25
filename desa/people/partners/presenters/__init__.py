from desa.people.partners.presenters.table import (
    activity_rows,
    activity_state,
    decision_rows,
    deliverable_rows,
    deliverable_state,
    partner_rows,
)
from desa.people.partners.presenters.words import SENTENCES

__all__ = [
    "SENTENCES",
    "activity_rows",
    "activity_state",
    "decision_rows",
    "deliverable_rows",
    "deliverable_state",
    "partner_rows",
]
