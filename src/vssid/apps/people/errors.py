"""What stands in the way of finding somebody on record."""

from __future__ import annotations

from vssid.domain.values.problem import NotFound, marked


class NobodyOnRecord(NotFound):
    """For staff alone: at the doors of everybody a number nobody has is answered like any other."""

    code = "nobody_on_record"
    sentence = marked("Nobody on record has this number. Check it, then try again.")
    status = 422
