"""Form parts for safe sending and for finding a half-filled form again."""

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from desa.foundation.intake.models import Draft

TORN = _("Formulir ini tidak lengkap terkirim. Muat ulang halaman ini, lalu kirim lagi.")


class IdempotentForm(forms.Form):
    """Carries the key that makes sending it twice count once; mixes with ModelForm too.

    The server makes the key when the form is first shown, so it must not stand on a public page
    that is opened by GET: those bytes are shared. There the POST that shows the summary shows it.
    """

    kirim_id = forms.UUIDField(
        initial=uuid4,
        widget=forms.HiddenInput,
        error_messages={"required": TORN, "invalid": TORN},
    )

    @property
    def submission_key(self) -> UUID:
        """For intake.actions.once(); after is_valid()."""
        key: UUID = self.cleaned_data["kirim_id"]
        return key


def restore(form: forms.BaseForm, draft: Draft | None) -> None:
    """Fill an unsent form with its draft, as it was typed, mistakes included.

    Hidden fields keep what the server says; files and passwords are in no draft.
    """
    if draft is None:
        return
    typed = MultiValueDict(draft.data)
    for name, field in form.fields.items():
        widget = field.widget
        if widget.is_hidden or widget.needs_multipart_form or _is_password(widget):
            continue
        form.initial[name] = _typed_value(widget, typed, form.add_prefix(name))


def _is_password(widget: forms.Widget) -> bool:
    return isinstance(widget, forms.PasswordInput)


def _typed_value(widget: forms.Widget, typed: "MultiValueDict[str, str]", name: str) -> Any:
    return widget.value_from_datadict(typed, MultiValueDict(), name)
