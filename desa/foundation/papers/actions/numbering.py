"""Step 1 of a paper: its number, its words, its code; one short transaction, the caller's own."""

import dataclasses
from datetime import date
from typing import Any

from django.conf import settings

from desa.foundation.accounts.models import Officeholder
from desa.foundation.core import clock
from desa.foundation.core.actions import Actor, action, record
from desa.foundation.core.values.codes import VerifyCode
from desa.foundation.core.values.errors import ValueProblem
from desa.foundation.core.values.errors import mark as _
from desa.foundation.files.actions import put_content, register_file
from desa.foundation.files.models import StoredFile
from desa.foundation.jobs.actions import enqueue
from desa.foundation.papers.actions.guards import authorise
from desa.foundation.papers.engine.typesetter import template_source, template_version
from desa.foundation.papers.enums import ATTACH_TASK, PaperSize, PapersPermission
from desa.foundation.papers.models import Paper, RegisterCounter
from desa.foundation.papers.policies import check_of, layout_of, policy_on
from desa.foundation.papers.queries import DEMO_MARK
from desa.foundation.papers.rules import numbering
from desa.foundation.papers.rules.document import Document
from desa.foundation.tenancy.scope import current_village


@action
def number_paper(
    *,
    by: Actor,
    document: Document,
    register: str,
    register_format: str,
    classification: str,
    signer: Officeholder,
    recorded_by: Actor | None,
    size: PaperSize,
    kind_label: str,
    subject_name: str,
) -> Paper:
    """Give the document the next number of its register and freeze it; its file follows by attach().

    `recorded_by` is who notes at the counter that the signer signed on the spot.
    """
    village = current_village()
    day = clock.today(village)
    template = _template_file()
    number = _take_number(register, day.year)
    paper = Paper(
        register=register,
        year=day.year,
        number=number,
        number_text=_number_text(register_format, number, classification, day),
        day=day,
        kind_label=kind_label,
        subject_name=subject_name,
        verify_code=VerifyCode.new().value,
        size=size,
        template=template,
        signer=signer,
        signer_name=document.signature.name,
        signer_title=", ".join(document.signature.capacity),
        recorded_by_id=recorded_by.actor_id if recorded_by else None,
        recorded_by_label=recorded_by.actor_label if recorded_by else "",
        numbered_at=clock.now(),
    )
    paper.content = _frozen(document, paper)
    paper.full_clean()
    paper.save(force_insert=True)
    enqueue(task=ATTACH_TASK, key=str(paper.pk), args={"paper_id": paper.pk})
    record("papers.paper.numbered", paper, by, number=paper.number_text, signer=signer.pk)
    return paper


def _take_number(register: str, year: int) -> int:
    """Gapless: a number taken by a transaction that fails is given back with it."""
    RegisterCounter.objects.get_or_create(register=register, year=year)
    counter = RegisterCounter.objects.select_for_update().get(register=register, year=year)
    number = counter.next_number
    counter.next_number += 1
    counter.save(update_fields=["next_number"])
    return number


def _number_text(register_format: str, number: int, classification: str, day: date) -> str:
    code = policy_on(day).number_code or current_village().code
    return numbering.compose(
        register_format, number=number, classification=classification, village_code=code, day=day
    )


def _frozen(document: Document, paper: Paper) -> dict[str, Any]:
    whole = dataclasses.replace(
        document, number=paper.number_text, check=check_of(paper.code, current_village())
    )
    layout = layout_of(policy_on(paper.day), PaperSize(paper.size))
    mark = DEMO_MARK if settings.DEMO else ""
    return {"document": whole.to_json(), "layout": layout.to_json(), "mark": mark}


def _template_file() -> StoredFile:
    """The template's bytes, kept so that a paper renders the same after an update."""
    version, source = template_version(), template_source()
    if kept := StoredFile.objects.filter(digest=version).first():
        return kept
    put_content(source)
    return register_file(digest=version, size=len(source), media_type="text/vnd.typst")


@action
def start_register_at(
    *, by: Actor, register: str, year: int, number: int, reason: str
) -> RegisterCounter:
    """The next paper gets `number`, because the paper book already holds the ones before it."""
    authorise(by, PapersPermission.SETTINGS_MANAGE)
    RegisterCounter.objects.get_or_create(register=register, year=year)
    counter = RegisterCounter.objects.select_for_update().get(register=register, year=year)
    if number < counter.next_number:
        text = _("Nomor hanya bisa dimajukan. Nomor berikutnya sekarang %(next)s.")
        raise ValueProblem("backwards", text, {"next": counter.next_number})
    if not reason.strip():
        raise ValueProblem("empty", _("Tulis alasan mengapa nomor dimajukan."))
    before, counter.next_number, counter.start_reason = counter.next_number, number, reason.strip()
    counter.full_clean()
    counter.save(update_fields=["next_number", "start_reason"])
    record("papers.register.started", counter, by, before=before, next=number, reason=reason)
    return counter
