"""What a second officer confirms, by what the visitor asks for: the words around it, and the service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.counter.visits import Purpose
from vssid.apps.accounts.services.drop_lost_factors import drop_lost_factors
from vssid.apps.accounts.services.open_payout_again import open_payout_again
from vssid.apps.accounts.services.see_visitor import see_visitor
from vssid.apps.accounts.services.start_reset_at_counter import confirm_new_contact

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Done:
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Confirmed:
    """``waits``: what the first officer reads meanwhile; ``look``: what the second is asked to look at.
    ``goes_on``: the second officer has more to do in the visit."""

    service: Callable[..., None]
    look: Text
    button: Text
    said: Text
    waits: Text = ""
    done: Done | None = None
    goes_on: bool = False


CONFIRMED = {
    Purpose.PASSWORD: Confirmed(
        confirm_new_contact,
        look=_(
            "The visitor names a contact that is not on file. Look at the visitor and the paper, and ask "
            "where the old contact went. If there is one, it is told."
        ),
        button=_("Confirm, send the code"),
        said=_("Confirmed. The code is on its way."),
    ),
    Purpose.PASSKEY: Confirmed(
        see_visitor,
        look=_(
            "The visitor wants a passkey that proves as much as VNeID. Look at the visitor and the paper. "
            "Then the visitor adds the passkey, and it is confirmed here."
        ),
        button=_("Visitor and paper seen"),
        said=_("Confirmed. Now the visitor adds the passkey."),
        waits=_(
            "After that the visitor can add the passkey, and the second officer confirms it. The visit "
            "stands in the list of the supervisors of this office."
        ),
        goes_on=True,
    ),
    Purpose.FACTORS: Confirmed(
        drop_lost_factors,
        look=_(
            "The visitor says that passkeys and app are lost. Look at the visitor and the paper. All of "
            "them are removed, and every device is signed out."
        ),
        button=_("Confirm, remove them"),
        said=_("Removed. The visitor is told."),
        waits=_(
            "Every passkey, the app and the recovery codes of the account are removed, and every device is "
            "signed out. The password stays. The visit stands in the list of the supervisors of this office."
        ),
        done=Done(
            _("Lost passkeys and the app are removed"),
            _(
                "The visitor signs in with password and a code by message, and can add a new passkey in a "
                "visit of its own. For 72 hours the payout account cannot be changed."
            ),
        ),
    ),
    Purpose.PAYOUT: Confirmed(
        open_payout_again,
        look=_(
            "A new contact was named when no earlier one could be told, and the payout account has been "
            "closed since. Look at the visitor and the paper, and ask whether the change was theirs."
        ),
        button=_("Confirm, open the payout account"),
        said=_("Opened. The visitor is told."),
        waits=_(
            "Then the visitor can change the payout account again. The visit stands in the list of the "
            "supervisors of this office."
        ),
        done=Done(
            _("The payout account can be changed again"),
            _("The visitor changes it in the app, with VNeID or a confirmed passkey."),
        ),
    ),
}
