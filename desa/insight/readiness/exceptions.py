from datetime import date


class FutureCutoff(ValueError):
    """A figure cannot tell of days that have not come."""

    def __init__(self, until: date) -> None:
        super().__init__(until.isoformat())
        self.until = until
