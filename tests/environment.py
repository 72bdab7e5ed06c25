"""A throw-away data folder and key for the test run; loaded before Django's settings."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from desa.foundation.core.folder import REAL, DataFolder
from desa.foundation.core.keys import new_key, write_key
from tools.launch.translations import compile_catalogues

if "DESA_TEST_FOLDER" not in os.environ:
    folder = Path(tempfile.mkdtemp(prefix="desa-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    os.environ["DESA_TEST_FOLDER"] = str(folder)
    DataFolder(folder / "data").create(REAL)
    (folder / "data" / "static").mkdir()
    write_key(folder / "key", new_key())
    compile_catalogues()
root = Path(os.environ["DESA_TEST_FOLDER"])
os.environ["DESA_DATA"] = str(root / "data")
os.environ["DESA_KEY"] = str(root / "key")
os.environ.setdefault("DESA_JOB_LEASE", "5")
os.environ["DESA_DEBUG"] = "true"
os.environ["DESA_HOSTS"] = "testserver,localhost,127.0.0.1"
