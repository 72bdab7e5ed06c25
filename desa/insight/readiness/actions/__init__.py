from desa.insight.readiness.actions.computing import compute_measurements
from desa.insight.readiness.actions.deciding import accept_action, call_off_proposal, end_action
from desa.insight.readiness.actions.judging import Found, answer_item, sign_assessment

__all__ = [
    "Found",
    "accept_action",
    "answer_item",
    "call_off_proposal",
    "compute_measurements",
    "end_action",
    "sign_assessment",
]
