from desa.empowerment.literacy.models.assist import Assist
from desa.empowerment.literacy.models.cadre import Cadre
from desa.empowerment.literacy.models.competence import Observation
from desa.empowerment.literacy.models.learning import LearningClass, Participant, TaskResult

__all__ = ["Assist", "Cadre", "LearningClass", "Observation", "Participant", "TaskResult"]
