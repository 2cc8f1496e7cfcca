"""How the person wants pages to look and speak."""

from __future__ import annotations

from dataclasses import dataclass

from vssid.apps.accounts.models import Account
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


@dataclass(frozen=True, slots=True)
class Preferences:
    """``theme``: auto, light or dark; ``text_size`` in percent of the browser's; ``eases``: what is on."""

    language: str
    theme: str
    text_size: int
    eases: tuple[str, ...] = ()


def preferences(actor: Actor) -> Preferences:
    """NotAllowed for a visitor."""
    if actor.person_id is None:
        raise NotAllowed
    return preferences_of(Account.objects.get(person_id=actor.person_id))


def preferences_of(account: Account) -> Preferences:
    """No statement: the account is at hand."""
    return Preferences(
        account.language, account.theme, account.text_size, tuple(filter(None, account.eases.split(".")))
    )
