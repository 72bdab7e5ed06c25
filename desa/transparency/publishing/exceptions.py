from django.utils.functional import Promise


class PublishingRefused(Exception):
    """An act that is not possible now; `message` is for the screen."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = message
