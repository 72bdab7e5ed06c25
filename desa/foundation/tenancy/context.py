from django.http import HttpRequest

from desa.foundation.tenancy.scope import current_village_or_none


def village(request: HttpRequest) -> dict[str, object]:
    return {"village": current_village_or_none()}
