"""What keeps a batch from being undone: rows changed, gone, or used by something newer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from desa.foundation.sheets.enums import Operation
from desa.foundation.sheets.exceptions import Conflict
from desa.foundation.sheets.models import ImportBatch, JournalEntry
from desa.foundation.sheets.queries.snapshots import fingerprint

SLICE = 400  # ids in one query: below every database's limit of parameters
Prints = dict[int, str]


def undo_conflicts(batch: ImportBatch, *, limit: int = 50) -> list[Conflict]:
    """The first `limit` reasons why the batch cannot be undone; empty when it can."""
    entries = list(batch.journal.order_by("chunk", "id"))
    found: list[Conflict] = []
    for conflict in entry_conflicts(entries):
        found.append(conflict)
        if len(found) == limit:
            break
    return found


def entry_conflicts(entries: Iterable[JournalEntry]) -> Iterator[Conflict]:
    """The entries in the order they were written; a later print of a row replaces an earlier one."""
    prints: dict[str, Prints] = defaultdict(dict)
    created: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        expected = prints[entry.model_label]
        for row_id, after, _before in entry.rows:
            if entry.operation == Operation.DELETED:
                expected.pop(row_id, None)
            else:
                expected[row_id] = after
            if entry.operation == Operation.CREATED:
                created[entry.model_label].add(row_id)
    for label, rows in prints.items():
        yield from _changed(apps.get_model(label), rows)
    for label, row_ids in created.items():
        yield from _referred(apps.get_model(label), row_ids, prints)


def _changed(model: type[models.Model], expected: Prints) -> Iterator[Conflict]:
    for some in slices(expected):
        present = {row.pk: row for row in model._base_manager.filter(pk__in=some)}
        for row_id in some:
            if row_id not in present:
                yield _conflict(model, row_id, "gone", _("%(kind)s ini sudah tidak ada."))
            elif fingerprint(present[row_id]) != expected[row_id]:
                text = _("%(kind)s ini sudah diubah sesudah diimpor.")
                yield _conflict(model, row_id, "changed", text)


def _referred(
    model: type[models.Model], row_ids: set[int], prints: dict[str, Prints]
) -> Iterator[Conflict]:
    """Rows of the batch itself may point to each other: they are deleted or put back with it."""
    for relation in model._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel):
            continue
        source = relation.field.model
        own = prints.get(source._meta.label_lower, {})
        for row_id in _pointed_at(source, relation.field.attname, row_ids, own):
            text = _("%(kind)s ini sudah dipakai: %(by)s.")
            yield _conflict(model, row_id, "referred", text, by=str(source._meta.verbose_name))


def _pointed_at(
    source: type[models.Model], attname: str, row_ids: set[int], own: Prints
) -> Iterator[int]:
    for some in slices(row_ids):
        pairs = source._base_manager.filter(**{f"{attname}__in": some}).values_list("pk", attname)
        yield from sorted({target for row_id, target in pairs if row_id not in own})


def _conflict(
    model: type[models.Model], row_id: int, reason: str, text: str, **names: str
) -> Conflict:
    kind = str(model._meta.verbose_name).capitalize()
    return Conflict(model._meta.label_lower, row_id, reason, text % {"kind": kind, **names})


def slices(row_ids: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(row_ids)
    for start in range(0, len(ordered), SLICE):
        yield ordered[start : start + SLICE]
