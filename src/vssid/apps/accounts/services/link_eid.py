"""One national e-ID, one person: whose account an identity opens, and how the two come together.

Never by telephone, e-mail or name alone: by the citizen number with name and birth date, once. From then on
the link decides.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.db.models import Q

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.errors import (
    AccountExists,
    EidAccountClosed,
    EidOfAnother,
    EidReplaced,
    EidUnmatched,
    TooManyEidMatches,
)
from vssid.apps.accounts.holds import Act
from vssid.apps.accounts.models import Account, UnmatchedEid
from vssid.apps.accounts.national_eid import PROVIDER, NationalEid
from vssid.apps.accounts.ports import eid_desk
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.log_own_change import log_own_change
from vssid.apps.accounts.services.open_by_eid import open_by_eid
from vssid.apps.accounts.services.place_hold import lift_holds
from vssid.apps.accounts.unmatched_eids import granted_to, seal_told, subject_of, told_by
from vssid.apps.limits.services.clear_tries import clear_tries
from vssid.apps.limits.services.try_hit import try_hit
from vssid.apps.notifications.services.notify import notify
from vssid.apps.people.selectors.matching import match_citizen
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed

_SYSTEM = Actor(kind=ActorKind.SYSTEM, id=PROVIDER, channel="web")
_MATCHING, _MATCHES, _MATCHING_WINDOW = "eid_matching", 5, timedelta(hours=6)


@dataclass(frozen=True, slots=True)
class Entered:
    """``opened``: the account is new, so nobody has said yet where its holder is reached."""

    account_id: int
    opened: bool = False


def account_of_eid(*, eid: NationalEid, now: datetime, language: str = "vi", channel: str = "web") -> Entered:
    """The account that ``eid`` opens, linked now if it was not. ``language``: of one that is new.

    Takes no actor: before this, nobody is anybody. Raises EidUnmatched, EidWithoutAccount, EidAccountClosed,
    EidReplaced, TooManyEidMatches.
    """
    account, opened = _linked_account(eid), False
    if account is None:
        person_id = _person_of(eid, now)
        opened = _opened(eid, person_id, language, now)
        account = _linked_now(eid, Account.objects.get(person_id=person_id), channel, now)
    if not account.is_active:
        raise EidAccountClosed
    lift_holds(account_id=account.pk, act=Act.RESET)
    return Entered(account.pk, opened)


def link_eid(*, actor: Actor, eid: NationalEid, now: datetime) -> None:
    """Links the account of whoever is signed in. Raises as :func:`account_of_eid`, and EidOfAnother."""
    if actor.person_id is None:
        raise NotAllowed
    linked = _linked_account(eid)
    if (linked.person_id if linked else _person_of(eid, now)) != actor.person_id:
        raise EidOfAnother
    if linked is None:
        _linked_now(eid, Account.objects.get(person_id=actor.person_id), actor.channel, now)


def _linked_account(eid: NationalEid) -> Account | None:
    """An identity that now names another citizen number is matched anew: it may have changed hands."""
    link = SocialAccount.objects.filter(provider=PROVIDER, uid=eid.digest).select_related("user").first()
    if link is None or link.extra_data.get("number_digest") != eid.number_digest:
        return None
    SocialAccount.objects.filter(pk=link.pk).update(extra_data=eid.stored())
    account: Account = link.user
    return account


def _person_of(eid: NationalEid, now: datetime) -> int:
    """The one person on record. Counted first: an identity cannot be tried against the record at leisure."""
    verdict = try_hit(
        kind=_MATCHING, subject=eid.digest, limit=_MATCHES, window=_MATCHING_WINDOW, now=now, growth=1
    )
    verdict.pass_or(TooManyEidMatches, now=now)
    granted = granted_to(eid, now=now)
    if granted is not None:
        return granted
    match = match_citizen(_SYSTEM, national_id=eid.national_id, full_name=eid.full_name, born_on=eid.born_on)
    if len(match.fitting) != 1:
        why = "several" if match.fitting else "particulars" if match.holders else "nobody"
        _for_officers(eid, why, match.holders[0] if len(match.holders) == 1 else None, now)
        raise EidUnmatched
    clear_tries(kind=_MATCHING, subject=eid.digest)
    return match.fitting[0]


def _opened(eid: NationalEid, person_id: int, language: str, now: datetime) -> bool:
    """Whether the person got an account now."""
    if Account.objects.filter(person_id=person_id).exists():
        return False
    with suppress(AccountExists):  # a second tab was a moment faster
        open_by_eid(actor=_SYSTEM, eid=eid, person_id=person_id, language=language, now=now)
        return True
    return False


def _linked_now(eid: NationalEid, account: Account, channel: str, now: datetime) -> Account:
    """Under the account's lock: two identities cannot both become its one."""
    person_id = account.person_id
    if person_id is None:
        raise NotAllowed
    with transaction.atomic():
        held = Account.objects.select_for_update().get(pk=account.pk)
        if granted_to(eid, now=now) == person_id:
            # two officers have looked: the identity before gives way, and the leave is used up
            SocialAccount.objects.filter(provider=PROVIDER, user=held).exclude(uid=eid.digest).delete()
            UnmatchedEid.objects.filter(eid_digest=eid.digest).update(granted_id=None, granted_until=None)
        links = SocialAccount.objects.filter(Q(user=held) | Q(uid=eid.digest), provider=PROVIDER)
        standing = {(link.user_id, link.uid) for link in links}
        if not standing:
            SocialAccount.objects.create(
                provider=PROVIDER, uid=eid.digest, user=held, extra_data=eid.stored()
            )
            _say(person_id, eid, now)
            count_adoption(
                event=Adoption.EID_LINKED,
                now=now,
                channel=channel,
                language=held.language,
                source=held.source,
            )
        elif standing == {(held.pk, eid.digest)}:
            # linked by a second tab at this very moment, or the person has a new number
            links.update(extra_data=eid.stored())
            return held
    if standing:
        _for_officers(eid, "other_link", person_id, now)
        raise EidReplaced
    return held


def _say(person_id: int, eid: NationalEid, now: datetime) -> None:
    themselves = Actor(kind=ActorKind.CITIZEN, id=str(person_id), person_id=person_id, channel="web")
    log_own_change(actor=themselves, now=now)
    notify(
        actor=_SYSTEM,
        person_id=person_id,
        code="auth.eid_linked",
        values={"at": now},
        key=f"{eid.digest} {now.isoformat()}",
        now=now,
    )


def _for_officers(eid: NationalEid, why: str, person_id: int | None, now: datetime) -> None:
    """One record an identity; one case until it is decided: a second try tells nothing new meanwhile."""
    with transaction.atomic():
        record, _ = UnmatchedEid.objects.get_or_create(
            eid_digest=eid.digest, defaults={"why": why, "opened_at": now, "last_tried_at": now}
        )
        if record.settled_at is not None:
            record.opened_at, record.settled_at = now, None
        record.why, record.person_id, record.last_tried_at = why, person_id, now
        record.particulars_sealed = seal_told(record, told_by(eid))
        record.save()
        eid_desk().take(
            subject=subject_of(record), person_id=person_id, province=eid.national_id[:3], now=now
        )
