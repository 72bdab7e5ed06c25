from desa.transparency.budgets.models.line import BudgetLine, BudgetName
from desa.transparency.budgets.models.mapping import ColumnMapping
from desa.transparency.budgets.models.publication import Activity, BudgetMedium
from desa.transparency.budgets.models.upload import BudgetUpload
from desa.transparency.budgets.models.version import BudgetFinding, BudgetVersion

__all__ = [
    "Activity",
    "BudgetFinding",
    "BudgetLine",
    "BudgetMedium",
    "BudgetName",
    "BudgetUpload",
    "BudgetVersion",
    "ColumnMapping",
]
