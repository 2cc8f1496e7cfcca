"""Accounts are opened by the product alone; preferences are one's own and on offer."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.device_labels import device_label
from vssid.apps.accounts.errors import AccountExists, UnknownPreference
from vssid.apps.accounts.models import Account, EndedSession
from vssid.apps.accounts.selectors.accounts import people_with_account
from vssid.apps.accounts.selectors.preferences import Preferences, preferences
from vssid.apps.accounts.selectors.sessions import open_sessions
from vssid.apps.accounts.services.end_sessions import end_all_sessions, forget_ended
from vssid.apps.accounts.services.end_tokens import end_tokens
from vssid.apps.accounts.services.open_account import open_account
from vssid.apps.accounts.services.set_preferences import set_preferences
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="tests")
LAN = Actor(kind=ActorKind.CITIZEN, person_id=1)
STRANGERS = [ANONYMOUS, LAN, Actor(kind=ActorKind.OFFICER, roles=frozenset({"officer"}))]


@pytest.fixture
def opened(db: None, now: datetime) -> None:
    open_account(actor=SYSTEM, person_id=1, password="hoa-chanh-2017", now=now)


@pytest.mark.usefixtures("opened")
def test_a_person_has_one_account_with_a_random_name_and_a_first_password(now: datetime) -> None:
    account = Account.objects.get()
    assert len(account.username) == 32
    assert account.must_change_password
    assert "hoa-chanh-2017" not in account.password
    assert people_with_account(SYSTEM, [1, 2]) == {1}
    with pytest.raises(AccountExists):
        open_account(actor=SYSTEM, person_id=1, password="another-one-17", now=now)


@pytest.mark.django_db
@pytest.mark.parametrize("actor", STRANGERS)
def test_nobody_opens_an_account_or_asks_who_has_one(actor: Actor, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        open_account(actor=actor, person_id=2, password="hoa-chanh-2017", now=now)
    with pytest.raises(NotAllowed):
        people_with_account(actor, [1])
    assert not Account.objects.exists()


@pytest.mark.usefixtures("opened")
def test_preferences_are_kept_one_by_one(now: datetime) -> None:
    set_preferences(actor=LAN, theme="dark", now=now)
    set_preferences(actor=LAN, text_size=130, language="ko", now=now)
    set_preferences(actor=LAN, now=now)
    assert preferences(LAN) == Preferences("ko", "dark", 130)


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(("field", "value"), [("theme", "pink"), ("text_size", 900), ("language", "fr")])
def test_what_is_not_offered_is_refused_by_name(now: datetime, field: str, value: object) -> None:
    with pytest.raises(UnknownPreference) as refused:
        set_preferences(actor=LAN, now=now, **{field: value})  # type: ignore[arg-type]
    assert refused.value.field == field
    assert preferences(LAN) == Preferences("vi", "auto", 100)


@pytest.mark.django_db
def test_a_visitor_has_neither_preferences_nor_sessions(now: datetime) -> None:
    with pytest.raises(NotAllowed):
        preferences(ANONYMOUS)
    with pytest.raises(NotAllowed):
        set_preferences(actor=ANONYMOUS, theme="dark", now=now)
    with pytest.raises(NotFound):
        end_all_sessions(actor=ANONYMOUS, now=now)
    assert open_sessions(ANONYMOUS, current_key="", now=now) == ()


@pytest.mark.django_db
def test_nothing_is_kept_of_sessions_that_are_over(lan: Member, now: datetime) -> None:
    """Address and browser of a sign-in go with it."""
    for key, since in (("open", 300), ("over", 300), ("begins", 0)):
        row = UserSession.objects.create(user=account_of(lan), ip="127.0.0.1", session_key=key)
        UserSession.objects.filter(pk=row.pk).update(created_at=now - timedelta(minutes=since))
    Session.objects.create(session_key="open", session_data="", expire_date=now + timedelta(minutes=30))
    end_tokens(session_keys=["over"], now=now - timedelta(minutes=20))
    end_tokens(session_keys=["lately"], now=now)
    forget_ended(now=now)
    assert set(UserSession.objects.values_list("session_key", flat=True)) == {"open", "begins"}
    assert EndedSession.objects.count() == 1


@pytest.mark.parametrize(
    ("user_agent", "label"),
    [
        (
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36",
            "Chrome, Android",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
            "Safari, iPhone",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge, Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0", "Firefox, Linux"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_device_is_named_so_that_one_knows_it_again(user_agent: str, label: str) -> None:
    assert device_label(user_agent) == label
