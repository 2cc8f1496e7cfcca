"""Notices, what is sent of them, what people chose, and the browsers that take push messages."""

from vssid.apps.notifications.models.addressed_message import AddressedMessage
from vssid.apps.notifications.models.delivery import Delivery
from vssid.apps.notifications.models.notice import Notice
from vssid.apps.notifications.models.notice_choice import NoticeChoice
from vssid.apps.notifications.models.push_subscription import PushEndpoint, PushSubscription
from vssid.apps.notifications.models.round import Round

__all__ = [
    "AddressedMessage",
    "Delivery",
    "Notice",
    "NoticeChoice",
    "PushEndpoint",
    "PushSubscription",
    "Round",
]
