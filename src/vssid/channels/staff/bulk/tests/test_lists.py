"""A list of an employer: good lines become registrations, others are said; people prove their contact."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cast.careers import HOA_CHANH
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.bulk.sealed_lists import seal_list
from vssid.apps.accounts.models import Account, AdoptionEvent, BulkFile, Contact, Registration
from vssid.apps.accounts.registrations.rows import number_of
from vssid.apps.accounts.services.activate_account import activate_account
from vssid.apps.accounts.services.register_in_bulk import register_in_bulk
from vssid.apps.audit.models import AccessEvent
from vssid.apps.notifications.models import AddressedMessage
from vssid.apps.procedures.errors import SecondOfficerNeeded
from vssid.apps.procedures.models import Case
from vssid.apps.procedures.numbers import case_number
from vssid.apps.procedures.services.approve_waived import approve_waived
from vssid.apps.procedures.services.claim_case import claim_case
from vssid.apps.procedures.tests.officers import colleague
from vssid.apps.procedures.tests.test_registration import PASSWORD, Post, code_in, post
from vssid.channels.staff.cases.tests.conftest import AtDesk, at_desk
from vssid.domain.values.actor import Actor, ActorKind

__all__ = ["at_desk", "post"]

LISTS = "/staff/lists/"
HEAD = "insurance_number,full_name,birth_date,phone,email\n"
PHONE = "+84912000345"


def line(member: Member, phone: str = "", email: str = "", name: str = "") -> str:
    return f"{member.insurance_number},{name or member.name},{member.born_on.isoformat()},{phone},{email}\n"


def hand_in(browser: Client, text: str | bytes, **given: str) -> str:
    """The address of its outcome, or the page that says what was wrong."""
    content = text.encode() if isinstance(text, str) else text
    form = {"employer": HOA_CHANH, "channel": "employer", "language": "vi", **given}
    answer = browser.post(LISTS, {**form, "file": SimpleUploadedFile("may hoa chanh.csv", content)})
    return answer.headers.get("Location") or answer.text


def test_good_lines_open_registrations_and_the_others_are_said(
    lan: Member,
    minh: Member,
    hoa: Member,
    binh: Member,
    tuan: Member,
    mai: Member,
    at_desk: AtDesk,
    post: Post,
    now: datetime,
) -> None:
    officer = at_desk(tuan)
    assert LISTS in officer.get("/staff/").text
    text = HEAD + "".join(
        (
            line(lan, "0912000345", "lan@vssid.example", name="TRAN THI LAN"),
            line(minh, "0912000456", name="Nguyễn Văn Bình"),
            line(hoa, email="hoa@vssid.example"),
            f"0999999999,Ai Đó,1990-01-01,0912000999,\n{binh.insurance_number},=1+1,2022-06-10,,\n",
        )
    )
    outcome = hand_in(officer, text)
    assert "In work: 0 of 5 lines" in officer.get(outcome).text
    register_in_bulk(bulk_file=BulkFile.objects.get().pk, now=now)
    page = officer.get(outcome).text
    assert "4 lines refused" in page
    assert "had no month with this unit" in page
    rejects = officer.get(f"{outcome}rejects.csv")
    assert rejects["Content-Disposition"].startswith("attachment")
    told = [row.split(",")[:4] for row in rejects.text.lstrip("\ufeff").splitlines()]
    assert [(row[0], row[1], row[3]) for row in told[1:]] == [
        ("3", "full_name", "differs_from_record"),
        ("4", "insurance_number", "not_of_unit"),
        ("5", "insurance_number", "unknown_reference"),
        ("6", "full_name", "name_character"),
        ("6", "phone", "no_contact"),
    ]
    assert told[4][2] == "'=1+1"
    # nothing of the list is kept, what is kept of the refused lines is sealed
    row = BulkFile.objects.get()
    assert (row.file_sealed, row.rows_opened, row.rows_rejected) == ("", 1, 4)
    assert "0999999999" not in row.rejects_sealed
    assert AccessEvent.objects.get(person_id=lan.person_id).actor_name
    assert AdoptionEvent.objects.values_list("event", "channel", "source").get() == (
        "registered",
        "employer",
        "employer",
    )

    # the same list, and its good line in another one, open nothing more; a stranger sees none of it
    assert hand_in(officer, text) == outcome
    BulkFile.objects.update(finished_at=None, file_sealed=seal_list(text, row.digest))
    register_in_bulk(bulk_file=row.pk, now=now)
    assert BulkFile.objects.get().rows_opened == 1
    again = hand_in(officer, HEAD + line(lan, "0912000345"))
    register_in_bulk(bulk_file=BulkFile.objects.latest("pk").pk, now=now)
    assert "A registration of this person is under way." in officer.get(again).text
    assert Registration.objects.count() == 1
    stranger = at_desk(mai, office="07901")
    assert stranger.get(outcome).status_code == stranger.get(f"{outcome}rejects.csv").status_code == 404
    assert "Another office has handed in this list." in hand_in(stranger, text)


def test_the_contact_of_the_list_is_proved_by_the_activation(
    lan: Member, tuan: Member, at_desk: AtDesk, post: Post, now: datetime
) -> None:
    officer = at_desk(tuan)
    hand_in(officer, HEAD + line(lan, "0912000345", "lan@vssid.example"))
    register_in_bulk(bulk_file=BulkFile.objects.get().pk, now=now)
    registration, case = Registration.objects.get(), case_number(Case.objects.get())
    assert (registration.phone_proven_at, registration.photos_asked) == (None, False)
    themselves = Actor(
        ActorKind.OFFICER, id=registration.officer, roles=frozenset({"officer"}), office="00101"
    )
    with pytest.raises(SecondOfficerNeeded):
        claim_case(actor=themselves, number=case, now=now)
    assert AddressedMessage.objects.get().code == "register.received"
    code_in(post, now)
    assert number_of(registration) in post.sent[-1].text
    (settled,) = approve_waived(actor=colleague(1), chosen=[(case, Case.objects.get().version)], now=now)
    assert settled.problem is None
    code = code_in(post, now)
    assert post.sent[-1].addresses == (PHONE,)
    assert not Contact.objects.exists()
    activate_account(
        number=lan.insurance_number, code=code, password=PASSWORD, network="x", user_agent="x", now=now
    )
    # the code went to the telephone: the address beside it is still nobody's
    assert Contact.objects.values_list("channel", "proved_how").get() == ("sms", "code")
    assert Account.objects.get(person_id=lan.person_id).check_password(PASSWORD)


def test_what_stops_a_whole_list(
    lan: Member, minh: Member, tuan: Member, at_desk: AtDesk, now: datetime
) -> None:
    officer = at_desk(tuan)
    for text, given, said in (
        (HEAD, {"employer": "ZZ9999Z"}, "No unit has this code."),
        (HEAD, {"channel": ""}, "Choose employer or school."),
        (b"\xff\xfe", {}, "is not UTF-8 text"),
        ("name\nLan\n", {}, "does not know: name"),
        (HEAD + "x" * 500_001, {}, "larger than 500 kB"),
        (HEAD + "1,a,b,c,d\n" * 2_001, {}, "more than 2,000 rows"),
    ):
        assert said in hand_in(officer, text, **given)
    assert not BulkFile.objects.exists()
    # one telephone for all would open all to whoever holds it
    shared = HEAD + line(lan, PHONE) + line(minh, PHONE)
    account_of(minh)
    outcome = hand_in(officer, shared)
    register_in_bulk(bulk_file=BulkFile.objects.get().pk, now=now)
    page = officer.get(outcome).text
    assert "Another line or account has this telephone or e-mail." in page
    assert "This person already has an account." in page
    assert not Registration.objects.exists()
