class StoredFileError(Exception):
    """The content of a stored file cannot be given."""


class ContentMissing(StoredFileError):
    """No file of this content lies in the data folder."""


class ContentDamaged(StoredFileError):
    """The file lies there, but its bytes are not the ones that were stored."""
