"""Forms in the house style (setting FORM_RENDERER)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm, BoundField, Field
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.translation import gettext as _


def in_our_words(form: BaseForm) -> None:
    """Leave out `required`: the browser's own bubble would come before our sentence, in its language."""
    form.use_required_attribute = False


def has_picks(bound: BoundField) -> bool:
    """Radio buttons and check boxes are rows to press, everything else is a box."""
    return getattr(bound.field.widget, "input_type", "") in {"radio", "checkbox"}


def _left_empty(bound: BoundField) -> str:
    """Django's sentence is the same for every field; ours says which one."""
    words = {"label": bound.label}
    if has_picks(bound) and not bound.use_fieldset:
        return _("Centang dulu: %(label)s") % words
    if bound.label.endswith("?"):
        return _("“%(label)s” belum dijawab.") % words
    return _("%(label)s belum diisi.") % words


def problems(bound: BoundField) -> list[str]:
    """What is wrong with a field, in whole sentences."""
    problems: list[ValidationError] = bound.form.errors.as_data().get(bound.name, [])
    usual = Field.default_error_messages["required"]
    return [
        _left_empty(bound) if message == usual else str(message)
        for problem in problems
        for message in problem.messages
    ]


class UiRenderer(DjangoTemplates):
    """Makes `{{ form }}` and `{{ field.as_field_group }}` use the parts of the design system."""

    form_template_name = "parts/form.html"
    field_template_name = "parts/field.html"

    def render(
        self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None
    ) -> str:
        if "form" in context:
            in_our_words(context["form"])
        return super().render(template_name, context, request)
