"""The operator signs out one person, or everybody."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from django.test import Client

from vssid.apps.accounts.models import EndedSession, KnownDevice
from vssid.apps.accounts.services.end_sessions import end_sessions_of_everybody
from vssid.apps.audit.models import AccessEvent
from vssid.channels.identity.tests.conftest import LAN, MAI, SignIn
from vssid.domain.values.actor import ANONYMOUS
from vssid.domain.values.problem import NotAllowed
from vssid.kit import clock
from vssid.project.commands.sessions import command

DEVICES = "/me/settings/devices/"


@pytest.fixture
def mai(holders: None, sign_in: SignIn) -> Client:
    browser = Client()
    assert sign_in(browser, MAI.insurance_number, MAI.password).status_code == 302
    return browser


def ended(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["end", *arguments])


def test_of_one_person_with_the_tokens_and_known_devices(lan: Client, mai: Client) -> None:
    assert ended(LAN.national_id).output == "sessions ended: 1\n"
    assert lan.get(DEVICES).status_code == 302
    assert mai.get(DEVICES).status_code == 200
    assert EndedSession.objects.count() == 1
    assert not KnownDevice.objects.filter(account__person_id=LAN.person_id).exists()
    assert AccessEvent.objects.filter(person_id=LAN.person_id, purpose="security").exists()


def test_of_everybody(lan: Client, mai: Client) -> None:
    assert ended("--everybody").output == "sessions ended: 2\n"
    assert {browser.get(DEVICES).status_code for browser in (lan, mai)} == {302}
    assert ended("--everybody").output == "sessions ended: 0\n"


@pytest.mark.usefixtures("holders")
def test_one_of_both_is_said_and_the_number_must_be_on_record() -> None:
    assert "give a number" in ended().output
    assert "give a number" in ended(LAN.national_id, "--everybody").output
    assert "nobody on record" in ended("0190000001").output
    assert "digits" in ended("12").output


@pytest.mark.usefixtures("holders")
def test_nobody_else_may() -> None:
    with pytest.raises(NotAllowed):
        end_sessions_of_everybody(actor=ANONYMOUS, now=clock.now())
