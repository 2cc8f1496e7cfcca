"""What a second officer confirms, by what the visitor asks for: the words around it, and the service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vssid.apps.accounts.counter.rules import visit_rules
from vssid.apps.accounts.counter.visits import Purpose
from vssid.apps.accounts.holds import HoldKind, hold_rules
from vssid.apps.accounts.services.drop_lost_factors import drop_lost_factors
from vssid.apps.accounts.services.open_payout_again import open_payout_again
from vssid.apps.accounts.services.see_visitor import see_visitor
from vssid.apps.accounts.services.start_reset_at_counter import confirm_new_contact

Text = str | Promise
_AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Done:
    """``untold``: the text where no contact of the visitor could be told. Placeholders: see
    :func:`words_of_rules`."""

    title: Text
    text: Text
    untold: Text = ""


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


def words_of_rules() -> dict[str, int]:
    """Hours, as the texts name them. ``held``: after a reset; ``seen_again``: from a change nobody was told
    of to the visit that opens the payout account."""
    held = hold_rules()[HoldKind.AFTER_RESET].lasts
    if held is None:
        raise ValueError(
            "holds.toml: the pages of the counter say how long a reset closes the payout account"
        )
    return {"held": held // _AN_HOUR, "seen_again": visit_rules().seen_again_after // _AN_HOUR}


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
                "The visitor signs in with password and a code by message. For %(held)s hours the payout "
                "account cannot be changed. After that a change asks for VNeID, or for a passkey that is "
                "added and confirmed in a visit of its own."
            ),
            untold=_(
                "No contact is on file: the visitor signs in with VNeID, or names a contact in a visit for a "
                "new password. The payout account stays closed until two officers see the visitor again, in "
                "a visit that begins %(seen_again)s hours later or more."
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
