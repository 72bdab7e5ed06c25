"""What anyone may know of the village's money."""

from desa.transparency.budgets.published.changes import ChangePage, change_page
from desa.transparency.budgets.published.detail import DetailPage, akun_page, work_page
from desa.transparency.budgets.published.pages import BudgetPage, budget_page, year_page

__all__ = [
    "BudgetPage",
    "ChangePage",
    "DetailPage",
    "akun_page",
    "budget_page",
    "change_page",
    "work_page",
    "year_page",
]
