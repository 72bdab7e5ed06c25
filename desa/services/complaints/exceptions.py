from django.utils.functional import Promise


class ComplaintRefused(ValueError):
    """A step that this complaint cannot take now; `message` says so in words for the screen."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)


class UnknownCategory(LookupError):
    """There is no category of this name."""
