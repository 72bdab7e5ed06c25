from desa.transparency.regulations.models.regulation import Regulation
from desa.transparency.regulations.models.ties import BudgetLine, Member, Relation

__all__ = ["BudgetLine", "Member", "Regulation", "Relation"]
