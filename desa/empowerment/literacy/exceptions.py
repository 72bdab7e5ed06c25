from django.utils.functional import Promise


class LiteracyRefused(ValueError):
    """A step that cannot be taken now; `message` says so in plain words."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)


class UnknownItem(LookupError):
    """No critical function or task card has this name."""
