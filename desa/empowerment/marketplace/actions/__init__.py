from desa.empowerment.marketplace.actions.bazaars import answer_invitation, invite, plan_bazaar
from desa.empowerment.marketplace.actions.cards import (
    CardText,
    change_card,
    make_card,
    reopen_card,
    set_price,
    vouch_for_seller,
    withdraw_card,
)
from desa.empowerment.marketplace.actions.common import PASSER_BY, SELLER
from desa.empowerment.marketplace.actions.groups import (
    add_app,
    import_groups,
    remove_app,
    seed_groups,
)
from desa.empowerment.marketplace.actions.links import answer_link, send_confirm_link
from desa.empowerment.marketplace.actions.numbers import decide_number, request_number
from desa.empowerment.marketplace.actions.pictures import drop_photo, give_photo
from desa.empowerment.marketplace.actions.pulse import ask_still, hear_seller, put_to_sleep
from desa.empowerment.marketplace.actions.reports import close_report, report_card

__all__ = [
    "PASSER_BY",
    "SELLER",
    "CardText",
    "add_app",
    "answer_invitation",
    "answer_link",
    "ask_still",
    "change_card",
    "close_report",
    "decide_number",
    "drop_photo",
    "give_photo",
    "hear_seller",
    "import_groups",
    "invite",
    "make_card",
    "plan_bazaar",
    "put_to_sleep",
    "remove_app",
    "reopen_card",
    "report_card",
    "request_number",
    "seed_groups",
    "send_confirm_link",
    "set_price",
    "vouch_for_seller",
    "withdraw_card",
]
