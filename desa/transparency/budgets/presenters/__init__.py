from desa.transparency.budgets.presenters.importing import IMPORTED
from desa.transparency.budgets.presenters.preparing import SENTENCES as PREPARED
from desa.transparency.budgets.presenters.preparing import WORDS, Step, steps

SENTENCES = {**IMPORTED, **PREPARED}

__all__ = ["SENTENCES", "WORDS", "Step", "steps"]
