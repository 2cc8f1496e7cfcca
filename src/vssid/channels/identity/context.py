"""What every template may ask about who is signed in."""

from django.http import HttpRequest


def signed_in(request: HttpRequest) -> dict[str, object]:
    return {}
