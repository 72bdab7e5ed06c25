from datetime import date

from django.utils.functional import Promise


class FutureCutoff(ValueError):
    """A figure cannot tell of days that have not come."""

    def __init__(self, until: date) -> None:
        super().__init__(until.isoformat())
        self.until = until


class ReadinessRefused(Exception):
    """What was asked cannot be done; `message` says why and what to do, `field` where it was asked."""

    def __init__(self, message: str | Promise, field: str = "") -> None:
        super().__init__(str(message))
        self.message, self.field = message, field
