from desa.foundation.core.actions import Actor, action
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.sheets.models import ImportBatch
from desa.people.residents.actions.importing import preview_import, run_import
from desa.people.residents.models import ImportUpload
from desa.people.residents.queries.uploads import plan_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def upload_workbook(*, by: Actor, content: bytes, filename: str) -> ImportBatch:
    """Check a workbook and keep it, encrypted, until someone confirms it.

    Raises SheetRefused (the file) or ValueProblem (its columns), both with what to do.
    """
    preview = preview_import(by=by, content=content, filename=filename)
    keep_upload(by=by, batch=preview.batch, digest=put_content(content), size=len(content))
    return preview.batch


@action
def keep_upload(*, by: Actor, batch: ImportBatch, digest: str, size: int) -> ImportUpload:
    file = register_file(digest=digest, size=size, media_type=MEDIA_TYPE)
    upload = ImportUpload(batch=batch, file=file)
    upload.full_clean()
    upload.save()
    return upload


def confirm_upload(*, by: Actor, batch: ImportBatch, update: bool = False) -> ImportBatch:
    """Take the good rows. Raises BatchBusy when somebody was quicker."""
    return run_import(by=by, batch=batch, plan=plan_of(batch), update=update)
