from desa.services.complaints.models.complaint import Complaint, ComplaintCounter
from desa.services.complaints.models.photo import ComplaintPhoto
from desa.services.complaints.models.reporter import ReporterAnswer, ReporterContact
from desa.services.complaints.models.story import ComplaintStep
from desa.services.complaints.models.subject import ComplaintSubject

__all__ = [
    "Complaint",
    "ComplaintCounter",
    "ComplaintPhoto",
    "ComplaintStep",
    "ComplaintSubject",
    "ReporterAnswer",
    "ReporterContact",
]
