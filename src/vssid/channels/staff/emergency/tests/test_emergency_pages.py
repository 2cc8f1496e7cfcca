"""The pages of an emergency: no reason, no record; after some minutes no record either."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.cast.identities import Member

from vssid.channels.staff.cases.tests.conftest import AtDesk, at_desk
from vssid.kit import clock

__all__ = ["at_desk"]

EMERGENCY = "/staff/emergency/"
WHY = "Ngất tại quầy, cần gọi người nhà ngay."


def test_from_the_reason_to_the_end_of_the_minutes(
    lan: Member, minh: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    officer = at_desk(tuan)
    assert EMERGENCY in officer.get("/staff/").text
    short = officer.post(EMERGENCY, {"number": lan.insurance_number, "words": "gấp"})
    assert short.status_code == 422
    assert "at least 20 characters" in short.text
    assert lan.name not in short.text
    record = officer.post(EMERGENCY, {"number": lan.insurance_number, "words": WHY})["Location"]
    page = officer.get(record).text
    assert lan.name in page
    assert "a supervisor reviews it" in page
    chief = at_desk(minh, role="supervisor")
    assert chief.get(record).status_code == 404
    assert "Review of an emergency look" in chief.get("/staff/cases/").text
    with clock.pinned(now + timedelta(minutes=14)):
        assert officer.get(record).status_code == 200
    with clock.pinned(now + timedelta(minutes=16)):
        over = officer.get(record, follow=True)
    assert lan.name not in over.text
