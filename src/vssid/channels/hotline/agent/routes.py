"""The way a call came is the way its answers and requests go: an edge that stays in the call needs it."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from aiosipua.dialog import Dialog, create_dialog_from_request
from aiosipua.message import SipRequest, SipResponse


class RoutedDialog(Dialog):  # type: ignore[misc]  # the library is untyped here
    """Answers to an INVITE repeat its Record-Route (RFC 3261, 12.1.1), or no ACK finds its way back."""

    def create_response(self, request: SipRequest, *told: Any, **more: Any) -> SipResponse:
        response = super().create_response(request, *told, **more)
        if request.method == "INVITE":
            for route in request.headers.get("record-route"):
                response.headers.append("Record-Route", route)
        return response


def dialog_of(request: SipRequest) -> RoutedDialog:
    """Of a call to us: its route stands in the order of the request; the library turns it round."""
    made = create_dialog_from_request(request)
    dialog = RoutedDialog(**{field.name: getattr(made, field.name) for field in fields(made) if field.init})
    dialog.route_set = list(request.headers.get("record-route"))
    return dialog
