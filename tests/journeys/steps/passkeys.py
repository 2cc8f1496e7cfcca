"""A telephone that checks its holder and keeps passkeys: Chromium's virtual authenticator.

Keys are bound to a name, so the product must be called by one.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, CDPSession, Page


@dataclass
class Phone:
    """``page`` on the site by its name; ``authenticator``: what keeps its passkeys."""

    page: Page
    devtools: CDPSession
    authenticator: str

    def answers(self, *, at_once: bool) -> None:
        """Whether the holder's finger lies on the sensor."""
        asked = {"authenticatorId": self.authenticator, "enabled": at_once}
        self.devtools.send("WebAuthn.setAutomaticPresenceSimulation", asked)


def phone_of(context: BrowserContext) -> Phone:
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": _SENSOR})
    return Phone(page, devtools, made["authenticatorId"])


def add_passkey(page: Page) -> None:
    """Beside fresh proof of who it is; a first passkey comes with codes for when the telephone is lost."""
    page.click("form[data-passkey=create] .v-send")
    page.locator("main .v-codes").wait_for()


_SENSOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
