"""Trades a sign-in session for a short token of the API."""

from __future__ import annotations

from datetime import datetime

from vssid.apps.accounts.api_tokens import LIFETIME, token_for
from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed


def issue_api_token(*, actor: Actor, now: datetime) -> tuple[str, datetime]:
    """The token and the moment it ends. The look is logged here: reads with the token write nothing.

    NotAllowed for anybody but a citizen.
    """
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        raise NotAllowed
    until = (now + LIFETIME).replace(microsecond=0)
    record_access(
        actor=actor,
        person_id=actor.person_id,
        action=Action.ISSUE,
        data_group=DataGroup.SUMMARY,
        purpose=Purpose.OWN,
        now=now,
    )
    return token_for(actor, until=until), until
