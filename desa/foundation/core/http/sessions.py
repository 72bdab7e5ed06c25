"""Sessions exist for the office only: a public GET neither reads nor sets their cookie."""

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse


class OfficeSession(SessionMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Without Django's `Vary: Cookie` on pages that never touched the session."""
        vary = response.headers.get("Vary")
        answer = super().process_response(request, response)
        if not request.session.accessed and vary is None and "Vary" in answer.headers:
            del answer.headers["Vary"]
        return answer
