"""VNeID of level 2 opens an account: at once, by rule; where the rule is not switched on, it fills in the
form and an officer decides."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import transaction

from vssid.apps.accounts.adoption import Adoption, Source
from vssid.apps.accounts.errors import EidWithoutAccount
from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.national_eid import NationalEid
from vssid.apps.accounts.ports import registration_desk
from vssid.apps.accounts.registrations.answers import Answers, Question
from vssid.apps.accounts.registrations.rows import row_of
from vssid.apps.accounts.registrations.states import State
from vssid.apps.accounts.registrations.unheld import unheld
from vssid.apps.accounts.registrations.vouching import vouch
from vssid.apps.accounts.services.begin_registration import begin_registration
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.open_account import open_account
from vssid.apps.accounts.services.save_answers import save_answers
from vssid.apps.notifications.services.notify import notify
from vssid.apps.people.selectors.home_office import home_office
from vssid.domain.values.actor import Actor
from vssid.domain.values.problem import marked
from vssid.domain.values.sentence import Sentence

CHANNEL = "vneid"
_RULE = "vneid"
_OPENED = Sentence(marked("The account is open: VNeID vouched for its holder."))
_STEPS = (Adoption.REGISTERED, Adoption.APPROVED, Adoption.ACTIVATED)


def vouches(eid: NationalEid) -> bool:
    """Whether the identity was shown at a level that counts as level 2 today."""
    return settings.VNEID is not None and eid.acr in settings.VNEID.acrs


@transaction.atomic
def open_by_eid(*, actor: Actor, eid: NationalEid, person_id: int, language: str, now: datetime) -> None:
    """For the one living person the identity fits. Raises EidWithoutAccount where the rule does not decide,
    AccountExists."""
    switched_on = settings.EID_OPENS_ACCOUNTS and registration_desk().decides(_RULE, now=now)
    if not (switched_on and vouches(eid)):
        raise EidWithoutAccount
    row = _decided(eid, person_id, language, now)
    number = registration_desk().settle(registration_id=row.pk, person_id=person_id, rule=_RULE, now=now)
    open_account(
        actor=actor,
        person_id=person_id,
        password=None,
        must_change_password=False,
        language=language,
        purpose="dossier",
        case=number,
        source=Source.EID,
        now=now,
    )
    office, _province = home_office(person_id)
    for event in _STEPS:
        count_adoption(
            event=event, now=now, channel=CHANNEL, language=language, source=Source.EID, office=office
        )
    notify(
        actor=actor,
        person_id=person_id,
        code="auth.account_opened",
        values={"outcome": _OPENED},
        key=number,
        now=now,
    )


def begin_by_eid(*, eid: NationalEid, network: str, language: str, now: datetime) -> str:
    """An ordinary registration with what the identity tells already answered; its token. The rest is asked as
    of everybody, and an officer decides. Raises EidWithoutAccount for a lower level: that vouches for
    nothing; TooManyRegistrations."""
    if not vouches(eid):
        raise EidWithoutAccount
    token = begin_registration(
        network=network, language=language, channel=CHANNEL, source=Source.EID, now=now
    )
    answers = {
        "number": eid.national_id,
        "full_name": eid.full_name,
        "born_on": eid.born_on.isoformat(),
    }
    save_answers(token=token, question=Question.NUMBER, changes=answers, now=now)
    vouch(row_of(token), Answers(**answers))
    return token


def _decided(eid: NationalEid, person_id: int, language: str, now: datetime) -> Registration:
    """There is nothing left to do with it."""
    answers = Answers(number=eid.national_id, full_name=eid.full_name, born_on=eid.born_on.isoformat())
    row = unheld(
        answers,
        person_id=person_id,
        channel=CHANNEL,
        source=Source.EID,
        language=language,
        now=now,
        state=State.ACTIVE,
        decided_at=now,
    )
    vouch(row, answers)
    return row
