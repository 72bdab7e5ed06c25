from desa.transparency.budgets.forms.importing import (
    ColumnsForm,
    TakeForm,
    UploadForm,
)
from desa.transparency.budgets.forms.preparing import (
    AcceptForm,
    CarrierForm,
    DescribeForm,
    carrier_forms,
)

__all__ = [
    "AcceptForm",
    "CarrierForm",
    "ColumnsForm",
    "DescribeForm",
    "TakeForm",
    "UploadForm",
    "carrier_forms",
]
