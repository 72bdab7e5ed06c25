import os
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desa.foundation.core import clock

collect_ignore = [] if "DESA_SHARED" in os.environ else ["test_shared_workbooks.py"]

TUESDAY = datetime(2026, 1, 6, 9, 12, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def tuesday() -> Iterator[None]:
    with clock.frozen(TUESDAY):
        yield
