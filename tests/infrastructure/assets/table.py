"""Which address of assets is open to whom."""

from desa.foundation.accounts.enums import Office
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from desa.infrastructure.assets.actions import (
    AssetFacts,
    LineFacts,
    Minutes,
    add_photo,
    dispose_asset,
    open_work_order,
    register_asset,
    set_upkeep_line,
)
from desa.infrastructure.assets.enums import DisposalReason
from desa.infrastructure.assets.models import Asset
from desa.infrastructure.assets.permissions import HANDS, KEEPERS, WATCHERS
from tests.factories import officeholder, officials
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, only
from tests.infrastructure.assets.conftest import picture

SIGHT, CHECK, KEEP = only(*WATCHERS), only(*HANDS), only(*KEEPERS)
REPAIR = only(*KEEPERS, Office.POKMAS)
DISPOSE = only(Office.SEKDES, Office.KADES)
BUDGET = only(Office.SEKDES, Office.KAUR_KEUANGAN, Office.KAUR_PERENCANAAN)


def _made(village: Village) -> Asset:
    facts = AssetFacts(kind="printer", name="Printer")
    return register_asset(by=officials(village, [Office.SEKDES])[Office.SEKDES], facts=facts)


def _asset(village: Village) -> Arguments:
    return {"asset_id": _made(village).pk}


def _code(village: Village) -> Arguments:
    return {"code": _made(village).code}


def _care(village: Village) -> Arguments:
    return {**_asset(village), "care": "bersihkan"}


def _order(village: Village) -> Arguments:
    by = officials(village, [Office.SEKDES])[Office.SEKDES]
    return {"order_id": open_work_order(by=by, asset=_made(village), trouble="Mati").pk}


def _disposal(village: Village) -> Arguments:
    by = officials(village, [Office.KADES])[Office.KADES]
    disposal = dispose_asset(
        by=by,
        asset=_made(village),
        reason=DisposalReason.LOST,
        words="Hilang",
        minutes=Minutes(signer=officeholder(user=by)),
    )
    return {"disposal_id": disposal.pk}


def _file(village: Village) -> Arguments:
    by = officials(village, [Office.SEKDES])[Office.SEKDES]
    return {"file_id": add_photo(by=by, asset=_made(village), file=picture()).file_id}


def _line(village: Village) -> Arguments:
    by = officials(village, [Office.SEKDES])[Office.SEKDES]
    facts = LineFacts(2026, "5.2.5.05", "Internet", Rupiah.of(1), "APBDes")
    return {"line_id": set_upkeep_line(by=by, facts=facts).pk}


def _any_asset(village: Village) -> Arguments:
    _made(village)
    return {}


ROWS = [
    Row("assets:public", Everyone()),
    Row("assets:overview", SIGHT),
    Row("assets:detail", SIGHT, make=_asset),
    Row("assets:photo", SIGHT, make=_file),
    Row("assets:orders", SIGHT),
    Row("assets:care", SIGHT),
    Row("assets:balance", SIGHT),
    Row("assets:plan", SIGHT),
    Row("assets:disposed", SIGHT),
    Row("assets:one_page", SIGHT),
    Row("assets:minutes", SIGHT, make=_disposal),
    Row("assets:find", CHECK),
    Row("assets:check", CHECK, make=_code),
    Row("assets:add_photo", CHECK, make=_asset),
    Row("assets:note_care", CHECK, make=_care),
    Row("assets:open_order", REPAIR, make=_asset),
    Row("assets:close_order", REPAIR, make=_order),
    Row("assets:cancel_order", REPAIR, make=_order),
    Row("assets:add", KEEP),
    Row("assets:edit", KEEP, make=_asset),
    Row("assets:remove", KEEP, make=_asset),
    Row("assets:restore", KEEP, POST_ONLY, make=_asset),
    Row("assets:code_rule", KEEP),
    Row("assets:import", KEEP),
    Row("assets:export", KEEP),
    Row("assets:labels", KEEP, make=_any_asset),
    Row("assets:dispose", DISPOSE, make=_asset),
    Row("assets:undo_disposal", DISPOSE, make=_disposal),
    Row("assets:set_line", BUDGET),
    Row("assets:remove_line", BUDGET, POST_ONLY, make=_line),
]
