"""The import: a previewed batch, then one action per chunk of whole families, all of it undoable.

A killed import is resumed by running it again with the same file: what is in the register already
counts as the same, and the chunks go on behind the last whole one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from desa.foundation.core.actions import Actor, action
from desa.foundation.sheets.actions import (
    Change,
    fail_batch,
    finish_batch,
    journal,
    preview_batch,
    start_batch,
    undo_batch,
)
from desa.foundation.sheets.enums import BatchState, Operation
from desa.foundation.sheets.models import ImportBatch
from desa.foundation.sheets.queries.snapshots import snapshot
from desa.foundation.sheets.queries.workbooks import read_workbook_bytes
from desa.foundation.tenancy.models import Area
from desa.people.residents.actions.areas import PlaceKey, ensure_areas
from desa.people.residents.actions.indexing import IdAndText, index_people, unindex_people
from desa.people.residents.actions.register import register_families
from desa.people.residents.models import Person
from desa.people.residents.queries.people import current_family_numbers
from desa.people.residents.queries.standing import plan_import
from desa.people.residents.rules.checks import Changed
from desa.people.residents.rules.chunks import CHUNK, chunks
from desa.people.residents.rules.plan import Plan
from desa.people.residents.rules.resident import Resident
from desa.people.residents.rules.searching import search_text

KIND = "penduduk"


@dataclass(frozen=True)
class Preview:
    batch: ImportBatch
    plan: Plan


def preview_import(*, by: Actor, content: bytes, filename: str) -> Preview:
    """Dry run. Raises SheetRefused (the file) or ValueProblem (its columns), both with what to do."""
    plan = plan_import(read_workbook_bytes(content, filename))
    batch = preview_batch(
        by=by,
        kind=KIND,
        filename=filename,
        sha256=sha256(content).hexdigest(),
        counts=plan.report.counts,
    )
    return Preview(batch, plan)


def resume_import(content: bytes) -> ImportBatch | None:
    """The last batch of the same file that stopped half way, if there is one."""
    stopped = ImportBatch.objects.filter(
        kind=KIND,
        sha256=sha256(content).hexdigest(),
        state__in=(BatchState.RUNNING, BatchState.FAILED),
    )
    return stopped.order_by("-created_at").first()


def run_import(*, by: Actor, batch: ImportBatch, plan: Plan, update: bool = False) -> ImportBatch:
    """Take the good rows of `plan`, made afresh of the batch's file; `update` also the changed ones.

    Not one transaction but one per chunk, so that the counter can go on writing.
    """
    if (
        batch.state == BatchState.RUNNING
    ):  # killed; a twin that still lives is stopped by the journal
        batch = fail_batch(by=by, batch=batch)
    batch = start_batch(by=by, batch=batch)
    try:
        _write_chunks(by, batch, plan, update=update)
    except Exception:
        batch.refresh_from_db()
        fail_batch(by=by, batch=batch)
        raise
    return finish_batch(by=by, batch=batch, counts=plan.report.counts)


def _write_chunks(by: Actor, batch: ImportBatch, plan: Plan, *, update: bool) -> None:
    number = batch.chunks_done + 1
    wanted = {resident.place for resident in plan.sorted.new}
    areas = add_areas(by=by, batch=batch, chunk=number, wanted=wanted)
    for residents in chunks(plan.sorted.new):
        number += 1
        add_chunk(by=by, batch=batch, chunk=number, residents=residents, areas=areas)
    for changes in _slices(plan.sorted.changed if update else []):
        number += 1
        change_chunk(by=by, batch=batch, chunk=number, changes=changes)


def _slices(changes: Sequence[Changed]) -> list[Sequence[Changed]]:
    return [changes[start : start + CHUNK] for start in range(0, len(changes), CHUNK)]


@action
def add_areas(
    *, by: Actor, batch: ImportBatch, chunk: int, wanted: set[PlaceKey]
) -> dict[PlaceKey, Area]:
    areas, new = ensure_areas(by=by, wanted=wanted)
    journal(batch=batch, chunk=chunk, created=new)
    return areas


@action
def add_chunk(
    *,
    by: Actor,
    batch: ImportBatch,
    chunk: int,
    residents: Sequence[Resident],
    areas: dict[PlaceKey, Area],
) -> None:
    written = register_families(by=by, residents=residents, areas=areas)
    journal(batch=batch, chunk=chunk, created=written.rows())


@action
def change_chunk(*, by: Actor, batch: ImportBatch, chunk: int, changes: Sequence[Changed]) -> None:
    """Overwrites the fields that differ; their old values go to the journal."""
    people = Person.objects.in_bulk([change.person_id for change in changes])
    numbers = current_family_numbers(people)
    done: list[Change] = []
    stale: list[IdAndText] = []
    for change in changes:
        person = people[change.person_id]
        before = snapshot(person)
        stale.append((person.pk, person.search_text))
        for name in change.fields:
            setattr(person, name, change.resident.fields[name])
        person.search_text = search_text(person.name, person.nik, numbers.get(person.pk, ""))
        person.save(update_fields=[*change.fields, "search_text"])
        done.append(Change(person, before))
    _reindex(stale, [(person.pk, person.search_text) for person in people.values()])
    journal(batch=batch, chunk=chunk, updated=done)


def _reindex(before: list[IdAndText], after: list[IdAndText]) -> None:
    unindex_people(before)
    index_people(after)


def undo_import(*, by: Actor, batch: ImportBatch) -> ImportBatch:
    """Raises UndoRefused (with the rows in the way), UndoTooLate or BatchBusy; else all is as before."""
    created = _people_of(batch, Operation.CREATED)
    updated = _people_of(batch, Operation.UPDATED)
    undone = undo_batch(by=by, batch=batch)
    put_index_back(created=created, updated=updated)
    return undone


def _people_of(batch: ImportBatch, operation: Operation) -> list[IdAndText]:
    entries = batch.journal.filter(model_label=Person._meta.label_lower, operation=operation)
    ids = {row[0] for entry in entries for row in entry.rows}
    found: list[IdAndText] = []
    for start in range(0, len(ids), CHUNK):
        some = sorted(ids)[start : start + CHUNK]
        found += Person.base_objects.filter(pk__in=some).values_list("pk", "search_text")
    return found


@action
def put_index_back(*, created: list[IdAndText], updated: list[IdAndText]) -> None:
    """The undo works on tables; the search index follows here. Stale entries would find nobody."""
    unindex_people([*created, *updated])
    ids = [pk for pk, _text in updated]
    index_people(list(Person.objects.filter(pk__in=ids).values_list("pk", "search_text")))
