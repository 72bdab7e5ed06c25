"""From which state a work order goes where."""

from desa.infrastructure.assets.enums import OrderState

TRANSITIONS = frozenset(
    {(OrderState.OPEN, OrderState.DONE), (OrderState.OPEN, OrderState.CANCELLED)}
)


def is_possible(before: str, after: OrderState) -> bool:
    return (OrderState(before), after) in TRANSITIONS
