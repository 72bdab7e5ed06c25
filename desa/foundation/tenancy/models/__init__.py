from desa.foundation.tenancy.models.area import Area
from desa.foundation.tenancy.models.calendar import Holiday, OpeningHours
from desa.foundation.tenancy.models.owned import Removable, VillageOwned
from desa.foundation.tenancy.models.village import UNNAMED_CODE, Village

__all__ = [
    "UNNAMED_CODE",
    "Area",
    "Holiday",
    "OpeningHours",
    "Removable",
    "Village",
    "VillageOwned",
]
