from desa.foundation.papers.actions.attaching import attach, attach_if_possible
from desa.foundation.papers.actions.ending import replace, void
from desa.foundation.papers.actions.numbering import number_paper, start_register_at
from desa.foundation.papers.actions.settings import save_policy, store_emblem

__all__ = [
    "attach",
    "attach_if_possible",
    "number_paper",
    "replace",
    "save_policy",
    "start_register_at",
    "store_emblem",
    "void",
]
