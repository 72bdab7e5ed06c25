from django.utils.functional import Promise


class NoticeRefused(ValueError):
    """A step that this message cannot take now; `message` says so in words for the office."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)
