"""How the backups went: a small file in the data folder, so that it also tells when the database is gone."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from desa.foundation.core.durable import write_durably
from desa.foundation.core.folder import DataFolder


@dataclass(frozen=True)
class BackupJournal:
    """Moments as ISO text; `failed_at` and `reason` are empty again after a success."""

    made_at: str = ""
    name: str = ""
    size: int = 0
    missing_files: int = 0
    failed_at: str = ""
    reason: str = ""

    @property
    def last(self) -> datetime | None:
        return datetime.fromisoformat(self.made_at) if self.made_at else None


def read_journal(folder: DataFolder) -> BackupJournal:
    """An empty one when no backup was made yet or the file is unreadable."""
    try:
        content = json.loads((folder.root / "backups.json").read_text(encoding="utf-8"))
        return BackupJournal(**content)
    except (OSError, ValueError, TypeError):
        return BackupJournal()


def write_journal(folder: DataFolder, journal: BackupJournal) -> None:
    write_durably(folder.root / "backups.json", json.dumps(asdict(journal)).encode())
