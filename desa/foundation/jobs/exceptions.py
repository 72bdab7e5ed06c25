class TaskProblem(Exception):
    """A task that cannot be done now and says why, in words that hold no personal data.

    Only this text is kept with the job; of any other exception just its class and place are.
    """


class ChildFailed(TaskProblem):
    """A heavy task's process failed or was stopped by its limits."""


class WorkInterrupted(Exception):
    """The worker is asked to stop: the job goes back to the queue and has not failed."""
