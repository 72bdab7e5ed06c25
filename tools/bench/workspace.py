"""The temporary village that one measurement works in."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desa.foundation.core.folder import REAL, DataFolder
from desa.foundation.core.keys import new_key, write_key
from tools.checks.steps import clean_environment


@dataclass(frozen=True)
class Workspace:
    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def key(self) -> Path:
        return self.root / "key"

    def environment(self) -> dict[str, str]:
        """For child processes: this folder, and nothing of the caller's own village."""
        own = {"DESA_DATA": str(self.data), "DESA_KEY": str(self.key)}
        return clean_environment(own | {"DJANGO_SETTINGS_MODULE": "config.settings"})

    def use_django(self) -> None:
        """Django in this process, on a migrated and empty database of a real village's folder."""
        DataFolder(self.data).create(REAL)
        write_key(self.key, new_key())
        os.environ.update(self.environment())
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)


@contextmanager
def workspace() -> Iterator[Workspace]:
    with tempfile.TemporaryDirectory(prefix="desa-bench-", ignore_cleanup_errors=True) as folder:
        yield Workspace(Path(folder))
