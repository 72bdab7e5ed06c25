"""What anyone may know of the village's money."""

from desa.transparency.budgets.published.changes import ChangePage, change_page
from desa.transparency.budgets.published.detail import DetailPage, akun_page, work_page
from desa.transparency.budgets.published.pages import BudgetPage, budget_page, year_page
from desa.transparency.budgets.queries.asking import KIND
from desa.transparency.budgets.queries.files import PublicFile, data_file, medium_file

__all__ = [
    "KIND",
    "BudgetPage",
    "ChangePage",
    "DetailPage",
    "PublicFile",
    "akun_page",
    "budget_page",
    "change_page",
    "data_file",
    "medium_file",
    "work_page",
    "year_page",
]
