from desa.infrastructure.connectivity.actions.posting import take_post
from desa.infrastructure.connectivity.actions.probes import (
    add_probe,
    find_probe,
    remove_probe,
    renew_token,
)
from desa.infrastructure.connectivity.actions.rollup import forget_old, roll_up
from desa.infrastructure.connectivity.actions.watching import watch_points

__all__ = [
    "add_probe",
    "find_probe",
    "forget_old",
    "remove_probe",
    "renew_token",
    "roll_up",
    "take_post",
    "watch_points",
]
