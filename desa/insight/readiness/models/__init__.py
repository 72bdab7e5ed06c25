from desa.insight.readiness.models.assessment import ChecklistAnswer
from desa.insight.readiness.models.measurement import Measurement
from desa.insight.readiness.models.recommendation import Recommendation
from desa.insight.readiness.models.stage import StageReading

__all__ = ["ChecklistAnswer", "Measurement", "Recommendation", "StageReading"]
