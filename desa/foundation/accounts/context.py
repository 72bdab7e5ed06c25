from django.http import HttpRequest


def account(request: HttpRequest) -> dict[str, object]:
    return {
        "user": getattr(request, "user", None),
        "offices": getattr(request, "offices", frozenset()),
    }
