"""Pages of the office, by the task they serve."""

from desa.services.letters.views.office import approval, counter, letter

__all__ = ["approval", "counter", "letter"]
