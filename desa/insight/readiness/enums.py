from enum import StrEnum


class ReadinessPermission(StrEnum):
    READINESS_VIEW = "readiness.readiness_view"
    READINESS_ASSESS = "readiness.readiness_assess"
    READINESS_PUBLISH = "readiness.readiness_publish"


WHOLE_VILLAGE = "desa"
ASKABLE = "rapor"
COMPUTE_TASK = "readiness.compute"
