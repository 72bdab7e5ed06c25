from desa.foundation.papers.models.paper import Paper
from desa.foundation.papers.models.policy import PaperPolicy
from desa.foundation.papers.models.register import RegisterCounter

__all__ = ["Paper", "PaperPolicy", "RegisterCounter"]
