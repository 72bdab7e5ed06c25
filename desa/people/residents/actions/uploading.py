from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.files.actions import put_content, register_file, release_file
from desa.foundation.sheets.actions import RETENTION
from desa.foundation.sheets.models import ImportBatch
from desa.foundation.tenancy.scope import current_village
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


@action
def forget_uploads(*, by: Actor) -> int:
    """Let go of workbooks whose batch can no longer be undone; gives how many. A copy of the register
    is kept no longer than it is of use.
    """
    old = ImportUpload.objects.filter(batch__created_at__lt=clock.now() - RETENTION)
    uploads = list(old.select_related("file"))
    if not uploads:
        return 0
    old.delete()
    for file in {upload.file for upload in uploads}:
        release_file(file)
    record("residents.uploads.forgotten", current_village(), by, count=len(uploads))
    return len(uploads)
