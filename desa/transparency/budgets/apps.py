from desa.foundation.core.rooms import RoomConfig


class BudgetsConfig(RoomConfig):
    name = "desa.transparency.budgets"
    label = "budgets"
    slug = "apbdes"
    switchable = True
