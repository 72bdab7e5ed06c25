"""Forms in the house style (setting FORM_RENDERER)."""

from django.forms.renderers import DjangoTemplates


class UiRenderer(DjangoTemplates):
    """Makes `{{ form }}` and `{{ field.as_field_group }}` use the parts of the design system."""

    form_template_name = "parts/form.html"
    field_template_name = "parts/field.html"
