"""What may stand in the way of handing out a record."""

from __future__ import annotations

from vssid.domain.values.problem import TooMany, marked


class TooManyCopies(TooMany):
    code = "too_many_copies"
    sentence = marked("Three copies were made today. The next can be made tomorrow.")


class TooManyChanges(TooMany):
    code = "too_many_changes"
    sentence = marked("This was changed many times today. It can be changed again tomorrow.")
