"""Accounts that came over by file: who may sign in how, what is refused, what stays its owner's."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest
from django.db.models import Sum

from vssid.apps.accounts.errors import ImportedAccountsInUse, WrongNumberOrPassword
from vssid.apps.accounts.models import Account, AdoptionEvent, Contact, ImportedAccount
from vssid.apps.accounts.national_eid import NationalEid
from vssid.apps.accounts.resets import Decision
from vssid.apps.accounts.selectors.contacts import proved_contacts
from vssid.apps.accounts.services.check_number_and_password import Caller, check_number_and_password
from vssid.apps.accounts.services.close_account import close_account
from vssid.apps.accounts.services.count_adoption import count_use
from vssid.apps.accounts.services.link_eid import account_of_eid
from vssid.apps.accounts.services.open_account import open_account
from vssid.apps.accounts.tests.test_codes import code_in, sent
from vssid.apps.accounts.tests.test_reset import NEW, ask, redeem
from vssid.apps.intake.services import Report, undo_batch
from vssid.apps.intake.tests.sample import GOOD, KIM, LAN, deliver, kinds, with_changes
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.numbers import find_person
from vssid.domain.values.actor import Actor, ActorKind

pytestmark = pytest.mark.django_db

SYSTEM = Actor(kind=ActorKind.SYSTEM, id="import")
OF_LAN, OF_CHILD, OF_KIM = GOOD["accounts"]
STRANGER = Caller(network="203.0.113.7", device_token="")


@pytest.fixture
def folder(tmp_path: Path, now: datetime) -> Path:
    for kind in ("provinces", "wards", "offices", "people", "relations"):
        deliver(tmp_path, kind)
    return tmp_path


def person(number: str) -> int:
    found = find_person(SYSTEM, number)
    assert found is not None
    return found


def account(number: str) -> Account:
    return Account.objects.get(person_id=person(number))


def counted(event: str) -> list[tuple[object, ...]]:
    facts = AdoptionEvent.objects.filter(event=event).values_list("day", "channel", "language", "office")
    return [fact for fact in facts.annotate(n=Sum("times")).order_by("day") if fact[-1]]


def codes(report: Report) -> list[tuple[str, ...]]:
    """Line, column and code of what was refused."""
    if report.rejects_file is None:
        return []
    return pl.read_csv(report.rejects_file, infer_schema=False).select("line", "column", "code").rows()


def test_an_account_opens_without_a_password_and_with_what_was_confirmed(folder: Path) -> None:
    deliver(folder, "accounts")
    lan, kim = account(LAN), account(KIM)
    assert [(one.imported, one.has_usable_password(), one.must_change_password) for one in (lan, kim)] == [
        (True, False, False),
        (True, False, False),
    ]
    assert (lan.language, kim.language, lan.active_month) == ("vi", "ko", None)
    # nobody had confirmed Kim's telephone, and what stands beside the child is its mother's
    assert proved_contacts([person(LAN), person(KIM)]) == {
        person(LAN): {Channel.SMS: "+84912000345", Channel.EMAIL: "lan@vssid.example"}
    }
    assert Contact.objects.values_list("proved_how", flat=True).distinct().get() == "import"
    child = account(OF_CHILD["insurance_number"])
    assert not child.has_usable_password()
    assert not child.contacts.exists()


def test_it_is_counted_on_the_days_of_the_file(folder: Path, now: datetime) -> None:
    first = deliver(folder, "accounts")
    assert counted("registered") == [
        (date(2021, 3, 1), "app", "vi", "", 1),
        (date(2022, 5, 1), "employer", "ko", "", 1),
        (date(2023, 1, 5), "guardian", "vi", "", 1),
    ]
    assert counted("approved")[0] == (date(2021, 3, 3), "app", "vi", "00101", 1)
    assert [fact[0] for fact in counted("active")] == [date(2026, 9, 1), date(2026, 10, 30)]
    assert sum(int(str(fact[-1])) for fact in counted("imported")) == 3
    second = deliver(folder, "accounts", [with_changes(OF_LAN, registered_on="2021-02-01")], part="2")
    assert counted("registered")[0][0] == date(2021, 2, 1)
    assert sum(int(str(fact[-1])) for fact in counted("registered")) == 3
    assert sum(int(str(fact[-1])) for fact in counted("imported")) == 3
    for report in (second, first):
        undo_batch(report.batch or 0, kinds=kinds(), now=now)
    assert not AdoptionEvent.objects.exists()


def test_without_a_password_it_answers_as_a_number_nobody_has(folder: Path, now: datetime) -> None:
    deliver(folder, "accounts")
    answers = set()
    for number in (LAN, "0100000009"):
        with pytest.raises(WrongNumberOrPassword) as refused:
            check_number_and_password(number=number, password="mat-khau-nao-do", caller=STRANGER, now=now)
        answers.add((refused.value.code, refused.value.english()))
    assert len(answers) == 1


def test_the_first_password_comes_by_the_confirmed_contact(folder: Path, now: datetime) -> None:
    deliver(folder, "accounts")
    assert ask(LAN, now) == [Decision.SENT]
    redeem(LAN, [code_in(step) for step in sent(now) if step.row.code == "auth.code"][-1], now)
    assert check_number_and_password(number=LAN, password=NEW, caller=STRANGER, now=now) == account(LAN)


def test_the_national_eid_opens_it(folder: Path, now: datetime) -> None:
    deliver(folder, "accounts")
    shown = NationalEid(
        "https://vneid.example", "sub", "level-2", now, "001194000123", "TRẦN THỊ LAN", date(1994, 3, 14)
    )
    assert account_of_eid(eid=shown, now=now).account_id == account(LAN).pk


def test_what_cannot_be_known_to_be_right_is_refused(folder: Path, now: datetime) -> None:
    """Both lines of a shared contact; a guardian who answers for nobody; an account opened here already."""
    deliver(folder, "accounts", [OF_LAN])
    shared = with_changes(OF_KIM, phone=OF_LAN["phone"], phone_confirmed_on="2022-05-01")
    stranger = with_changes(OF_CHILD, guardian_insurance_number=KIM)
    report = deliver(folder, "accounts", [shared, stranger], part="2")
    assert codes(report) == [
        ("2", "phone", "contact_of_another"),
        ("3", "guardian_insurance_number", "guardian_not_on_record"),
    ]
    in_one = [with_changes(OF_LAN, email=""), with_changes(shared, phone_confirmed_on="2022-06-01")]
    assert [code for _, _, code in codes(deliver(folder, "accounts", in_one, part="3"))] == [
        "confirmed_without_contact",
        "contact_of_another",
    ]
    open_account(actor=SYSTEM, person_id=person(KIM), password=None, now=now)
    assert codes(deliver(folder, "accounts", [OF_KIM], part="4")) == [("2", "status", "account_exists")]


def test_an_account_in_use_is_its_owners(folder: Path, now: datetime) -> None:
    first = deliver(folder, "accounts", [OF_LAN])
    idle = deliver(folder, "accounts", [with_changes(OF_LAN, status="stopped")], part="2")
    assert not Account.objects.exists()
    undo_batch(idle.batch or 0, kinds=kinds(), now=now)
    count_use(account=account(LAN), channel="web", now=now)
    report = deliver(folder, "accounts", [with_changes(OF_LAN, status="stopped")], part="3")
    assert codes(report) == [("2", "status", "account_in_use")]
    later = deliver(
        folder, "accounts", [with_changes(OF_LAN, language="en", phone_confirmed_on="")], part="4"
    )
    assert (later.corrected, account(LAN).language) == (1, "vi")
    assert Channel.SMS in proved_contacts([person(LAN)])[person(LAN)]
    undo_batch(later.batch or 0, kinds=kinds(), now=now)
    with pytest.raises(ImportedAccountsInUse, match="used since: 1"):
        undo_batch(first.batch or 0, kinds=kinds(), now=now)
    assert Account.objects.filter(person_id=person(LAN)).exists()


def test_one_that_its_owner_closed_is_opened_by_no_file(folder: Path, now: datetime) -> None:
    first = deliver(folder, "accounts", [OF_LAN])
    later = deliver(folder, "accounts", [with_changes(OF_LAN, language="en")], part="2")
    Account.objects.filter(person_id=person(LAN)).update(closes_at=now)
    assert close_account(person_id=person(LAN), now=now)
    assert not ImportedAccount.objects.filter(person_id=person(LAN)).exists()
    again = deliver(folder, "accounts", [with_changes(OF_LAN, language="ko")], part="3")
    assert codes(again) == [("2", "status", "account_closed")]
    for report in (later, first):
        undo_batch(report.batch or 0, kinds=kinds(), now=now)
    assert not Account.objects.exists()
    open_account(actor=SYSTEM, person_id=person(LAN), password=None, now=now)
