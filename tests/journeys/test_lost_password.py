"""The password is lost: back by text message, by e-mail, and without any password by VNeID."""

from __future__ import annotations

import pytest

from tests.environment.browser import OpenContext, arrive
from tests.environment.demonstration import Demonstration
from tests.environment.nights import at_night
from tests.journeys.steps.doors import on_the_telephone, to_vneid
from tests.journeys.steps.recovering import recover

NEW = "nam-chiec-la-tren-mai"
ASKING = [("ja", "email", "haruka"), ("en", "sms", "grace")]
LOCKED_OUT = {person for *_, person in ASKING}


@pytest.mark.parametrize(
    ("language", "channel", "person"), [ASKING[0], pytest.param(*ASKING[1], marks=at_night)]
)
def test_back_by_a_code(
    demonstration: Demonstration, new_context: OpenContext, language: str, channel: str, person: str
) -> None:
    login = demonstration.logins[person]
    address = login["phone"][-9:] if channel == "sms" else f"{person}@vssid.example"
    recover(
        new_context(language).new_page(),
        demonstration,
        channel=channel,
        address=address,
        number=login["insurance_number"],
        password=NEW,
        name=f"{language}-recover-{channel}",
    )


def test_back_without_a_password(with_vneid: Demonstration, new_context: OpenContext) -> None:
    page = new_context("en", base_url=with_vneid.address).new_page()
    page.goto("/accounts/recover/")
    to_vneid(page)
    on_the_telephone(page, "lan")
    arrive(page, "/me/*")
