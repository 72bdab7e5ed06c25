from desa.infrastructure.connectivity.models.outage import DownReport, Outage
from desa.infrastructure.connectivity.models.place import MapShape, RtPlace
from desa.infrastructure.connectivity.models.planning import CandidateSite, SitePlan
from desa.infrastructure.connectivity.models.point import Point, SpeedTest, Walk
from desa.infrastructure.connectivity.models.probe import (
    PointDay,
    PointHour,
    Probe,
    ProbeReading,
    RollupMark,
)

__all__ = [
    "CandidateSite",
    "DownReport",
    "MapShape",
    "Outage",
    "Point",
    "PointDay",
    "PointHour",
    "Probe",
    "ProbeReading",
    "RollupMark",
    "RtPlace",
    "SitePlan",
    "SpeedTest",
    "Walk",
]
