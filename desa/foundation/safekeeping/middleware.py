"""/healthz answers before a village is looked up, so that it also answers when the database is gone."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase

from desa.foundation.core.http.readonly import SAFE_METHODS
from desa.foundation.safekeeping.enums import Health
from desa.foundation.safekeeping.queries import readings, worst

PATH = "/healthz"


class Healthz:
    """Plain JSON for a monitor: 200 while the village can work, 503 when it cannot."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info != PATH or request.method not in SAFE_METHODS:
            return self.get_response(request)
        return self._answer()

    def _answer(self) -> HttpResponse:
        found = readings()
        status = worst(found)
        checks = {reading.name: _plain(reading.state, reading.value) for reading in found}
        response = JsonResponse(
            {"status": status.value, "checks": checks}, status=503 if status == Health.FAIL else 200
        )
        response.headers["Cache-Control"] = "no-store"
        return response


def _plain(state: Health, value: int | None) -> dict[str, str | int]:
    return {"state": state.value} if value is None else {"state": state.value, "value": value}
