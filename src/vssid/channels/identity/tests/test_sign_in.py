"""Signing in: what opens an account, what a stranger learns, and who is locked out by whose tries."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth.hashers import check_password
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import HttpResponse
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from tests.environment.nights import NIGHT

from vssid.apps.accounts import hashing
from vssid.apps.accounts.adoption import Adoption
from vssid.apps.accounts.models import AdoptionEvent
from vssid.apps.audit.models import AccessEvent
from vssid.apps.limits.models import Counter
from vssid.apps.people.models import PersonKey
from vssid.channels.identity.tests.conftest import LAN, MAI, UNKNOWN_NUMBER, SignIn
from vssid.kit import clock
from vssid.kit.sealing import lookup_digest

pytestmark = pytest.mark.usefixtures("holders")
HASHER = "vssid.apps.accounts.hashing.check_password"
WRONG = "khong-phai-mat-khau"


def text(answer: HttpResponse, *typed: str) -> str:
    """The page without what every answer has of its own: the typed number, tokens."""
    page = answer.content.decode()
    for value in typed:
        page = page.replace(value, "NUMBER")
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)
    return re.sub(r'nonce="[^"]*"', "", page)


@pytest.mark.parametrize("typed", ["0194000123", "0194 000 123", "001194000123", "001.194.000.123"])
def test_any_of_her_numbers_opens_it(client: Client, sign_in: SignIn, typed: str) -> None:
    answer = sign_in(client, typed, LAN.password)
    assert answer.status_code == 302
    assert answer["Location"] == "/me/settings/devices/"
    assert client.get("/me/settings/devices/").status_code == 200


@pytest.mark.parametrize(("said", "counted"), [("app", "app"), ("", "web"), ("<b>", "web")])
def test_a_sign_in_is_counted_where_it_was_made(
    client: Client, sign_in: SignIn, said: str, counted: str
) -> None:
    client.cookies["vssid_via"] = said
    sign_in(client, LAN.insurance_number, LAN.password)
    active = AdoptionEvent.objects.filter(event=Adoption.ACTIVE)
    assert [event.channel for event in active] == [counted]


def test_a_passport_number_opens_it_where_there_is_one(
    holders: None, client: Client, sign_in: SignIn
) -> None:
    digest = lookup_digest("passport", "M12345678")
    PersonKey.objects.create(digest=digest, kind="passport", person_id=LAN.person_id, batch=1)
    assert sign_in(client, "m 1234 5678", LAN.password).status_code == 302


def test_the_answer_says_whose_copies_the_device_may_show(lan: Client) -> None:
    """Before her first page has come, by the mark that page carries."""
    named = lan.cookies["vssid_owner"]
    assert not named["httponly"]
    assert f'data-person="{named.value}"' in lan.get("/me/settings/devices/").content.decode()


def test_the_typed_number_is_kept_nowhere(lan: Client) -> None:
    for session in Session.objects.all():
        assert LAN.insurance_number not in str(session.get_decoded())


def test_unknown_number_and_wrong_password_are_answered_alike(sign_in: SignIn) -> None:
    wrong = sign_in(Client(), LAN.insurance_number, WRONG)
    unknown = sign_in(Client(), UNKNOWN_NUMBER, WRONG)
    assert wrong.status_code == unknown.status_code == 200
    assert text(wrong, LAN.insurance_number) == text(unknown, UNKNOWN_NUMBER)
    assert {*wrong.cookies} == {*unknown.cookies}


def test_both_cost_one_hash_and_the_same_statements(
    sign_in: SignIn, django_assert_num_queries: object
) -> None:
    counts = []
    for number in (LAN.insurance_number, UNKNOWN_NUMBER):
        client = Client()
        Counter.objects.all().delete()
        with (
            patch(HASHER, wraps=check_password) as check,
            django_assert_num_queries(20, exact=False) as statements,  # type: ignore[operator]
        ):
            sign_in(client, number, WRONG)
        assert check.call_count == 1
        counts.append(len(statements))
    assert counts[0] == counts[1]


@override_settings(SIGN_IN_TRIES=3)
@pytest.mark.parametrize("number", [LAN.insurance_number, UNKNOWN_NUMBER])
def test_after_the_tries_it_says_when_to_come_back(sign_in: SignIn, number: str) -> None:
    for _ in range(3):
        assert sign_in(Client(), number, WRONG).status_code == 200
    answer = sign_in(Client(), number, LAN.password)
    assert answer.status_code == 429
    assert answer["Retry-After"] == "300"
    assert "09:05" in answer.content.decode()
    assert number in answer.content.decode()
    assert LAN.password not in answer.content.decode()


@override_settings(SIGN_IN_TRIES=3)
def test_a_locked_number_looks_the_same_whether_anybody_has_it(sign_in: SignIn) -> None:
    answers = []
    for number in (LAN.insurance_number, UNKNOWN_NUMBER):
        for _ in range(4):
            answer = sign_in(Client(), number, WRONG)
        answers.append(text(answer, number))
    assert answers[0] == answers[1]


@override_settings(SIGN_IN_TRIES=3)
def test_a_neighbour_s_tries_lock_unknown_devices_and_not_her_own(lan: Client, sign_in: SignIn) -> None:
    lan.post("/accounts/logout/", {"next": "/accounts/login/"})
    for _ in range(10):
        sign_in(Client(), LAN.insurance_number, WRONG)
    assert sign_in(Client(), LAN.insurance_number, LAN.password).status_code == 429
    assert sign_in(lan, LAN.insurance_number, LAN.password).status_code == 302


@override_settings(SIGN_IN_TRIES=3)
def test_a_known_device_has_a_counter_of_its_own(lan: Client, sign_in: SignIn) -> None:
    lan.post("/accounts/logout/", {"next": "/accounts/login/"})
    assert [sign_in(lan, LAN.insurance_number, WRONG).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert sign_in(Client(), LAN.insurance_number, LAN.password).status_code == 302


def test_a_device_is_known_for_its_own_account_alone(lan: Client, sign_in: SignIn) -> None:
    lan.post("/accounts/logout/", {"next": "/accounts/login/"})
    for _ in range(5):
        sign_in(Client(), MAI.insurance_number, WRONG)
    assert sign_in(lan, MAI.insurance_number, MAI.password).status_code == 429


def test_a_device_token_planted_before_sign_in_is_worthless_after(sign_in: SignIn) -> None:
    mallory = Client()
    sign_in(mallory, MAI.insurance_number, MAI.password)
    planted = mallory.cookies["vssid_device"].value
    victim = Client()
    victim.cookies["vssid_device"] = planted
    sign_in(victim, LAN.insurance_number, LAN.password)
    assert victim.cookies["vssid_device"].value != planted
    mallory.post("/accounts/logout/", {"next": "/accounts/login/"})
    for _ in range(5):
        sign_in(Client(), LAN.insurance_number, WRONG)
    assert sign_in(mallory, LAN.insurance_number, LAN.password).status_code == 429


def test_however_many_passwords_five_reach_the_hasher(sign_in: SignIn) -> None:
    guesses = 1000 if NIGHT else 100
    with patch(HASHER, return_value=False) as check:
        answers = [sign_in(Client(), LAN.insurance_number, f"guess-{n}").status_code for n in range(guesses)]
    assert check.call_count == 5
    assert answers.count(429) == guesses - 5


def test_the_lock_opens_and_lasts_longer_the_next_time(sign_in: SignIn, now: datetime) -> None:
    def locked_for(at: datetime) -> int:
        with clock.pinned(at):
            for _ in range(6):
                answer = sign_in(Client(), LAN.insurance_number, WRONG)
            return int(answer["Retry-After"])

    assert locked_for(now) == 300
    assert locked_for(now + timedelta(minutes=5)) == 330
    with clock.pinned(now + timedelta(minutes=11)):
        assert sign_in(Client(), LAN.insurance_number, LAN.password).status_code == 302


def test_many_wrong_tries_slow_a_network_and_stop_nobody(sign_in: SignIn, now: datetime, lan: Client) -> None:
    with patch(HASHER, return_value=False):
        for serial in range(100):
            assert sign_in(Client(), f"0155{serial:06}", WRONG).status_code == 200
    paced = Client()
    assert sign_in(paced, "0155999998", WRONG).status_code == 200
    slowed = sign_in(paced, "0155999999", WRONG)
    assert slowed.status_code == 429
    assert slowed["Retry-After"] == "2"
    with clock.pinned(now + timedelta(seconds=2)):
        assert sign_in(Client(), MAI.insurance_number, MAI.password).status_code == 302
    lan.post("/accounts/logout/", {"next": "/accounts/login/"})
    assert sign_in(lan, LAN.insurance_number, LAN.password).status_code == 302


@override_settings(TRUSTED_PROXIES=1, ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_the_address_it_saw_counts_not_the_one_claimed(sign_in: SignIn) -> None:
    with patch(HASHER, return_value=False):
        for serial in range(102):
            claimed = f"10.0.0.{serial % 250}, 203.0.113.9"
            answer = sign_in(Client(), f"0155{serial:06}", WRONG, HTTP_X_FORWARDED_FOR=claimed)
    assert answer.status_code == 429
    elsewhere = sign_in(Client(), "0155999999", WRONG, HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.7")
    assert elsewhere.status_code == 200


def test_when_hashing_is_full_it_says_so_and_counts_nothing(sign_in: SignIn) -> None:
    turnstile = hashing._turnstile()
    with turnstile.turn(), patch.object(turnstile, "_patience", 0):
        if len(turnstile._paths) > 1:
            pytest.skip("this machine has more than one place to hash")
        for _ in range(6):
            answer = sign_in(Client(), LAN.insurance_number, LAN.password)
            assert answer.status_code == 429
            assert "Many people are signing in" in answer.content.decode()
            assert int(answer["Retry-After"]) > 0
    assert sign_in(Client(), LAN.insurance_number, LAN.password).status_code == 302


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("", "Enter your number"),
        ("01940001234", "has 10 or 12 digits. You have entered 11"),
        ("<script>alert(1)</script>", "only the letters A to Z and digits"),
        ("0" * 400, "You have entered 400"),
        ("\x00194000123", "Null characters"),
    ],
)
def test_a_number_that_cannot_be_is_refused_at_its_field(
    client: Client, sign_in: SignIn, number: str, words: str
) -> None:
    answer = sign_in(client, number, LAN.password)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert words in page
    assert 'aria-invalid="true"' in page
    assert "<script>alert" not in page


def test_a_closed_account_is_answered_as_a_wrong_password(sign_in: SignIn) -> None:
    from vssid.apps.accounts.models import Account

    Account.objects.filter(person_id=LAN.person_id).update(is_active=False)
    right = sign_in(Client(), LAN.insurance_number, LAN.password)
    assert right.status_code == 200
    assert "The number or password is wrong" in right.content.decode()


def test_signing_in_is_written_in_the_access_log(lan: Client) -> None:
    event = AccessEvent.objects.filter(person_id=LAN.person_id, action="sign_in").get()
    assert (event.data_group, event.purpose, event.channel) == ("account", "own", "web")


@override_settings(LOGIN_REDIRECT_URL="/me/")
@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil"]
)
def test_after_sign_in_nobody_is_sent_elsewhere(client: Client, target: str) -> None:
    form = {"login": LAN.insurance_number, "password": LAN.password, "next": target}
    answer = client.post("/accounts/login/", form)
    assert answer.status_code == 302
    assert answer["Location"] == "/me/"


def test_a_sign_in_costs_no_more_after_many(lan: Client, sign_in: SignIn) -> None:
    def statements() -> int:
        lan.post("/accounts/logout/")
        with CaptureQueriesContext(connection) as seen:
            assert sign_in(lan, LAN.insurance_number, LAN.password).status_code == 302
        return len(seen)

    first = statements()
    for _ in range(5):
        del lan.cookies["vssid_session"]
        sign_in(lan, LAN.insurance_number, LAN.password)
    assert UserSession.objects.filter(user__person_id=LAN.person_id).count() > 5
    assert statements() == first


def test_the_session_key_changes_at_sign_in(client: Client, sign_in: SignIn) -> None:
    client.session["planted"] = 1
    client.session.save()
    before = client.session.session_key
    sign_in(client, LAN.insurance_number, LAN.password)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_cookies_stay_out_of_reach_of_scripts(client: Client, sign_in: SignIn) -> None:
    with override_settings(SESSION_COOKIE_SECURE=True):
        answer = sign_in(client, LAN.insurance_number, LAN.password)
    for name in ("vssid_session", "vssid_device"):
        assert answer.cookies[name]["httponly"]
        assert answer.cookies[name]["secure"]
        assert answer.cookies[name]["samesite"] == "Lax"


def test_forms_from_elsewhere_are_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    form = {"login": LAN.insurance_number, "password": LAN.password}
    for path in ("/accounts/login/", "/language/", "/text-size/", "/accounts/logout/"):
        assert strict.post(path, form).status_code == 403


def test_signing_out_takes_a_form_not_a_link(lan: Client) -> None:
    assert lan.get("/accounts/logout/").status_code == 200
    assert lan.get("/me/settings/devices/").status_code == 200
    lan.post("/accounts/logout/", {"next": "/accounts/login/"})
    assert lan.get("/me/settings/devices/").status_code == 302


def test_the_page_is_a_plain_form(client: Client) -> None:
    client.cookies["vssid_language"] = "vi"
    page = client.get("/accounts/login/").content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert 'inputmode="numeric"' in page
    assert "1900" in page
    assert "placeholder" not in page
    assert 'action="/' not in page.split("<main")[1].split("</form>")[0]


def test_foreign_readers_get_letters_on_the_keyboard(client: Client) -> None:
    client.cookies["vssid_language"] = "ko"
    page = client.get("/accounts/login/").content.decode()
    assert 'inputmode="numeric"' not in page
