"""Which people have an account."""

from __future__ import annotations

from collections.abc import Iterable

from vssid.apps.accounts.models import Account
from vssid.apps.accounts.policies import may_open_account
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


def people_with_account(actor: Actor, person_ids: Iterable[int]) -> frozenset[int]:
    """Those of ``person_ids`` who have one; for who may open accounts."""
    if not may_open_account(actor):
        raise NotAllowed
    found = Account.objects.filter(person_id__in=set(person_ids)).values_list("person_id", flat=True)
    return frozenset(person_id for person_id in found if person_id is not None)


def own_account(actor: Actor) -> int:
    """The id of the actor's own account; NotAllowed for who has none."""
    account_id = account_of_person(actor.person_id) if actor.person_id is not None else None
    if account_id is None:
        raise NotAllowed
    return account_id


def account_of_person(person_id: int) -> int | None:
    """For the product's own work; None for who has none, or a closed one."""
    return Account.objects.filter(person_id=person_id, is_active=True).values_list("pk", flat=True).first()
