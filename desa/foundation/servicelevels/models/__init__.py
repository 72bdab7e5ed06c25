from desa.foundation.servicelevels.models.case import ServiceCase, ServicePause
from desa.foundation.servicelevels.models.standard import ServiceStandard

__all__ = ["ServiceCase", "ServicePause", "ServiceStandard"]
