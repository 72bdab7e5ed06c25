from desa.transparency.budgets.actions.preparing import (
    Words,
    accept_finding,
    describe_version,
    name_carriers,
)
from desa.transparency.budgets.actions.publishing import (
    finish_publishing,
    give_back,
    publish_now,
    repeat_publishing,
    start_publishing,
)

__all__ = [
    "Words",
    "accept_finding",
    "describe_version",
    "finish_publishing",
    "give_back",
    "name_carriers",
    "publish_now",
    "repeat_publishing",
    "start_publishing",
]
