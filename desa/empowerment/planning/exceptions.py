from django.utils.functional import Promise


class ProposalRefused(ValueError):
    """A step that cannot be taken now; `message` says why and when it can, in plain words."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)
