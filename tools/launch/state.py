"""What has been prepared already, by the content it was made from: a warm start skips Django for it."""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools.launch.environment import ROOT
from tools.launch.refusal import Refusal


class State:
    """prepared.json in the data folder."""

    def __init__(self, data: Path) -> None:
        self.path = data / "prepared.json"

    def read(self) -> dict[str, str]:
        try:
            return dict(json.loads(self.path.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    def note(self, **facts: str) -> None:
        temporary = self.path.with_suffix(".new")
        temporary.write_text(json.dumps(self.read() | facts, indent=1), encoding="utf-8")
        temporary.replace(self.path)


def content_hash(paths: Iterable[Path], *extra: str, root: Path = ROOT) -> str:
    digest = hashlib.sha256("\0".join(extra).encode())
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(f"\0{path.relative_to(root)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def database_fingerprint(data: Path, environ: Mapping[str, str], root: Path = ROOT) -> str:
    """Changes with the migrations, the libraries, and when another database file is put in place."""
    migrations = root.glob("desa/*/*/migrations/*.py")
    database = data / "desa.db"
    inode = str(database.stat().st_ino) if database.exists() else "absent"
    url = environ.get("DESA_DATABASE_URL") or environ.get("DESA_DATABASE_URL_FILE") or inode
    return content_hash([*migrations, root / "requirements" / "app.txt"], url, root=root)


def static_fingerprint(environ: Mapping[str, str], root: Path = ROOT) -> str:
    files = (path for path in root.glob("desa/*/*/static/**/*") if path.is_file())
    debug = environ.get("DESA_DEBUG", "false")
    return content_hash([*files, root / "requirements" / "app.txt"], debug, root=root)


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """Held by ./run while it lives, and by whoever changes the database's shape."""
    handle = os.open(data / "run.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refusal(
                f"Folder {data} sedang dipakai ./run yang lain. Hentikan dulu dengan Ctrl+C di sana.",
                f"Folder {data} is in use by another ./run. Stop that one first with Ctrl+C.",
            ) from None
        yield
    finally:
        os.close(handle)
