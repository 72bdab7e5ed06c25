from desa.insight.readiness.actions.computing import compute_measurements

__all__ = ["compute_measurements"]
