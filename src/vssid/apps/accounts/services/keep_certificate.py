"""The paper of a request for a child, photographed again: it takes the place of the photo before."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.child_requests.photos import put_certificate
from vssid.apps.accounts.registrations.photos import received_photo


def keep_certificate(*, request_id: int, photo: bytes, now: datetime) -> None:
    """Nothing of the file is kept but its pixels. In the transaction of the answer. Raises NoPhoto,
    PhotoTooSmall."""
    put_certificate(request_id, received_photo(photo), now=now)
