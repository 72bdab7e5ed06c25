"""The data folder before a start: its mode, room to write, and its working key."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from desa.foundation.core.folder import DEMO, DataFolder
from desa.foundation.core.keys import new_key, read_key, write_key
from desa.foundation.safekeeping.engine.databases import open_sqlite
from tools.launch.refusal import Refusal
from tools.launch.state import State

MEGABYTE = 1024 * 1024
# Enough for a day's work and its log; a migration asks for room for its snapshot on top.
MINIMUM_FREE = 300 * MEGABYTE
NAMED_VILLAGES = "SELECT count(*) FROM tenancy_village WHERE code <> ?"
UNNAMED = "00.00.00.1000"  # tenancy's own constant would load Django here


def open_folder(path: Path, mode: str, *, any_mode: bool) -> DataFolder:
    """The folder, made in this mode when it is new. Raises Refusal when it cannot be used."""
    folder = DataFolder(path)
    check_writable(path)
    check_space(path, MINIMUM_FREE)
    if folder.exists():
        if not any_mode:
            check_mode(folder, mode)
    else:
        check_empty(path)
        folder.create(mode)
    return folder


def check_mode(folder: DataFolder, wanted: str) -> None:
    actual = folder.install()["mode"]
    if actual == wanted:
        return
    if actual == DEMO:
        raise Refusal(
            f"Folder {folder.root} berisi desa contoh. Untuk desa sungguhan pilih folder lain: "
            "./run --kosong --data FOLDER",
            f"Folder {folder.root} holds the example village. For a real village choose another: "
            "./run --kosong --data FOLDER",
        )
    if not holds_village(folder, os.environ):
        raise Refusal(
            f"Desa di folder {folder.root} belum disiapkan; folder itu dibuat untuk desa sungguhan. Siapkan: "
            f"./run --kosong --data {folder.root}  Untuk desa contoh pilih folder lain: ./run --data FOLDER",
            f"The village in {folder.root} is not set up yet; the folder was made for a real one. Set it up: "
            f"./run --kosong --data {folder.root}  For the example choose another: ./run --data FOLDER",
        )
    raise Refusal(
        f"Folder {folder.root} berisi desa sungguhan. Jalankan dengan ./run --kosong, atau lihat desa contoh di "
        "folder lain: ./run --data FOLDER",
        f"Folder {folder.root} holds a real village. Start it with ./run --kosong, or see the example in another "
        "folder: ./run --data FOLDER",
    )


def holds_village(folder: DataFolder, environ: Mapping[str, str]) -> bool:
    """False only when its own database is absent or says so; PostgreSQL is not asked."""
    if environ.get("DESA_DATABASE_URL") or environ.get("DESA_DATABASE_URL_FILE"):
        return True
    if not folder.database.exists():
        return False
    try:
        key = read_key(folder.key_file(environ))
        with closing(open_sqlite(folder.database, key)) as connection:
            found = connection.execute(NAMED_VILLAGES, (UNNAMED,)).fetchone()
    except (OSError, ValueError, dbapi2.Error):
        return True
    return bool(found[0])


def check_empty(path: Path) -> None:
    if any(entry.name != "lost+found" for entry in path.iterdir()):
        raise Refusal(
            f"Folder {path} berisi berkas lain, bukan data desa. Pilih folder kosong dengan --data.",
            f"Folder {path} holds other files, not a village's data. Choose an empty one with --data.",
        )


def check_writable(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as problem:
        raise Refusal(
            f"Folder {path} tidak dapat ditulisi ({problem.strerror}). Perbaiki izinnya atau pilih folder lain "
            "dengan --data.",
            f"Folder {path} cannot be written ({problem.strerror}). Mend its permissions or choose another with "
            "--data.",
        ) from problem


def check_space(path: Path, needed: int) -> None:
    free = shutil.disk_usage(path).free
    if free >= needed:
        return
    numbers = f"{free // MEGABYTE} MB < {needed // MEGABYTE} MB"
    raise Refusal(
        f"Ruang disk hampir habis ({numbers}). Hapus berkas yang tidak perlu, atau pindahkan data lalu pakai --data.",
        f"The disk is nearly full ({numbers}). Remove what is not needed, or move the data and use --data.",
    )


def ensure_key(folder: DataFolder, environ: Mapping[str, str]) -> None:
    """A new folder gets a key; data that already exists never gets a second one."""
    path = folder.key_file(environ)
    try:
        read_key(path)
    except FileNotFoundError:
        if folder.database.exists() or State(folder.root).read():
            raise _key_problem(path) from None
        _write_new_key(path)
    except (OSError, ValueError) as problem:
        raise _key_problem(path) from problem


def _key_problem(path: Path) -> Refusal:
    return Refusal(
        f"Kunci data tidak ada atau rusak: {path}. Taruh kembali berkas itu, tunjuk letaknya dengan DESA_KEY, "
        "atau jalankan ./manage recover_key dengan kode pemulihan.",
        f"The data key is missing or damaged: {path}. Put the file back, name its place with DESA_KEY, or run "
        "./manage recover_key with a recovery code.",
    )


def _write_new_key(path: Path) -> None:
    try:
        write_key(path, new_key())
    except OSError as problem:
        raise Refusal(
            f"Kunci tidak dapat ditulis ke {path} ({problem.strerror}). Isi DESA_KEY dengan tempat lain.",
            f"The key cannot be written to {path} ({problem.strerror}). Name another place with DESA_KEY.",
        ) from problem
