"""Roles are data: each complete, each right held by somebody, each door shut to what can be phished."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import override_settings

from vssid.apps.accounts import roles as module
from vssid.apps.accounts.assurance.tables import ProofKind
from vssid.apps.accounts.roles import BrokenRole, Right, roles, roles_that_may
from vssid.apps.accounts.selectors.staff import opening
from vssid.kit.languages import LANGUAGE_NAMES

GOOD: dict[str, Any] = {
    "name": dict.fromkeys(LANGUAGE_NAMES, "x"),
    "may": list(Right),
    "gives": ["x"],
}


def test_who_may_what() -> None:
    assert set(roles()) == {"officer", "supervisor", "contact", "editor", "operator"}
    assert roles_that_may(Right.EDIT_TEXTS) == {"editor"}
    assert roles_that_may(Right.CONFIRM_DECISIONS) == {"supervisor"}
    assert roles_that_may(Right.WORK_CASES) == {"officer", "supervisor"}
    assert roles()["contact"].may == {Right.ANSWER_PEOPLE}


def test_who_gives_which_role() -> None:
    assert roles()["operator"].gives == set(roles())
    assert roles()["supervisor"].gives == {"officer", "contact"}
    assert roles_that_may(Right.EVERY_OFFICE) == {"operator"}


def test_no_role_is_opened_by_what_can_be_phished() -> None:
    with override_settings(STAFF_APP_CODES=False):
        assert opening() == {ProofKind.PASSKEY, ProofKind.VETTED_PASSKEY}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"may": ["everything"]}, "x.toml: 'everything' is not a valid Right"),
        ({"factors": ["totp"]}, "x.toml needs exactly gives, may, name"),
        ({"name": {"vi": "x"}}, "x.toml: name needs vi, en, zh-hans, ko, ja"),
        ({"colour": "red"}, "x.toml needs exactly gives, may, name"),
        ({"gives": []}, "x.toml: gives goes with look_after_staff"),
        ({"gives": ["y"]}, "given, but no role: y"),
        ({"may": ["edit_texts"], "gives": []}, "no role may answer_people, confirm_decisions"),
    ],
)
def test_a_broken_role_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], says: str
) -> None:
    monkeypatch.setattr(module, "_files", lambda: {"x": GOOD | change})
    with pytest.raises(BrokenRole, match=re.escape(says)):
        roles.__wrapped__()
