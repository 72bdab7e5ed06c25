"""Which address of the Wi-Fi is open to whom."""

from desa.foundation.core import clock
from desa.foundation.core.values.rupiah import Rupiah
from desa.foundation.tenancy.models import Village
from desa.infrastructure.connectivity.actions import ask_plan, show_plan
from desa.infrastructure.connectivity.actions.planning import answer_plan
from desa.infrastructure.connectivity.actions.watching import open_outage
from desa.infrastructure.connectivity.enums import OutageKind, PlanState
from desa.infrastructure.connectivity.models import CandidateSite, SitePlan
from desa.infrastructure.connectivity.permissions import EDITORS, PLANNERS, REPAIRERS, VIEWERS
from desa.infrastructure.connectivity.rules.states import Fall
from tests.house.permission_table import POST_ONLY, Arguments, Everyone, Row, only
from tests.infrastructure.connectivity.conftest import BY, hamlet, point, probe, rt

EDIT, PLAN, REPAIR = only(*EDITORS), only(*PLANNERS), only(*REPAIRERS)
ANSWER: dict[str, object] = {
    "sites": [],
    "cost": 0,
    "upkeep": 0,
    "added": 0,
    "covered": 0,
    "people": 0,
    "shares": [],
    "binding": "reach",
    "gap": 0,
    "robust": [],
}


def _point(village: Village) -> Arguments:
    return {"point_id": point().pk}


def _probe(village: Village) -> Arguments:
    return {"probe_id": probe().pk}


def _outage(village: Village) -> Arguments:
    minute = int(clock.now().timestamp()) // 60 - 60
    return {"outage_id": open_outage(fall=Fall(point().pk, minute, OutageKind.DOWN)).pk}


def _rt(village: Village) -> Arguments:
    return {"area_id": rt("001").pk}


def site(name: str = "Musala Sendi", dusun: str = "Sendi", **parts: object) -> CandidateSite:
    values: dict[str, object] = {
        "latitude": -7_640_000,
        "longitude": 112_700_000,
        "radius": 200,
        "cost": Rupiah.of(6_200_000),
        "upkeep": Rupiah.of(1_310_000),
        **parts,
    }
    return CandidateSite.objects.create(name=name, hamlet=hamlet(dusun), **values)


def _site(village: Village) -> Arguments:
    return {"site_id": site().pk}


def plan_made() -> SitePlan:
    plan = ask_plan(by=BY, budget=Rupiah.of(8_000_000), upkeep=Rupiah.of(0), floor_percent=0)
    return answer_plan(plan=plan, state=PlanState.DONE, answer=ANSWER)


def _plan(village: Village) -> Arguments:
    return {"plan_id": plan_made().pk}


def _shown(village: Village) -> Arguments:
    show_plan(by=BY, plan=plan_made(), note="Diusulkan")
    return {}


ROWS = [
    Row("connectivity:wifi", Everyone()),
    Row("connectivity:plan", Everyone(), make=_shown),
    Row("connectivity:post", Everyone(), POST_ONLY),
    Row("connectivity:report", Everyone()),
    Row("connectivity:report_point", Everyone(), make=_point),
    Row("connectivity:thanks", Everyone(), make=_point),
    Row("connectivity:overview", only(*VIEWERS)),
    Row("connectivity:point", only(*VIEWERS), make=_point),
    Row("connectivity:add_point", EDIT),
    Row("connectivity:edit_point", EDIT, make=_point),
    Row("connectivity:remove_point", EDIT, POST_ONLY, make=_point),
    Row("connectivity:walk", EDIT, make=_point),
    Row("connectivity:speed", EDIT, make=_point),
    Row("connectivity:poster", EDIT, make=_point),
    Row("connectivity:repair", REPAIR, make=_outage),
    Row("connectivity:order", REPAIR, POST_ONLY, make=_outage),
    Row("connectivity:probes", EDIT),
    Row("connectivity:agent", EDIT),
    Row("connectivity:token", EDIT, POST_ONLY, make=_probe),
    Row("connectivity:remove_probe", EDIT, POST_ONLY, make=_probe),
    Row("connectivity:map", EDIT),
    Row("connectivity:place_rt", EDIT, make=_rt),
    Row("connectivity:plans", PLAN),
    Row("connectivity:add_site", PLAN),
    Row("connectivity:edit_site", PLAN, make=_site),
    Row("connectivity:remove_site", PLAN, POST_ONLY, make=_site),
    Row("connectivity:office_plan", PLAN, make=_plan),
]
