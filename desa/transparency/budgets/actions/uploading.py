"""A workbook between its upload and the decision: kept encrypted, read again whenever it is looked at."""

from collections.abc import Mapping
from datetime import timedelta

from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.files.actions import register_file, release_file
from desa.foundation.tenancy.scope import current_village
from desa.transparency.budgets.actions.importing import (
    MEDIA_TYPE,
    Outcome,
    Source,
    prepare_version,
    store_source,
)
from desa.transparency.budgets.models import BudgetUpload
from desa.transparency.budgets.queries.uploads import examined_upload
from desa.transparency.budgets.rules.fitting import Order
from desa.transparency.budgets.rules.layout import Role

KEPT = timedelta(days=30)


def upload_budget(*, by: Actor, content: bytes, filename: str, order: Order) -> BudgetUpload:
    return keep_upload(by=by, source=store_source(content, filename), order=order)


@action
def keep_upload(*, by: Actor, source: Source, order: Order) -> BudgetUpload:
    file = register_file(digest=source.digest, size=source.size, media_type=MEDIA_TYPE)
    upload = BudgetUpload(
        file=file,
        filename=source.filename[-120:],
        year=order.year,
        stage=order.stage,
        as_of=order.as_of,
        by_label=by.actor_label,
    )
    upload.full_clean()
    upload.save()
    record("budgets.upload.kept", upload, by, year=order.year, stage=order.stage.value)
    return upload


@action
def choose_columns(
    *, by: Actor, upload: BudgetUpload, signature: str, roles: Mapping[int, Role]
) -> None:
    """What a person says about a header; remembered for good with the import."""
    columns = {str(column): role.value for column, role in roles.items()}
    upload.columns = {**upload.columns, signature: columns}
    upload.save(update_fields=["columns"])
    record("budgets.upload.columns_chosen", upload, by)


@action
def confirm_village(*, by: Actor, upload: BudgetUpload) -> None:
    """The paper names another village, and an officer says that it is this one."""
    upload.is_own_village = True
    upload.save(update_fields=["is_own_village"])
    record("budgets.upload.village_confirmed", upload, by)


def take_upload(*, by: Actor, upload: BudgetUpload, keep_errors: bool = False) -> Outcome:
    """Raises what prepare_version raises; the upload is let go of only when it is in."""
    examined = examined_upload(upload)
    source = Source(upload.filename, upload.file.digest, upload.file.size)
    outcome = prepare_version(by=by, examined=examined, source=source, keep_errors=keep_errors)
    discard_upload(by=by, upload=upload)
    return outcome


@action
def discard_upload(*, by: Actor, upload: BudgetUpload) -> None:
    record("budgets.upload.discarded", upload, by)
    file = upload.file
    upload.delete()
    release_file(file)


@action
def forget_uploads(*, by: Actor) -> int:
    """Uploads nobody decided about; gives how many."""
    old = BudgetUpload.objects.filter(created_at__lt=clock.now() - KEPT)
    uploads = list(old.select_related("file"))
    if not uploads:
        return 0
    old.delete()
    for file in {upload.file for upload in uploads}:
        release_file(file)
    record("budgets.uploads.forgotten", current_village(), by, count=len(uploads))
    return len(uploads)
