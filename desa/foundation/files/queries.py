"""Reading stored files back."""

from django.conf import settings

from desa.foundation.files.engine.vault import Vault
from desa.foundation.files.models import StoredFile


def vault() -> Vault:
    return Vault(settings.FOLDER.files, settings.WORKING_KEY.derive("files"))


def read_content(file: StoredFile) -> bytes:
    """The bytes that were stored, checked. Raises ContentMissing or ContentDamaged."""
    return vault().get(file.digest)
