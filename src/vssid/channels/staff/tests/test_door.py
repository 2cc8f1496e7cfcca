"""The staff door: password, then a code that works once, then a role."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from ipaddress import ip_network

import pytest
from django.test import Client, override_settings
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.errors import StaffElsewhere
from vssid.apps.accounts.models import Account, RecoveryCode, SecondFactor
from vssid.apps.accounts.staff_surroundings import require_surroundings
from vssid.apps.audit.models import AccessEvent
from vssid.apps.directory.models import Office
from vssid.channels.staff.tests.conftest import RECOVERY, SECRET, with_factor
from vssid.kit import clock
from vssid.kit.one_time_codes import code_at

CODE = "/accounts/staff/code/"
HOME, ADMIN = "/staff/", "/staff/admin/"


@pytest.mark.parametrize("address", [HOME, ADMIN])
def test_a_visitor_is_sent_to_sign_in(client: Client, db: None, address: str) -> None:
    assert client.get(address)["Location"] == f"/accounts/login/?next={address}"


@pytest.mark.parametrize("address", [HOME, ADMIN, CODE, "/accounts/staff/set-up/"])
def test_a_citizen_is_refused(lan: Member, signed_in, address: str) -> None:  # type: ignore[no-untyped-def]
    answer = signed_in(lan).get(address)
    assert answer.status_code == 403
    assert b"not_staff" in answer.content


@pytest.mark.parametrize("address", [HOME, ADMIN])
def test_a_password_alone_does_not_open(password_only: Client, address: str) -> None:
    answer = password_only.get(address)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, CODE)


def test_the_code_opens_and_is_written_down(at_work: Client, editor: Member) -> None:
    page = at_work.get(HOME)
    assert page.status_code == 200
    assert "Editor of texts" in page.content.decode()
    assert at_work.get(ADMIN).status_code == 200
    entry = AccessEvent.objects.get(person_id=editor.person_id, actor_kind="officer")
    assert (entry.action, entry.actor_name) == ("sign_in", "Biên tập viên 00101")
    assert editor.name not in (entry.actor_ref + entry.actor_name)


def test_the_session_gets_a_new_key(password_only: Client, now: datetime) -> None:
    before = password_only.session.session_key
    password_only.post(CODE, {"code": code_at(SECRET, now)})
    assert password_only.session.session_key != before
    assert len(password_only.get("/me/settings/devices/").context["page"].devices) == 1


def test_the_same_code_opens_once(at_work: Client, editor: Member, now: datetime) -> None:
    second = Client()
    second.force_login(account_of(editor))
    assert second.post(CODE, {"code": code_at(SECRET, now)}).status_code == 200
    earlier = code_at(SECRET, now - timedelta(seconds=30))
    assert second.post(CODE, {"code": earlier}).status_code == 200, "nor does one from before it"
    with clock.pinned(now + timedelta(seconds=30)):
        assert second.post(CODE, {"code": code_at(SECRET, clock.now())}).status_code == 302


def test_anothers_code_does_not_open(password_only: Client, mai: Member, now: datetime) -> None:
    with_factor(mai, "officer", now)
    SecondFactor.objects.filter(account=account_of(mai)).update(secret_sealed="")
    other = code_at("KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU", now)
    assert password_only.post(CODE, {"code": other}).status_code == 200
    moved = SecondFactor.objects.get(account__person_id=mai.person_id)
    moved.secret_sealed = SecondFactor.objects.exclude(pk=moved.pk).get().secret_sealed
    moved.save()
    stranger = Client(raise_request_exception=False)
    stranger.force_login(account_of(mai))
    assert stranger.post(CODE, {"code": code_at(SECRET, now)}).status_code == 500, "bound to its row"


def test_wrong_codes_close_the_door_for_a_while(password_only: Client, now: datetime) -> None:
    answers = [password_only.post(CODE, {"code": "000000"}).status_code for _ in range(6)]
    assert answers == [200] * 5 + [429]
    refused = password_only.post(CODE, {"code": code_at(SECRET, now)})
    assert (refused.status_code, refused["Retry-After"]) == (429, "300")
    with clock.pinned(now + timedelta(minutes=6)):
        assert password_only.post(CODE, {"code": code_at(SECRET, clock.now())}).status_code == 302


def test_place_and_hour_are_asked_at_the_door_and_at_every_click(at_work: Client, now: datetime) -> None:
    """It is nine in the morning. An operator is let in at any hour, not from anywhere."""
    networks = [ip_network("203.0.113.0/24"), ip_network("2001:db8::/32")]
    with override_settings(STAFF_NETWORKS=networks):
        assert at_work.get(HOME)["Location"].startswith(CODE)
        refused = at_work.get(CODE)
        assert (refused.status_code, b"staff_elsewhere" in refused.content) == (403, True)
        for address in ("203.0.113.9", "2001:db8:7::1"):
            assert at_work.get(HOME, REMOTE_ADDR=address).status_code == 200
        with pytest.raises(StaffElsewhere):
            require_surroundings(roles={"operator"}, network="", now=now)
    with override_settings(STAFF_HOURS=(time(9), time(9, 10))):
        assert at_work.get(HOME).status_code == 200
        with clock.pinned(now + timedelta(minutes=10)):
            assert at_work.get(HOME)["Location"].startswith(CODE)
            refused = at_work.get(CODE)
            assert (refused.status_code, b"from 09:00 to 09:10" in refused.content) == (403, True)
            require_surroundings(roles={"operator"}, network="", now=clock.now())
    assert at_work.get(HOME).status_code == 200


def test_a_recovery_code_opens_once(password_only: Client, editor: Member) -> None:
    typed = RECOVERY[0][:4].lower() + "-" + RECOVERY[0][4:]
    assert password_only.post(CODE, {"code": typed}).status_code == 302
    assert password_only.post(CODE, {"code": typed}).status_code == 200
    assert RECOVERY[0] not in RecoveryCode.objects.values_list("digest", flat=True)


def test_a_quiet_session_gives_the_code_again(at_work: Client, now: datetime) -> None:
    with clock.pinned(now + timedelta(minutes=14)):
        assert at_work.get(HOME).status_code == 200
    with clock.pinned(now + timedelta(minutes=28)):
        assert at_work.get(HOME).status_code == 200, "each click prolongs"
    with clock.pinned(now + timedelta(minutes=44)):
        assert at_work.get(HOME)["Location"].startswith(CODE)


def test_no_session_is_longer_than_a_working_day(at_work: Client, now: datetime) -> None:
    for minutes in range(10, 480, 10):
        with clock.pinned(now + timedelta(minutes=minutes)):
            assert at_work.get(HOME).status_code == 200
    with clock.pinned(now + timedelta(hours=8)):
        assert at_work.get(HOME)["Location"].startswith(CODE)


def test_leaving_ends_it_and_so_does_losing_the_role(at_work: Client, editor: Member) -> None:
    Account.objects.filter(person_id=editor.person_id).update(role="citizen")
    assert at_work.get(HOME).status_code == 403
    Account.objects.filter(person_id=editor.person_id).update(role="editor")
    assert at_work.post("/accounts/staff/leave/").status_code == 302
    assert at_work.get(HOME)["Location"].startswith(CODE)
    assert at_work.get("/me/").status_code == 200


def test_an_officer_has_no_admin(mai: Member, now: datetime) -> None:
    with_factor(mai, "officer", now)
    browser = Client()
    browser.force_login(account_of(mai))
    browser.post(CODE, {"code": code_at(SECRET, now)})
    assert browser.get(HOME).status_code == 200
    assert browser.get(ADMIN).status_code == 403


def test_staff_are_citizens_on_their_own_pages(at_work: Client, lan: Member) -> None:
    assert at_work.get("/me/card/").status_code == 200
    assert lan.name not in at_work.get("/me/").content.decode()


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_the_way_on_stays_on_this_site(password_only: Client, now: datetime, wanted: str) -> None:
    answer = password_only.post(CODE, {"code": code_at(SECRET, now), "next": wanted})
    assert answer["Location"] == HOME


def test_the_admin_runs_the_scripts_of_our_own_pages_alone(at_work: Client) -> None:
    answer = at_work.get(f"{ADMIN}content/version/add/")
    assert "'unsafe" not in answer["Content-Security-Policy"]
    scripts = re.findall(r"<script[^>]*>", answer.text)
    assert [script for script in scripts if "built/app.js" not in script or 'nonce="' not in script] == []
    assert " style=" not in answer.text
    assert " onclick=" not in answer.text


def test_home_names_the_office(at_work: Client) -> None:
    Office.objects.create(code="00101", province_code="01", name_vi="BHXH cơ sở Hoàn Kiếm")
    assert '<dd lang="vi" translate="no">BHXH cơ sở Hoàn Kiếm</dd>' in at_work.get(HOME).content.decode()


def test_the_admin_names_its_tables_in_the_editors_language(at_work: Client) -> None:
    at_work.cookies["vssid_language"] = "vi"
    page = at_work.get(ADMIN).content.decode()
    assert "Bài viết" in page
    assert not {"Entries", "Feedbacks", "Versions"} & set(page.replace("<", ">").split(">"))
