"""The questions of Lapor, one on a screen, and the sending."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from desa.foundation.core.http.access import public
from desa.foundation.core.limits import client_of
from desa.foundation.intake.actions import open_guest_draft, save_guest_draft
from desa.foundation.intake.exceptions import DraftRefused
from desa.foundation.intake.models import GuestDraft
from desa.foundation.tenancy.scope import current_village
from desa.services.complaints.actions.sending import FORM, about_in, send_draft
from desa.services.complaints.policies import nobody_reads
from desa.services.complaints.rules import steps
from desa.services.complaints.rules.drafts import done, photos_in, word
from desa.services.complaints.views.resident.drafts import (
    FLOOD,
    count_sent,
    opened,
    refusal_to_send,
    with_draft,
)
from desa.services.complaints.views.resident.questions import (
    AboutForm,
    ContactForm,
    KindForm,
    PlaceForm,
)

FORMS: dict[str, type[forms.Form]] = {
    steps.KIND: KindForm,
    steps.ABOUT: AboutForm,
    steps.PLACE: PlaceForm,
    steps.CONTACT: ContactForm,
}


@public
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The first question; its answer opens the draft. `situs` is a box that no person sees."""
    form = KindForm(request.POST if request.method == "POST" else None)
    page = {"form": form, "title": _("Pertanyaan 1 dari 5"), "flood": ""}
    if request.method == "GET" or not form.is_valid():
        status = 200 if request.method == "GET" else 422
        return render(request, "complaints/resident/start.html", page, status=status)
    client = client_of(request)
    try:
        if request.POST.get("situs") or opened.is_blocked(client):
            raise DraftRefused(client)
        key = open_guest_draft(form=FORM, data=_kept(form, steps.KIND, frozenset())).value
    except DraftRefused:
        page["flood"] = FLOOD
        return render(request, "complaints/resident/start.html", page, status=429)
    opened.count(client)
    return redirect(address(key, steps.after(steps.KIND, form.cleaned_data["jenis"], [steps.KIND])))


@public
@require_http_methods(["GET", "POST"])
@with_draft
def step(request: HttpRequest, key: str, draft: GuestDraft, name: str) -> HttpResponse:
    """Any question of words; each answer is kept as soon as it is given."""
    if name not in FORMS or name not in steps.steps_for(word(draft.data, "jenis")):
        raise Http404(name)
    form = FORMS[name](request.POST if request.method == "POST" else None)
    form.initial = {field: word(draft.data, field) for field in form.fields if field in draft.data}
    if form.is_bound and form.is_valid():
        save_guest_draft(draft, data=_kept(form, name, done(draft.data)))
        kind, answered = word(draft.data, "jenis"), done(draft.data)
        return redirect(address(key, steps.after(name, kind, answered)))
    status = 422 if form.is_bound else 200
    page = {"form": form, **frame(key, draft, name)}
    return render(request, "complaints/resident/step.html", page, status=status)


@public
@require_http_methods(["GET", "POST"])
@with_draft
def review(request: HttpRequest, key: str, draft: GuestDraft) -> HttpResponse:
    """Everything once more; sending it twice counts once."""
    if missing := steps.unanswered(word(draft.data, "jenis"), done(draft.data)):
        return redirect(address(key, missing))
    page = frame(key, draft, steps.REVIEW) | {"rows": _rows(key, draft), "flood": ""}
    page["photos"] = range(len(photos_in(draft.data)))
    is_unread = nobody_reads(word(draft.data, "jenis"), about_in(draft.data))
    page["outside"] = current_village() if is_unread else None
    if request.method == "GET":
        return render(request, "complaints/resident/review.html", page)
    if refused := refusal_to_send(request, draft):
        page["flood"] = refused
        return render(request, "complaints/resident/review.html", page, status=429)
    complaint = send_draft(key=key, draft=draft)
    count_sent(request)
    return redirect("complaints:filed", complaint.code.value)


def address(key: str, name: str) -> str:
    if name == steps.REVIEW:
        return reverse("complaints:review", args=[key])
    if name == steps.STORY:
        return reverse("complaints:story", args=[key])
    return reverse("complaints:question", args=[key, name])


def frame(key: str, draft: GuestDraft, name: str) -> dict[str, Any]:
    """What stands around every question."""
    kind = word(draft.data, "jenis")
    asked, earlier = steps.steps_for(kind), steps.before(name, kind)
    facts = {"number": asked.index(name) + 1, "count": len(asked)}
    return {
        "key": key,
        "title": _("Pertanyaan %(number)s dari %(count)s") % facts,
        "back_url": address(key, earlier) if earlier else "",
        "last": name == steps.REVIEW,
    }


def _kept(form: forms.Form, name: str, answered: frozenset[str]) -> dict[str, list[str]]:
    """The answers as typed, and that this question is answered."""
    data = form.cleaned_data
    typed = {field: [str(data[field])] if data[field] else [] for field in form.fields}
    return {**typed, "langkah": sorted({*answered, name})}


def _rows(key: str, draft: GuestDraft) -> list[dict[str, Any]]:
    """One row for each question, with the words of the chosen answer."""
    rows: list[dict[str, Any]] = []
    for name in steps.steps_for(word(draft.data, "jenis"))[:-1]:
        url = address(key, name)
        if name == steps.STORY:
            rows.append({"label": _("Cerita"), "value": word(draft.data, "cerita"), "url": url})
            continue
        for field, bound in FORMS[name]().fields.items():
            value = _said(bound, word(draft.data, field))
            if value:
                rows.append({"label": bound.label, "value": value, "url": url})
    return [{**row, "change": row["label"]} for row in rows]


def _said(field: forms.Field, value: str) -> str:
    if isinstance(field, forms.BooleanField):
        return _("Ya") if value else ""
    if not isinstance(field, forms.ChoiceField):
        return str(field.prepare_value(value))
    groups: Any = field.choices
    for option, label in groups:
        for each, words in label if isinstance(label, list) else [(option, label)]:
            if str(each) == value:
                return str(words)
    return ""
