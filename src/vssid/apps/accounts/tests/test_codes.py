"""One-time codes: sent to the account's own contact, good once, for one purpose, for some minutes."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.errors import CodeVoid, NoContact, TooManyCodes, WrongSentCode
from vssid.apps.accounts.models import AdoptionEvent, OneTimeCode
from vssid.apps.accounts.sent_codes import CodePurpose
from vssid.apps.accounts.services.count_adoption import count_adoption
from vssid.apps.accounts.services.redeem_code import redeem_code
from vssid.apps.accounts.services.send_code import send_code
from vssid.apps.notifications.messages.gsm import fits_one_part
from vssid.apps.notifications.messages.loading import message
from vssid.apps.notifications.messages.rendering import sms, stored_values
from vssid.apps.notifications.models import Delivery
from vssid.apps.notifications.services.compose_pointers import ToSend, compose_pointers
from vssid.apps.notifications.services.lease_deliveries import lease_deliveries
from vssid.apps.notifications.vocabulary import LANGUAGES, Channel
from vssid.kit import clock

SIGN_IN, RESET, PAYOUT = CodePurpose.SIGN_IN, CodePurpose.RESET, CodePurpose.PAYOUT


def sent(now: datetime) -> list[ToSend]:
    """What the worker would send now."""
    with clock.pinned(now):
        steps = list(compose_pointers(lease_deliveries(now=now), now=now))
    assert all(isinstance(step, ToSend) for step in steps)
    return [step for step in steps if isinstance(step, ToSend)]


def code_in(step: ToSend) -> str:
    found = re.search(r"\b\d{6}(?:\d\d)?\b", step.outgoing.text)
    assert found is not None
    return found[0]


def code_for(member: Member, now: datetime, purpose: CodePurpose = SIGN_IN) -> str:
    send_code(account_id=account_of(member).pk, purpose=purpose, channel=Channel.SMS, now=now)
    return code_in(sent(now)[-1])


@pytest.mark.parametrize(("purpose", "digits"), [(SIGN_IN, 6), (PAYOUT, 6), (RESET, 8)])
def test_a_code_goes_to_the_own_contact_and_opens_once(
    lan: Member, now: datetime, purpose: CodePurpose, digits: int
) -> None:
    account = account_of(lan)
    masked = send_code(account_id=account.pk, purpose=purpose, channel=Channel.SMS, now=now)
    (step,) = sent(now)
    assert step.outgoing.addresses == (lan.phone,)
    assert step.address_masked == masked
    assert lan.phone[-3:] in masked
    assert lan.phone not in masked
    code = code_in(step)
    assert len(code) == digits
    assert code not in str(OneTimeCode.objects.values_list().get())
    redeem_code(account_id=account.pk, purpose=purpose, typed=f" {code[:3]} {code[3:]}", now=now)
    with pytest.raises(WrongSentCode):
        redeem_code(account_id=account.pk, purpose=purpose, typed=code, now=now)


def test_a_code_is_good_for_its_account_and_purpose_alone(lan: Member, mai: Member, now: datetime) -> None:
    code = code_for(lan, now)
    with pytest.raises(WrongSentCode):
        redeem_code(account_id=account_of(lan).pk, purpose=PAYOUT, typed=code, now=now)
    with pytest.raises(WrongSentCode):
        redeem_code(account_id=account_of(mai).pk, purpose=SIGN_IN, typed=code, now=now)
    redeem_code(account_id=account_of(lan).pk, purpose=SIGN_IN, typed=code, now=now)


@pytest.mark.parametrize(("purpose", "minutes"), [(SIGN_IN, 10), (PAYOUT, 5)])
def test_a_code_ends(lan: Member, now: datetime, purpose: CodePurpose, minutes: int) -> None:
    code = code_for(lan, now, purpose)
    with pytest.raises(WrongSentCode):
        redeem_code(
            account_id=account_of(lan).pk, purpose=purpose, typed=code, now=now + timedelta(minutes=minutes)
        )


def test_a_new_code_voids_the_old(lan: Member, now: datetime) -> None:
    first = code_for(lan, now)
    second = code_for(lan, now + timedelta(minutes=1))
    later = now + timedelta(minutes=2)
    if first != second:
        with pytest.raises(WrongSentCode):
            redeem_code(account_id=account_of(lan).pk, purpose=SIGN_IN, typed=first, now=later)
    redeem_code(account_id=account_of(lan).pk, purpose=SIGN_IN, typed=second, now=later)


def test_five_wrong_tries_void_a_code(lan: Member, now: datetime) -> None:
    code = code_for(lan, now)
    for _ in range(5):
        with pytest.raises(WrongSentCode):
            redeem_code(account_id=account_of(lan).pk, purpose=SIGN_IN, typed="x", now=now)
    with pytest.raises(CodeVoid):
        redeem_code(account_id=account_of(lan).pk, purpose=SIGN_IN, typed=code, now=now)


def test_three_codes_an_hour_for_a_purpose(lan: Member, now: datetime) -> None:
    for _ in range(3):
        code_for(lan, now)
    with pytest.raises(TooManyCodes):
        code_for(lan, now)
    code_for(lan, now, PAYOUT)
    code_for(lan, now + timedelta(hours=1))


def test_a_new_address_is_told_alone(lan: Member, now: datetime) -> None:
    new = "+84912999888"
    send_code(
        account_id=account_of(lan).pk,
        purpose=CodePurpose.NEW_CONTACT,
        channel=Channel.SMS,
        address=new,
        now=now,
    )
    assert [step.outgoing.addresses for step in sent(now)] == [(new,)]
    assert new not in str(list(Delivery.objects.filter(person_id=lan.person_id).values_list()))


def test_without_a_contact_no_code_is_sent(lan: Member, now: datetime) -> None:
    account = account_of(lan)
    account.person_id = None
    account.save()
    with pytest.raises(NoContact):
        send_code(account_id=account.pk, purpose=SIGN_IN, channel=Channel.SMS, now=now)
    assert not OneTimeCode.objects.exists()


@pytest.mark.parametrize("purpose", CodePurpose)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_message_fits_one_part(purpose: CodePurpose, language: str) -> None:
    catalogued = message("auth.code")
    values = {"code": "4" * purpose.digits, "purpose": purpose.words, "minutes": 10}
    text = sms(catalogued, stored_values(catalogued, values), language).text
    assert fits_one_part(text), f"{len(text)}: {text}"


@pytest.mark.django_db
def test_an_event_of_adoption_names_the_day_and_nobody(now: datetime) -> None:
    count_adoption(event=Adoption.RECOVERED, channel="web", language="vi", now=now)
    (row,) = AdoptionEvent.objects.values()
    assert row["day"] == now.astimezone(clock.VIETNAM).date()
    assert row.keys() == {"id", "day", "event", "channel", "source", "language", "office", "times"}
