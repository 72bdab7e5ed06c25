"""How the rendered file becomes the file that is kept: the seam where a seal is added later."""

from typing import Protocol

from desa.foundation.papers.enums import Signing


class Signer(Protocol):
    @property
    def signing(self) -> Signing: ...

    def finish(self, pdf: bytes) -> bytes:
        """The bytes to keep; called outside any transaction, may take seconds, may be repeated."""
        ...


class WetSigner:
    """Ink and stamp come on paper: the file to print is the file to keep."""

    signing = Signing.WET

    def finish(self, pdf: bytes) -> bytes:
        return pdf
