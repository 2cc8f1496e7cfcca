"""After sign-in: the forced change, confirming who one is, devices, language, and who acts on a request."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings

from vssid.apps.accounts.models import Account, KnownDevice
from vssid.apps.audit.models import AccessEvent
from vssid.channels.identity.middleware import ActorOnRequest, KnownRequest
from vssid.channels.identity.tests.conftest import BINH_ID, HOA, LAN, MAI, SignIn
from vssid.domain.values.actor import ANONYMOUS, ActorKind, Assurance, Grant, Scope
from vssid.kit import clock

pytestmark = pytest.mark.usefixtures("holders")
CHANGE, CONFIRM, SESSIONS = "/accounts/password/change/", "/accounts/reauthenticate/", "/me/settings/devices/"
NEW = "mot-khu-vuon-khac"


def change(client: Client, old: str, new: str) -> int:
    return client.post(CHANGE, {"oldpassword": old, "password1": new, "next": SESSIONS}).status_code


def test_a_first_password_holds_every_page_back_until_it_is_changed(client: Client, sign_in: SignIn) -> None:
    sign_in(client, HOA.insurance_number, HOA.password)
    for page in (SESSIONS, CONFIRM, "/accounts/recover/", "/accounts/login/"):
        answer = client.get(page)
        assert (answer.status_code, answer["Location"]) == (302, CHANGE)
    assert client.post("/language/", {"language": "ko", "next": CHANGE})["Location"] == CHANGE
    assert change(client, HOA.password, HOA.password) == 200
    assert change(client, HOA.password, NEW) == 302
    assert client.get(SESSIONS).status_code == 200


@pytest.mark.parametrize(
    "bad",
    [
        "short-7",
        "password123",
        "8273649182736",
        "x0194000123x",
        "TranThiLan-2026",
        "Trần Thị Lan của tôi",
        "lan12345",
        "LanTran9!",
        LAN.password,
    ],
)
def test_a_password_others_would_guess_is_refused(lan: Client, bad: str) -> None:
    assert change(lan, LAN.password, bad) == 200


@pytest.mark.parametrize(
    "good", ["vuon-hoa-sau-nha", "Lan man ngay mua dam", "コーヒー四杯の朝でした", "x" * 128]
)
def test_other_passwords_are_taken_as_typed(lan: Client, sign_in: SignIn, good: str) -> None:
    assert change(lan, LAN.password, good) == 302
    assert sign_in(Client(), LAN.insurance_number, good).status_code == 302


def test_a_change_signs_out_elsewhere_and_is_logged(lan: Client, sign_in: SignIn) -> None:
    other = Client()
    sign_in(other, LAN.insurance_number, LAN.password)
    assert KnownDevice.objects.count() == 2
    assert change(lan, LAN.password, NEW) == 302
    assert lan.get(SESSIONS).status_code == 200
    assert other.get(SESSIONS).status_code == 302
    assert KnownDevice.objects.count() == 1
    assert AccessEvent.objects.filter(person_id=LAN.person_id, action="change", data_group="account").exists()


@override_settings(SIGN_IN_TRIES=3)
@pytest.mark.parametrize("page", [CHANGE, CONFIRM])
def test_a_borrowed_session_guesses_no_password(lan: Client, page: str) -> None:
    form = {"oldpassword": "wrong", "password1": NEW, "password": "wrong"}
    assert [lan.post(page, form).status_code for _ in range(4)] == [200, 200, 200, 429]
    answer = lan.post(page, {**form, "oldpassword": LAN.password, "password": LAN.password})
    assert answer.status_code == 429
    assert "09:05" in answer.content.decode()


@override_settings(LOGIN_REDIRECT_URL="/me/")
def test_confirming_holds_for_minutes_and_for_this_session(lan: Client, now: datetime) -> None:
    assert request_of(lan).actor.fresh_assurance is Assurance.NONE
    assert lan.post(CONFIRM, {"password": "wrong", "next": SESSIONS}).status_code == 200
    assert request_of(lan).actor.fresh_assurance is Assurance.NONE
    assert lan.post(CONFIRM, {"password": LAN.password, "next": SESSIONS})["Location"] == SESSIONS
    assert request_of(lan).actor.fresh_assurance is Assurance.LOW
    with clock.pinned(now + timedelta(minutes=5)):
        assert request_of(lan).actor.fresh_assurance is Assurance.NONE
    assert lan.post(CONFIRM, {"password": LAN.password, "next": "//evil.example/"})["Location"] == "/me/"


def test_ending_one_session_and_everybody_s_own(lan: Client, sign_in: SignIn) -> None:
    other, mai = Client(), Client()
    sign_in(other, LAN.insurance_number, LAN.password)
    sign_in(mai, MAI.insurance_number, MAI.password)
    lan.cookies["vssid_language"] = "en"
    page = lan.get(SESSIONS).content.decode()
    assert page.count("Chrome on Android") >= 2
    assert page.count("This device") == 1
    (session,) = re.findall(r'name="session" value="([a-z2-7]{16})"', page)
    assert mai.post(SESSIONS, {"session": session}).status_code == 404
    assert other.get(SESSIONS).status_code == 200
    assert lan.post(SESSIONS, {"session": session}).status_code == 302
    assert other.get(SESSIONS).status_code == 302
    assert lan.get(SESSIONS).status_code == 200
    assert lan.post(SESSIONS, {"session": "nonsense"}).status_code == 404


def test_signing_out_everywhere_forgets_the_devices(lan: Client, sign_in: SignIn) -> None:
    other = Client()
    sign_in(other, LAN.insurance_number, LAN.password)
    assert lan.post(SESSIONS, {"everywhere": "1"})["Location"] == "/accounts/login/"
    assert lan.get(SESSIONS).status_code == other.get(SESSIONS).status_code == 302
    assert not KnownDevice.objects.filter(account__person_id=LAN.person_id).exists()


def test_a_session_ends_after_half_an_hour_without_a_click(lan: Client, now: datetime) -> None:
    from django.contrib.sessions.models import Session

    first = Session.objects.get().expire_date
    with clock.pinned(now + timedelta(minutes=1)):
        lan.get(SESSIONS)
    assert Session.objects.get().expire_date > first


def test_no_session_is_older_than_half_a_day_however_busy(lan: Client, now: datetime) -> None:
    for minutes in range(0, 12 * 60, 20):
        with clock.pinned(now + timedelta(minutes=minutes)):
            assert lan.get(SESSIONS).status_code == 200
    with clock.pinned(now + timedelta(hours=12)):
        ended = lan.get(SESSIONS)
    assert ended["Location"].startswith("/accounts/login/")
    assert "vssid_forget" not in ended.cookies


def test_language_is_remembered_before_sign_in_and_after(client: Client, sign_in: SignIn) -> None:
    answer = client.post("/language/", {"language": "ja", "next": "/accounts/login/"})
    assert answer.cookies["vssid_language"].value == "ja"
    welcomed = sign_in(client, LAN.insurance_number, LAN.password)
    assert welcomed.cookies["vssid_language"].value == "vi"
    client.post("/language/", {"language": "ko", "next": SESSIONS})
    assert Account.objects.get(person_id=LAN.person_id).language == "ko"
    client.post("/language/", {"language": "tlh", "next": SESSIONS})
    assert Account.objects.get(person_id=LAN.person_id).language == "ko"
    elsewhere = sign_in(Client(), LAN.insurance_number, LAN.password)
    assert elsewhere.cookies["vssid_language"].value == "ko"


def test_text_size_is_remembered_and_sends_nobody_elsewhere(lan: Client) -> None:
    answer = lan.post("/text-size/", {"size": "130", "next": "//evil.example/"})
    assert answer["Location"] == "/"
    assert answer.cookies["vssid_text"].value == "130"
    assert Account.objects.get(person_id=LAN.person_id).text_size == 130
    assert "vssid_text" not in lan.post("/text-size/", {"size": "500", "next": SESSIONS}).cookies


def test_a_new_browser_takes_the_account_s_text_size_and_keeps_its_own(lan: Client, sign_in: SignIn) -> None:
    lan.post("/text-size/", {"size": "130", "next": SESSIONS})
    fresh, chosen = Client(), Client()
    chosen.post("/text-size/", {"size": "115"})
    assert sign_in(fresh, LAN.insurance_number, LAN.password).cookies["vssid_text"].value == "130"
    assert "vssid_text" not in sign_in(chosen, LAN.insurance_number, LAN.password).cookies


def test_what_the_account_hides_is_hidden_in_a_browser_with_looks_of_its_own(
    lan: Client, sign_in: SignIn
) -> None:
    lan.post("/me/settings/switch/discreet/", {"value": "on"})
    other = Client()
    other.post("/text-size/", {"size": "115"})
    sign_in(other, LAN.insurance_number, LAN.password)
    assert other.cookies["vssid_ease"].value == "discreet"
    assert other.cookies["vssid_text"].value == "115"


@pytest.mark.parametrize("path", ["/language/", "/text-size/"])
def test_choices_are_made_by_a_form(client: Client, path: str) -> None:
    assert client.get(path).status_code == 405


def request_of(client: Client) -> KnownRequest:
    """A request as this browser sends it, after the middleware."""
    from django.contrib.auth.middleware import AuthenticationMiddleware
    from django.contrib.sessions.middleware import SessionMiddleware
    from django.http import HttpResponse

    request = RequestFactory().get("/")
    request.COOKIES.update({name: morsel.value for name, morsel in client.cookies.items()})

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    SessionMiddleware(AuthenticationMiddleware(ActorOnRequest(view)))(request)
    return request  # type: ignore[return-value]


def test_the_actor_is_the_person_with_the_rights_over_her_child(
    lan: Client, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(4):  # type: ignore[operator]
        # session, account, relations, people
        actor = request_of(lan).actor
        assert (actor.kind, actor.person_id) == (ActorKind.CITIZEN, LAN.person_id)
    assert actor.assurance is Assurance.LOW
    assert actor.grants == (Grant(BINH_ID, Scope.RECORD, date(2040, 6, 9)),)
    key = lan.session.session_key
    assert key is not None
    assert actor.session
    assert key not in actor.session


def test_an_officer_is_a_citizen_at_this_door(client: Client, sign_in: SignIn) -> None:
    sign_in(client, MAI.insurance_number, MAI.password)
    actor = request_of(client).actor
    assert (actor.kind, actor.roles, actor.grants) == (ActorKind.CITIZEN, frozenset({"officer"}), ())


def test_a_visitor_costs_no_statement(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert request_of(client).actor is ANONYMOUS
