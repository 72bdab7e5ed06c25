"""The Rapor Desa Digital and what stands behind it, as anyone may read it."""

from desa.insight.readiness.published.figures import Rapor, indicator, rapor, sub
from desa.insight.readiness.published.methods import methods
from desa.insight.readiness.published.series import chart, evidence, history
from desa.insight.readiness.published.stage import study
from desa.insight.readiness.published.words import level_names

__all__ = [
    "Rapor",
    "chart",
    "evidence",
    "history",
    "indicator",
    "level_names",
    "methods",
    "rapor",
    "study",
    "sub",
]
