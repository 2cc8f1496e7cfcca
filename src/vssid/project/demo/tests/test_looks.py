"""The demonstration's looks stand in Lan's log, as of others and in the past."""

from datetime import datetime

import pytest
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.audit.selectors.entries import entries
from vssid.project.demo.looks import record_looks


@pytest.mark.django_db
def test_lan_sees_who_looked(lan: Member, now: datetime) -> None:
    assert record_looks(now=now) == 4
    shown = [entry for day in entries(citizen(lan), now=now).days for entry in day.entries]
    assert [entry.name for entry in shown] == [
        "Phòng khám An Phú",
        "BHXH cơ sở Hồ Sen",
        "Công ty TNHH May Hoa Chanh",
        "Bệnh viện Hoa Ban",
    ]
    assert all(entry.at < now for entry in shown)
