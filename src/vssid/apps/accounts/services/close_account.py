"""The days to keep an account are over: everything that opened it ends, and with it the account.

What stays is not the account's: the record, its log, papers, cases. The number then answers like one that
never had an account, and its person may register again.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import Q

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.delegations.telling import ENDED, log_step, tell_other_side
from vssid.apps.accounts.holds import Act as Held
from vssid.apps.accounts.models import (
    Account,
    ClosedAccount,
    Delegation,
    ImportedAccount,
    ResetAttempt,
)
from vssid.apps.accounts.roles import staff_roles
from vssid.apps.accounts.sealed_contacts import erase_contacts
from vssid.apps.accounts.selectors.holds import closed
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.end_sessions import end_all_sessions
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.notifications.ports import contact_book, senders
from vssid.apps.notifications.services.send_addressed import write_to
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.contacts import names_for
from vssid.domain.values.actor import Actor, ActorKind
from vssid.kit.clock import VIETNAM


def close_account(*, person_id: int, now: datetime) -> bool:
    """Belongs into the transaction that ends what other apps keep for the account. False: it was kept by now,
    is switched off or used for work, or something that happened meanwhile holds it."""
    due = Account.objects.select_for_update().filter(person_id=person_id, is_active=True, closes_at__lte=now)
    account = due.first()
    if account is None or account.role in staff_roles() or closed(account.pk, Held.CLOSE, now=now):
        return False
    closing = Actor(kind=ActorKind.SYSTEM, id="closing", person_id=person_id, channel="web")
    _tell_contacts(person_id, now)
    _end_delegations(closing, person_id, now)
    end_all_sessions(actor=closing, now=now)
    # evidence of attacks, from now on nobody's
    ResetAttempt.objects.filter(account=account).update(account=None)
    log_own_change(actor=closing, now=now)
    count_adoption(event=Adoption.CLOSED, channel=closing.channel, language=account.language, now=now)
    transaction.on_commit(partial(erase_contacts, [account.pk]))
    account.delete()
    ImportedAccount.objects.filter(person_id=person_id).delete()
    ClosedAccount.objects.update_or_create(person_id=person_id, defaults={"closed_at": now})
    return True


def _tell_contacts(person_id: int, now: datetime) -> None:
    """To the addresses themselves: with the account they are forgotten, and nobody reads its inbox."""
    readers = contact_book().readers([person_id], today=now.astimezone(VIETNAM).date())
    for contact in contact_book().contacts(list(readers.values())).values():
        for channel, address in ((Channel.SMS, contact.phone), (Channel.EMAIL, contact.email)):
            if address and channel in senders():
                write_to(
                    code="auth.account_closed",
                    values={"at": now},
                    channel=channel,
                    address=address,
                    language=contact.language,
                    now=now,
                )


def _end_delegations(actor: Actor, person_id: int, now: datetime) -> None:
    sides = Q(giver_id=person_id) | Q(receiver_id=person_id)
    name = names_for(actor, [person_id]).get(person_id, "")
    for row in Delegation.objects.filter(sides, ended_at=None):
        row.ended_at, row.ended_by = now, "giver" if row.giver_id == person_id else "receiver"
        row.save(update_fields=["ended_at", "ended_by"])
        log_step(row, actor=actor, actor_name=name, now=now)
        if row.accepted_at is not None:
            tell_other_side(row, ENDED, of=person_id, now=now)
