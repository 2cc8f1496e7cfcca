"""Switches a channel of a topic on or off; the inbox gets everything whatever is chosen."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from vssid.apps.audit.services.record_access import record_access
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.apps.notifications.errors import NoSuchChoice
from vssid.apps.notifications.models import NoticeChoice
from vssid.apps.notifications.selectors.choices import Freedom, choices
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import NotAllowed


def choose_notices(*, actor: Actor, wanted: Collection[tuple[str, str]], now: datetime) -> None:
    """``wanted``: every (topic, channel) that is to be on; what can be chosen and is not among them is off.

    Raises NoSuchChoice for a pair that does not exist.
    """
    if actor.person_id is None:
        raise NotAllowed
    offered = {(str(one.topic), str(one.channel)): one for one in choices(actor)}
    if not set(wanted) <= offered.keys():
        raise NoSuchChoice
    free = {pair for pair, one in offered.items() if one.freedom is not Freedom.NONE}
    changed = {pair for pair in free if offered[pair].wanted != (pair in wanted)}
    with transaction.atomic():
        for topic, channel in sorted(changed):
            NoticeChoice.objects.update_or_create(
                person_id=actor.person_id,
                topic=topic,
                channel=channel,
                defaults={"wanted": (topic, channel) in wanted},
            )
        if changed:
            record_access(
                actor=actor,
                person_id=actor.person_id,
                action=Action.CHANGE,
                data_group=DataGroup.ACCOUNT,
                purpose=Purpose.OWN,
                now=now,
            )
