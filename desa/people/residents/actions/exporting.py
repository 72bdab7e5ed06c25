from desa.foundation.core.actions import Actor, action, record
from desa.foundation.sheets.models import ImportBatch
from desa.foundation.tenancy.scope import current_village
from desa.people.residents.models import Person


@action
def record_export(*, by: Actor) -> None:
    """The whole register leaves the database unmasked: one event tells who took it, and how many."""
    record("residents.register.exported", current_village(), by, people=Person.objects.count())


@action
def record_rejected_download(*, by: Actor, batch: ImportBatch) -> None:
    """Rows that were not taken leave unmasked, to be corrected in a workbook."""
    record("residents.rejected.downloaded", batch, by)
