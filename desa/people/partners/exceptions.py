from django.utils.functional import Promise


class PartnersRefused(Exception):
    """What was asked cannot be done; `message` says why and what to do, `field` where it was asked."""

    def __init__(self, message: str | Promise, field: str = "") -> None:
        super().__init__(str(message))
        self.message, self.field = message, field
