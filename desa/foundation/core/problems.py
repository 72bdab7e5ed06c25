"""From what a value says (plain Indonesian templates) to what Django shows, in the reader's language."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from desa.foundation.core.values.errors import ValueProblem, ValueWarning


def validation_error(problem: ValueProblem) -> ValidationError:
    return ValidationError(
        gettext_lazy(problem.template), code=problem.code, params=problem.params or None
    )


def translated(said: ValueProblem | ValueWarning) -> str:
    text = gettext(said.template)
    return text % said.params if said.params else text
