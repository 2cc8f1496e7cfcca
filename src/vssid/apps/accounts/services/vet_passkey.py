"""The second officer confirms the passkey a visitor has just added: it proves as much as VNeID from now."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from vssid.apps.accounts.counter.errors import PasskeyOutsideVisit
from vssid.apps.accounts.counter.visits import Purpose, confirmed_visit, log_visit, tell_of_visit
from vssid.apps.accounts.models import Account
from vssid.apps.accounts.selectors.factors import passkey_id
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence
from vssid.kit.public_ids import find_by_public_id


def vet_passkey(*, actor: Actor, visit: str, passkey: str, now: datetime) -> None:
    """``passkey``: the public id of one the visitor added since the visit began, on their own device.

    The officer who opened the visit does not confirm it. Raises NotAllowed, NotFound, PasskeyOutsideVisit.
    """
    row = confirmed_visit(actor, visit, purpose=Purpose.PASSKEY, now=now)
    account = Account.objects.get(person_id=row.person_id)
    with transaction.atomic():
        added = Authenticator.objects.select_for_update().filter(
            user_id=account.pk, type=Authenticator.Type.WEBAUTHN, created_at__gte=row.opened_at
        )
        found = find_by_public_id(passkey, added, passkey_id)
        if found is None:
            raise PasskeyOutsideVisit
        found.data["vetted"] = True
        found.save(update_fields=["data"])
        log_visit(actor, row.person_id, action="change", now=now)
        what = Sentence(marked("the passkey %(name)s was confirmed"), {"name": found.data["name"]})
        tell_of_visit(actor, row.person_id, what, now=now)
