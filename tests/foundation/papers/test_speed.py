import time
from statistics import median

import pytest

from desa.foundation.accounts.models import User
from desa.foundation.papers.enums import PaperSize
from desa.foundation.papers.queries import preview_png
from tests.foundation.papers.samples import letter

BUDGET_SECONDS = 0.1


@pytest.mark.slow
def test_preview_of_a_letter_keeps_its_budget(kades: User) -> None:
    """Each letter is another one, so that no cache of an equal letter helps."""
    taken = []
    for turn in range(8):
        start = time.perf_counter()
        assert preview_png(letter(name=f"SUWARNI {turn}"), PaperSize.F4)
        taken.append(time.perf_counter() - start)
    print("preview, ms:", [round(seconds * 1000) for seconds in taken])
    assert median(taken) <= BUDGET_SECONDS
