from desa.foundation.jobs.actions.queueing import enqueue, forget_done, revive

__all__ = ["enqueue", "forget_done", "revive"]
