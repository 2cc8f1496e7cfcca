"""What stands between a right password and the session: on a new device, a second thing.

Until it is shown nobody is signed in: the session holds who is waiting, and lets go of it after some minutes.
"""

from __future__ import annotations

from typing import Any

from allauth.account.internal.stagekit import stash_login
from allauth.account.stages import LoginStage, LoginStageController
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from vssid.apps.accounts.assurance.proofs import assurance_of
from vssid.apps.accounts.selectors.devices import is_known_device
from vssid.apps.accounts.selectors.staff import was_just_activated
from vssid.channels.identity.caller import device_token
from vssid.channels.identity.proofs import proofs_of
from vssid.domain.values.actor import Assurance
from vssid.kit import clock


class NewDevice(LoginStage):
    """Let through: whoever showed more than a password, devices the account was used on before, and staff on
    their way from activation to their first passkey."""

    key = "new_device"
    urlname = "new_device"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        if self._is_enough():
            return None, True
        return HttpResponseRedirect(reverse(self.urlname)), True

    def is_resumable(self, request: HttpRequest) -> bool:
        """The sign-in page stays open meanwhile: somebody else may want to sign in."""
        return False

    def keep(self) -> None:
        """What was written into ``state`` is there at the next request."""
        stash_login(self.request, self.login)

    def _is_enough(self) -> bool:
        account: Any = self.login.user
        return (
            not settings.NEW_DEVICE_ASKS
            or assurance_of(proofs_of(self.request, account)) >= Assurance.MEDIUM
            or is_known_device(account.pk, device_token(self.request))
            or was_just_activated(account, now=clock.now())
        )


def waiting_at_new_device(request: HttpRequest) -> NewDevice | None:
    """Who has given the password and not yet the second thing; None when nobody waits."""
    if request.user.is_authenticated:
        return None
    stage: NewDevice | None = LoginStageController.enter(request, NewDevice.key)
    return stage
