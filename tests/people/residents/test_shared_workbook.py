"""The peer's own demo workbook: collected only when the shared reference data is there."""

import os
from pathlib import Path

import pytest

from desa.foundation.sheets.queries.workbooks import read_workbook
from desa.people.residents.actions.importing import preview_import, run_import
from desa.people.residents.models import Person
from desa.people.residents.queries.standing import plan_import
from tests.people.residents.conftest import ACTOR

pytestmark = pytest.mark.shared


@pytest.mark.usefixtures("scope")
def test_every_row_of_the_peers_demo_is_taken_with_warnings_at_most() -> None:
    path = Path(os.environ["DESA_SHARED"]) / "data/opensid/contoh_penduduk.xlsx"
    plan = plan_import(read_workbook(path))
    assert plan.report.counts["rows"] == plan.report.counts["new"] == 97
    assert plan.report.counts["reject"] == 0
    preview = preview_import(by=ACTOR, content=path.read_bytes(), filename=path.name)
    run_import(by=ACTOR, batch=preview.batch, plan=preview.plan)
    assert Person.objects.count() == 97
