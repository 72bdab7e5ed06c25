"""Reading stored files back."""

from collections.abc import Iterator

from django.conf import settings

from desa.foundation.files.engine.vault import Vault
from desa.foundation.files.models import StoredFile


def vault() -> Vault:
    return Vault(settings.FOLDER.files, settings.WORKING_KEY.derive("files"))


def read_content(file: StoredFile) -> bytes:
    """The bytes that were stored, checked. Raises ContentMissing or ContentDamaged."""
    return vault().get(file.digest)


def digests_of_all_villages() -> Iterator[str]:
    """For the sweep only: villages that stored the same content share one file."""
    return StoredFile.all_villages.values_list("digest", flat=True).distinct().iterator()
