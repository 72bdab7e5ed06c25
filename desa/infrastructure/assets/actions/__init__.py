from desa.infrastructure.assets.actions.budgeting import (
    LineFacts,
    remove_upkeep_line,
    set_upkeep_line,
)
from desa.infrastructure.assets.actions.checking import add_photo, check_asset, note_care
from desa.infrastructure.assets.actions.disposing import Minutes, dispose_asset, undo_disposal
from desa.infrastructure.assets.actions.importing import choices, import_assets
from desa.infrastructure.assets.actions.registering import (
    AssetFacts,
    correct_asset,
    register_asset,
    register_assets,
    remove_asset,
    restore_asset,
    set_code_rule,
)
from desa.infrastructure.assets.actions.repairing import (
    Repair,
    cancel_work_order,
    close_work_order,
    open_work_order,
)

__all__ = [
    "AssetFacts",
    "LineFacts",
    "Minutes",
    "Repair",
    "add_photo",
    "cancel_work_order",
    "check_asset",
    "choices",
    "close_work_order",
    "correct_asset",
    "dispose_asset",
    "import_assets",
    "note_care",
    "open_work_order",
    "register_asset",
    "register_assets",
    "remove_asset",
    "remove_upkeep_line",
    "restore_asset",
    "set_code_rule",
    "set_upkeep_line",
    "undo_disposal",
]
