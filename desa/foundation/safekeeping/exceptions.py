class BackupProblem(Exception):
    """A backup that cannot be made, read or put back; `str()` is a sentence for the person at the terminal."""


class NotABackup(BackupProblem):
    """The file is something else, or of a newer version."""


class DamagedBackup(BackupProblem):
    """A byte is changed, a piece is missing, or the end is cut off."""
