from desa.infrastructure.assets.queries.figures import (
    Balance,
    balance,
    minimum_now,
    need_of,
    plan,
)
from desa.infrastructure.assets.queries.register import (
    count_open_orders,
    find_asset,
    find_for_search,
    kept_assets,
    open_order_of,
    open_orders,
    ours,
    searched,
    today,
)

__all__ = [
    "Balance",
    "balance",
    "count_open_orders",
    "find_asset",
    "find_for_search",
    "kept_assets",
    "minimum_now",
    "need_of",
    "open_order_of",
    "open_orders",
    "ours",
    "plan",
    "searched",
    "today",
]
