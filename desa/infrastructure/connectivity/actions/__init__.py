from desa.infrastructure.connectivity.actions.maps import place_rt, take_map
from desa.infrastructure.connectivity.actions.planning import (
    answer_plan,
    ask_plan,
    remove_site,
    save_site,
    show_plan,
)
from desa.infrastructure.connectivity.actions.points import (
    keep_speed,
    keep_walk,
    remove_point,
    report_down,
    save_point,
)
from desa.infrastructure.connectivity.actions.posting import take_post
from desa.infrastructure.connectivity.actions.probes import (
    add_probe,
    find_probe,
    remove_probe,
    renew_token,
)
from desa.infrastructure.connectivity.actions.repairs import describe_outage, order_repair
from desa.infrastructure.connectivity.actions.rollup import forget_old, roll_up
from desa.infrastructure.connectivity.actions.watching import watch_points

__all__ = [
    "add_probe",
    "answer_plan",
    "ask_plan",
    "describe_outage",
    "find_probe",
    "forget_old",
    "keep_speed",
    "keep_walk",
    "order_repair",
    "place_rt",
    "remove_point",
    "remove_probe",
    "remove_site",
    "renew_token",
    "report_down",
    "roll_up",
    "save_point",
    "save_site",
    "show_plan",
    "take_map",
    "take_post",
    "watch_points",
]
