"""Which address of the market is open to whom."""

from datetime import date

from desa.empowerment.marketplace import actions
from desa.empowerment.marketplace.actions.pictures import give_photo
from desa.empowerment.marketplace.enums import ReportReason
from desa.empowerment.marketplace.models import Bazaar, VillageApp
from desa.empowerment.marketplace.permissions import COUNTER, MAKERS, READERS
from desa.foundation.accounts.enums import Office
from desa.foundation.tenancy.models import Village
from tests.empowerment.marketplace.samples import (
    link_for,
    made,
    picture,
    shown,
    someone,
    with_site,
)
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, only

VIEWERS = only(*COUNTER, *MAKERS, *READERS)
EDITORS = only(*COUNTER, *MAKERS)
VOUCHERS = only(*COUNTER)
ARRANGERS = only(Office.SEKDES, Office.OPERATOR, Office.KASI_KESEJAHTERAAN, Office.POKMAS)


def _shown(village: Village) -> Arguments:
    return {"card_id": shown().pk}


def _pictured(village: Village) -> Arguments:
    card = shown()
    give_photo(by=someone(Office.KADER), card=card, content=picture())
    return {"card_id": card.pk}


def _link(village: Village) -> Arguments:
    with_site(village)
    return {"code": link_for(made())}


def _price(village: Village) -> Arguments:
    return {**_shown(village), "name": "harga"}


def _notice(village: Village) -> Arguments:
    with_site(village)
    card = made()
    notice = actions.send_confirm_link(by=someone(Office.KADER), card=card)
    return {"card_id": card.pk, "notice_id": notice.pk}


def _report(village: Village) -> Arguments:
    return {"report_id": actions.report_card(card=shown(), why=ReportReason.NUMBER).pk}


def _app(village: Village) -> Arguments:
    url = "https://toko.example"
    actions.add_app(by=someone(Office.POKMAS), title="Toko", hint="Belanja", url=url)
    return {"app_id": VillageApp.objects.get().pk}


def _bazaar(village: Village) -> dict[str, int]:
    bazaar = actions.plan_bazaar(
        by=someone(Office.KADER), title="Bazar", day=date(2026, 12, 1), where="Pandaan"
    )
    return {"bazaar_id": bazaar.pk}


def _invited(village: Village) -> Arguments:
    found, card = _bazaar(village), shown()
    bazaar = Bazaar.objects.get(pk=found["bazaar_id"])
    actions.invite(by=someone(Office.KADER), bazaar=bazaar, card=card)
    return {**found, "invitation_id": bazaar.invitations.get().pk}


ROWS = [
    Row("marketplace:list", Everyone()),
    Row("marketplace:card", Everyone(), make=_shown),
    Row("marketplace:order", Everyone(), POST_ONLY, make=_shown),
    Row("marketplace:photo", Everyone(), make=_pictured),
    Row("marketplace:preview", Everyone(), make=_pictured),
    Row("marketplace:report", Everyone(), make=_shown),
    Row("marketplace:reported", Everyone(), make=_shown),
    Row("marketplace:seller", Everyone(), make=_link),
    Row("marketplace:overview", VIEWERS),
    Row("marketplace:detail", VIEWERS, make=_shown),
    Row("marketplace:picture", VIEWERS, make=_pictured),
    Row("marketplace:groups_file", VIEWERS),
    Row("marketplace:reports", VIEWERS),
    Row("marketplace:bazaars", VIEWERS),
    Row("marketplace:bazaar", VIEWERS, make=_bazaar),
    Row("marketplace:bazaar_file", VIEWERS, make=_bazaar),
    Row("marketplace:make", EDITORS),
    Row("marketplace:change", EDITORS, make=_shown),
    Row("marketplace:add_photo", EDITORS, make=_shown),
    Row("marketplace:remove_photo", EDITORS, POST_ONLY, make=_shown),
    Row("marketplace:send_link", EDITORS, POST_ONLY, make=_shown),
    Row("marketplace:sent", EDITORS, POST_ONLY, make=_notice),
    Row("marketplace:step", EDITORS, make=_price),
    Row("marketplace:new_bazaar", EDITORS),
    Row("marketplace:invite", EDITORS, POST_ONLY, make=lambda v: {**_bazaar(v), **_shown(v)}),
    Row("marketplace:invite_answer", EDITORS, POST_ONLY, make=_invited),
    Row("marketplace:close_report", VOUCHERS, make=_report),
    Row("marketplace:groups", ARRANGERS),
    Row("marketplace:ship_groups", ARRANGERS, POST_ONLY),
    Row("marketplace:apps", ARRANGERS),
    Row("marketplace:drop_app", ARRANGERS, POST_ONLY, make=_app),
]
