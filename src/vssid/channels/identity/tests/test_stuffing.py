"""A list of stolen pairs gets no more tries than configured, learns nothing, and keeps nobody out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.test import Client
from tests.security.stuffing import Twins, stuff

from vssid.channels.identity.tests.conftest import LAN, MAI, SignIn
from vssid.kit import clock

NOBODYS = ("0194999991", "0194999992")


@pytest.mark.usefixtures("holders")
def test_a_list_of_stolen_pairs_is_replayed(lan: Client, sign_in: SignIn, now: datetime) -> None:
    lan.post("/accounts/logout/", {"next": "/accounts/login/"})
    twins = [
        Twins(holder.insurance_number, nobodys, holder.password)
        for holder, nobodys in zip((LAN, MAI), NOBODYS, strict=True)
    ]
    seen = stuff(twins, passwords=settings.SIGN_IN_TRIES, networks=4, now=now)
    numbers = [number for pair in twins for number in (pair.known, pair.unknown)]
    assert seen.hashed == dict.fromkeys(numbers, settings.SIGN_IN_TRIES)
    assert seen.told_apart == seen.opened == set()
    with clock.pinned(now + timedelta(minutes=4)):
        assert sign_in(Client(), LAN.insurance_number, LAN.password).status_code == 429
        assert sign_in(lan, LAN.insurance_number, LAN.password).status_code == 302
