"""Addresses of the channels that have one: e-mail addresses and telephone numbers."""

from __future__ import annotations

from vssid.apps.notifications.vocabulary import Channel
from vssid.domain.identifiers import email, phone


def masked(address: str, channel: Channel) -> str:
    """``l…@vssid.example``, ``…345``; empty for none."""
    mask = email.mask if channel is Channel.EMAIL else phone.mask
    return mask(address) if address else ""
