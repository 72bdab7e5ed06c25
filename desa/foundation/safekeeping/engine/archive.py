"""Writing and reading back one backup file. Knows nothing of Django: a restore runs before it."""

import errno
import fcntl
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from desa.foundation.core import clock
from desa.foundation.core.durable import sync_folder
from desa.foundation.core.folder import DataFolder
from desa.foundation.core.keys import WorkingKey
from desa.foundation.safekeeping.engine.container import (
    Header,
    SealingWriter,
    opened_pieces,
    read_header,
)
from desa.foundation.safekeeping.engine.databases import Snapshot, file_portions, row_counts
from desa.foundation.safekeeping.engine.entries import (
    MANIFEST,
    Check,
    EntryWriter,
    Manifest,
    Receiver,
    read_entries,
)
from desa.foundation.safekeeping.exceptions import BackupProblem

HEADS = "trail-heads.log"
NO_CODES = (
    "Kode pemulihan belum dibuat, jadi cadangan ini tidak akan bisa dibuka. Jalankan dulu: "
    "./manage make_recovery_codes / Make recovery codes first: ./manage make_recovery_codes"
)
BUSY = "Cadangan lain sedang dibuat. Tunggu sampai selesai. / Another backup is being made: wait."
NO_PLACE = (
    "Tempat {place} tidak ada. Pasang flash disk atau periksa alamatnya. "
    "/ There is no such place: plug in the disk or check the path."
)
TAKEN = "Berkas {place} sudah ada. Pilih nama lain. / The file exists already: choose another name."
FULL = "Tempat penyimpanan penuh. Kosongkan sebagian, lalu ulangi. / The disk is full: make room, retry."
NOT_WRITTEN = "Tidak dapat menulis atau membaca: {reason} / Cannot write or read: {reason}"


@dataclass(frozen=True)
class Source:
    """What goes into a backup besides the database itself."""

    folder: DataFolder
    key: WorkingKey
    checks: Mapping[str, str]


@contextmanager
def plain_disk_errors() -> Iterator[None]:
    """Disk trouble as a sentence."""
    try:
        yield
    except OSError as problem:
        full = problem.errno in (errno.ENOSPC, errno.EDQUOT)
        text = FULL if full else NOT_WRITTEN.format(reason=problem)
        raise BackupProblem(text) from problem


@contextmanager
def one_at_a_time(folder: DataFolder) -> Iterator[None]:
    with (folder.root / "backup.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BackupProblem(BUSY) from None
        yield


def place_for(target: Path, folder: DataFolder) -> Path:
    """The file to make: `target` itself, or a new one inside the folder `target`."""
    if target.is_dir():
        target = target / new_name(folder)
    if not target.parent.is_dir():
        raise BackupProblem(NO_PLACE.format(place=target.parent))
    if target.exists():
        raise BackupProblem(TAKEN.format(place=target))
    return target


def name_prefix(folder: DataFolder) -> str:
    return f"cadangan-{folder.install()['id']}-"


def new_name(folder: DataFolder) -> str:
    """Sorts by time."""
    return f"{name_prefix(folder)}{clock.now().strftime('%Y%m%dT%H%M%SZ')}.desa"


def header_facts(folder: DataFolder) -> Header:
    if not folder.wrapped_keys.exists():
        raise BackupProblem(NO_CODES)
    recovery = folder.wrapped_keys.read_text(encoding="utf-8")
    return {"recovery": recovery, "installation": folder.install()["id"]}


def write_archive(
    path: Path, source: Source, snapshot: Snapshot, files: Iterable[Path], heads: bytes
) -> Manifest:
    """Write beside `path`, make durable, read back, and only then give it its name."""
    temporary = path.with_name(f".{path.name}.part")
    try:
        _write(temporary, source, snapshot, files, heads)
        manifest = read_archive(temporary, source.key)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    with suppress(OSError):  # some flash disks cannot sync a folder
        sync_folder(path.parent)
    return manifest


def _write(
    temporary: Path, source: Source, snapshot: Snapshot, files: Iterable[Path], heads: bytes
) -> None:
    facts = header_facts(source.folder)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        writer = SealingWriter(file, source.key, facts)
        entries = EntryWriter(writer)
        entries.add("install.json", [source.folder.install_file.read_bytes()])
        entries.add(HEADS, [heads])
        found = {name: Check(sql, snapshot.rows(sql)) for name, sql in source.checks.items()}
        rows = row_counts(snapshot)
        entries.add(snapshot.entry, snapshot.portions())
        missing = _add_files(entries, source.folder, files)
        made_at = clock.now().isoformat(timespec="seconds")
        manifest = Manifest(made_at, snapshot.entry, rows, found, missing, entries.digests)
        entries.add(MANIFEST, [manifest.to_json()])
        writer.close()
        file.flush()
        os.fsync(file.fileno())


def _add_files(entries: EntryWriter, folder: DataFolder, files: Iterable[Path]) -> int:
    """How many of the files that the database knows are not there."""
    missing = 0
    for path in files:
        if path.is_file():
            entries.add(path.relative_to(folder.root).as_posix(), file_portions(path))
        else:
            missing += 1
    return missing


def read_archive(path: Path, key: WorkingKey, receive: Receiver | None = None) -> Manifest:
    """Read it to its end. Raises BackupProblem unless every byte is there and unchanged."""
    with path.open("rb") as file:
        return read_entries(opened_pieces(file, key), receive)


def installation_of(path: Path) -> str:
    """The id of the installation that made this file."""
    with path.open("rb") as file:
        return read_header(file).get("installation", "")


def recovery_of(path: Path) -> str:
    """The wrapped keys that lie in the file's header."""
    with path.open("rb") as file:
        return read_header(file).get("recovery", "")
