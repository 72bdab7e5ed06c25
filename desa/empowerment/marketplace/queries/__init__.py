from desa.empowerment.marketplace.queries.cards import (
    count_waiting,
    due_cards,
    editable_groups,
    find_cards,
    hamlets,
    office_cards,
    open_change,
    open_reports,
    public_cards,
    silent_cards,
    today,
)
from desa.empowerment.marketplace.queries.events import invitation_lines
from desa.empowerment.marketplace.queries.seller import link_behind, public_base, seller_address

__all__ = [
    "count_waiting",
    "due_cards",
    "editable_groups",
    "find_cards",
    "hamlets",
    "invitation_lines",
    "link_behind",
    "office_cards",
    "open_change",
    "open_reports",
    "public_base",
    "public_cards",
    "seller_address",
    "silent_cards",
    "today",
]
