from django.utils.functional import Promise


class AssetRefused(ValueError):
    """A step that this asset cannot take now; `message` says so in words for the screen."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(str(message))
        self.message = str(message)
