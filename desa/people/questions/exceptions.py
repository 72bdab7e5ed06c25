from django.utils.functional import Promise


class QuestionRefused(ValueError):
    """A step that this question cannot take now; `message` says so in plain words."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)
