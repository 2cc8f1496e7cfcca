"""Tick, see, approve: three pages for many registrations."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace

import pytest
from pytest_django import Settings
from tests.cast.identities import Member

from vssid.apps.accounts.models import Account
from vssid.apps.procedures.tests.test_registration import Post, post
from vssid.apps.procedures.tests.test_waived import by_vneid
from vssid.channels.staff.cases.tests.conftest import AtDesk

__all__ = ["post"]
pytestmark = pytest.mark.django_db
PAGE = "/staff/cases/waived/"


def test_three_pages(
    lan: Member,
    hoa: Member,
    tuan: Member,
    mai: Member,
    at_desk: AtDesk,
    post: Post,
    now: datetime,
    settings: Settings,
) -> None:
    settings.VNEID = SimpleNamespace(acrs=("level-2",))
    number = by_vneid(lan, post, now, settings)
    browser = at_desk(tuan)
    assert PAGE in browser.get("/staff/cases/").text
    page = browser.get(PAGE).text
    assert number in page
    assert lan.name not in page, "nothing is opened by ticking"
    assert " checked" not in page
    assert " checked" in browser.get(f"{PAGE}?all").text
    for step in ("look", "approve"):
        refused = browser.post(PAGE, {"step": step, "case": ["", "x:1", "../1:1", f"{number}:-1", "\0"]})
        assert (refused.status_code, "Tick at least one case." in refused.text) == (400, True)
    looked = browser.post(PAGE, {"step": "look", "case": number}).text
    assert lan.name in looked
    assert "All 7 conditions hold" in looked
    assert "VNeID vouched for the answers" in looked
    assert f'value="{number}:1"' in looked
    unknown = "001-2026-999999"
    done = browser.post(PAGE, {"step": "approve", "case": [f"{number}:1", f"{unknown}:1"]}).text
    assert "1 case approved." in done
    assert unknown in done
    assert Account.objects.filter(person_id=lan.person_id).exists()
    assert "Nothing to approve at once" in browser.get(PAGE).text
    assert number not in at_desk(mai, office="07901").get(PAGE).text
    assert at_desk(hoa, role="editor").get(PAGE).status_code == 403
