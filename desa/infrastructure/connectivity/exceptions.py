"""What can go wrong here, in words for whoever reads them."""


class ConnectivityError(ValueError):
    """`message` says what is wrong and what to do."""

    def __init__(self, message: object) -> None:
        super().__init__(message)
        self.message = message


class PostRefused(ConnectivityError):
    """A post of a probe that is not what it says, or cannot be read; nothing of it is kept."""


class GeojsonRefused(ConnectivityError):
    """A map file that is none, is too large, or holds nothing we can draw."""
