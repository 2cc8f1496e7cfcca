"""An authorisation opens what it names, to whom it names, while it stands; threat 20 in eight scenarios."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows

from vssid.apps.accounts.assurance.leave import StepUpNeeded
from vssid.apps.accounts.delegations import errors
from vssid.apps.accounts.models import Account, Delegation
from vssid.apps.accounts.selectors.delegations import DelegationLine, delegations_of
from vssid.apps.accounts.services.give_delegation import give_delegation
from vssid.apps.audit.models import AccessEvent
from vssid.apps.benefits.selectors.history import benefits_of
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import Person, Relation
from vssid.apps.people.policies import born_to_be_adult_on
from vssid.apps.people.services.tell_majority import tell_majority
from vssid.channels.citizen.tests.counting import statements
from vssid.domain.values.actor import Actor, Assurance, Scope
from vssid.domain.values.problem import Problem
from vssid.kit import clock

ALL = (Scope.CARD, Scope.FACILITY, Scope.PARTICIPATION)
FAMILY = "/me/family/"
ACCEPT, END = f"{FAMILY}accept/", f"{FAMILY}end/"
Browser = Callable[..., Client]


def proven(member: Member) -> Actor:
    return citizen(member, assurance=Assurance.HIGH, fresh_assurance=Assurance.HIGH)


def give(giver: Member, receiver: Member, now: datetime, **other: Any) -> DelegationLine:
    """As the giver reads it afterwards."""
    asked = {"number": receiver.insurance_number, "full_name": receiver.name, "scopes": ALL, "months": 3}
    give_delegation(actor=proven(giver), now=now, **{**asked, **other})
    return delegations_of(citizen(giver), now=now).given[-1]


def accepted(giver: Member, receiver: Member, browser: Client, now: datetime, **other: Any) -> DelegationLine:
    account_of(giver)
    line = give(giver, receiver, now, **other)
    assert browser.post(ACCEPT, {"authorisation": line.id})["Location"] == FAMILY
    return line


def links(browser: Client) -> list[str]:
    """Where the family page leads: cards and months of others."""
    page = browser.get(FAMILY).text
    parts = [part.split('"')[0] for part in page.split('href="')[1:]]
    return [part for part in parts if part.startswith(("/me/card/", FAMILY)) and len(part) > 25]


def notices(person: Member) -> int:
    return Notice.objects.filter(person_id=person.person_id, code__startswith="delegate.").count()


@pytest.fixture
def at(now: datetime) -> Any:
    with clock.pinned(now):
        yield now


def test_nothing_shows_whether_number_and_name_fit(
    lan: Member, minh: Member, hoa: Member, at: datetime
) -> None:
    """A right pair, a wrong name and a number nobody has look the same; only the right one is asked."""
    with pytest.raises(StepUpNeeded):
        give_delegation(actor=citizen(lan), number="1", full_name="x", scopes=ALL, months=3, now=at)
    lines = [
        give(lan, minh, at),
        give(lan, minh, at, number=hoa.insurance_number),
        give(lan, minh, at, number="0199999999"),
    ]
    said = {(line.name, line.scopes, line.until, line.accepted, line.person_id) for line in lines}
    assert said == {(minh.name, frozenset(ALL), date(2027, 2, 21), False, None)}
    assert [delegations_of(citizen(one), now=at).received != () for one in (minh, hoa)] == [True, False]
    assert (notices(minh), notices(hoa)) == (1, 0)
    faults: list[tuple[dict[str, Any], type[Problem]]] = [
        ({"scopes": ()}, errors.NothingGiven),
        ({"scopes": (Scope.FACILITY,)}, errors.ScopeAlone),
        ({"scopes": (Scope.RECORD,)}, errors.NothingGiven),
        ({"months": 24}, errors.UnknownTerm),
        ({"number": lan.insurance_number, "full_name": lan.name}, errors.GivenToOneself),
    ]
    for other, problem in faults:
        with pytest.raises(problem):
            give(lan, minh, at, **other)
    give(lan, minh, at)
    with pytest.raises(errors.TooManyOffers):
        give(lan, minh, at)
    assert Delegation.objects.count() == 4


def test_from_the_offer_to_the_end(
    lan: Member, minh: Member, mai: Member, signed_in: Browser, at: datetime
) -> None:
    """Threat 20: revoked mid-session, notices to both, the receiver's looks in the giver's log, by name."""
    browser, stranger = signed_in(minh), signed_in(mai)
    statements(browser, "/me/")  # the first visit of a session writes its line of the log
    cost = len(statements(browser, "/me/"))
    line = give(lan, minh, at)
    assert links(browser) == [], "an offer opens nothing"
    assert stranger.post(ACCEPT, {"authorisation": line.id}).status_code == 404
    assert signed_in(lan).post(ACCEPT, {"authorisation": line.id}).status_code == 404, "only who was asked"
    assert len(statements(browser, "/me/")) == cost, "an offer costs no statement"
    browser.post(ACCEPT, {"authorisation": line.id})
    assert len(statements(browser, "/me/")) == cost + 1
    card, months = links(browser)
    assert lan.name in browser.get(card).text
    assert card not in browser.get("/me/").text, "no copy of it is kept on the device"
    page = browser.get(months).text
    assert f'You are looking at the record of <span lang="vi" translate="no">{lan.name}</span>.' in page
    assert "/me/participation/" not in page.split("<main")[1].split("</main")[0], (
        "read only: nothing leads further"
    )
    for address in (card, months, f"{card}print/", f"{FAMILY}{line.id}/months/"):
        assert stranger.get(address).status_code == 404
    assert browser.get(f"{card}print/").status_code == 404, "papers are made by the giver alone"
    assert browser.get(f"/me/access-log/?person={card.split('/')[3]}").text.count(lan.name) == 0
    log = signed_in(lan).get("/me/access-log/").text
    assert log.count("With your authorisation") >= 3
    assert minh.name in log
    assert (notices(lan), notices(minh)) == (1, 2)
    assert stranger.post(END, {"authorisation": line.id}).status_code == 404
    signed_in(lan).post(END, {"authorisation": line.id})
    for address in (card, months):
        assert browser.get(address).status_code == 404, "the same session, the next page"
    assert links(browser) == []
    assert (notices(lan), notices(minh)) == (2, 3)
    assert browser.post(ACCEPT, {"authorisation": line.id}).status_code == 404


def test_the_receiver_ends_it_too(lan: Member, minh: Member, signed_in: Browser, at: datetime) -> None:
    browser = signed_in(minh)
    line = accepted(lan, minh, browser, at)
    browser.post(END, {"authorisation": line.id})
    assert Delegation.objects.get().ended_by == "receiver"
    assert links(browser) == []


def test_it_ends_by_its_day_and_with_the_giver(
    lan: Member, minh: Member, signed_in: Browser, at: datetime
) -> None:
    """Threat 20: expired; it ends with the giver's death, and rests while their account is closed."""
    browser = signed_in(minh)
    accepted(lan, minh, browser, at, months=1)
    card, _ = links(browser)
    with clock.pinned(datetime(2026, 12, 21, 12, tzinfo=clock.VIETNAM)):
        again = signed_in(minh)
        assert again.get(card).status_code == 200
        Person.objects.filter(person_id=lan.person_id).update(died_on=date(2026, 12, 20))
        assert again.get(card).status_code == 404
        Person.objects.filter(person_id=lan.person_id).update(died_on=None)
        Account.objects.filter(person_id=lan.person_id).update(is_active=False)
        assert again.get(card).status_code == 404
        Account.objects.filter(person_id=lan.person_id).update(is_active=True)
        assert again.get(card).status_code == 200
    with clock.pinned(datetime(2026, 12, 22, 0, 1, tzinfo=clock.VIETNAM)):
        assert signed_in(minh).get(card).status_code == 404
    with clock.pinned(at + timedelta(days=1)):
        unanswered = give(lan, minh, at)
    with clock.pinned(at + timedelta(days=15)):
        assert signed_in(minh).post(ACCEPT, {"authorisation": unanswered.id}).status_code == 404


def test_a_scope_opens_itself_alone(lan: Member, minh: Member, signed_in: Browser, at: datetime) -> None:
    """Threat 20: scope missing, facility names hidden."""
    browser, facility = signed_in(minh), "Initially registered healthcare facility"
    line = accepted(lan, minh, browser, at, scopes=(Scope.CARD,))
    (card,) = links(browser)
    assert facility not in browser.get(card).text
    months = card.replace("/me/card/", FAMILY) + "months/"
    assert browser.get(months).status_code == 404
    browser.post(END, {"authorisation": line.id})
    accepted(lan, minh, browser, at, scopes=(Scope.CARD, Scope.FACILITY))
    assert facility in browser.get(card).text
    accepted(lan, minh, browser, at, scopes=(Scope.PARTICIPATION,))
    assert browser.get(months).status_code == 200


def test_who_sees_benefits_does_not_see_where_they_are_paid(
    lan: Member, minh: Member, mai: Member, signed_in: Browser, at: datetime
) -> None:
    """For a carer: what was received, at once over when it is ended; each look by name in the giver's log."""
    browser = signed_in(minh)
    line = accepted(lan, minh, browser, at, scopes=(Scope.BENEFITS,))
    (benefits,) = [way for way in links(browser) if way.endswith("/benefits/")]
    paid_to = [one for one in benefits_of(citizen(lan), lan.person_id, today=at.date()) if one.bank]
    assert paid_to
    for address in (benefits, f"{benefits}benefits.csv"):
        page = browser.get(address).getvalue().decode()
        assert paid_to[0].decision_number in page
        assert paid_to[0].bank not in page
        assert paid_to[0].account not in page
        assert signed_in(mai).get(address).status_code == 404
    for other in ("months/", "visits/", "copy/"):
        assert browser.get(benefits.replace("benefits/", other)).status_code == 404
    logged = AccessEvent.objects.get(person_id=lan.person_id, data_group="benefits")
    assert (logged.actor_name, logged.purpose) == (minh.name, "delegate")
    assert "benefits received" in signed_in(lan).get(FAMILY).text
    signed_in(lan).post(END, {"authorisation": line.id})
    assert browser.get(benefits).status_code == 404


def test_guardians_see_until_eighteen_and_by_the_agency_s_data(
    lan: Member, binh: Member, mai: Member, signed_in: Browser, at: datetime
) -> None:
    """Threat 20: guardian after 18, guardianship ended by data; the child reads the parent's name."""
    browser = signed_in(lan)
    card, months, *_, account = links(browser)
    assert "until 9 June 2040" in " ".join(browser.get(FAMILY).text.split())
    assert browser.get(months).status_code == 200
    assert signed_in(mai).get(months).status_code == 404
    child = signed_in(binh)
    assert lan.name in child.get(FAMILY).text, "the child reads who sees the record"
    assert "/me/family/add-child/" in signed_in(mai).get(FAMILY).text, "a missing child"
    assert lan.name in child.get("/me/access-log/").text
    birthday = datetime(2040, 6, 10, 0, 1, tzinfo=clock.VIETNAM)
    for moment, answer in ((birthday - timedelta(minutes=2), 200), (birthday, 404)):
        with clock.pinned(moment):
            assert signed_in(lan).get(months).status_code == answer
    with clock.pinned(birthday):
        assert signed_in(binh).get("/me/card/").status_code == 200, "their own sign-in"
    row = Relation.objects.filter(person_id=lan.person_id, relative_person_id=binh.person_id).get()
    Relation.objects.filter(person_id=lan.person_id, seq=row.seq).update(until=at.date() - timedelta(days=1))
    shows(browser, account_of(lan), "vneid")
    assert [browser.get(address).status_code for address in (card, months, account)] == [404, 404, 404]
    assert links(browser) == []


def test_the_form_says_what_is_wrong_and_asks(
    lan: Member, minh: Member, signed_in: Browser, at: datetime
) -> None:
    browser, address = signed_in(lan), f"{FAMILY}authorise/"
    assert browser.get(address)["Location"].startswith("/accounts/reauthenticate/")
    shows(browser, account_of(lan), "vneid")
    assert "Enter the full name." in browser.post(address, {"number": "123"}).text
    typed = {"number": minh.insurance_number, "full_name": minh.name, "months": "3"}
    assert "Choose at least one thing" in browser.post(address, typed).text
    assert browser.post(address, {**typed, "scopes": ["card", "participation"]})["Location"] == FAMILY
    assert "Not accepted yet" in browser.get(FAMILY).text
    assert "Asks whether you will see" in signed_in(minh).get(FAMILY).text


def test_parents_are_told_a_month_before_and_the_child_on_the_day(
    lan: Member, binh: Member, now: datetime
) -> None:
    """And on no other day; who was born on 29 February comes of age on the last of February."""
    birthday = date(2040, 6, 10)
    for days, reader in ((31, None), (30, lan), (29, None), (0, binh), (-1, None)):
        day = birthday - timedelta(days=days)
        moment = datetime(day.year, day.month, day.day, 9, tzinfo=clock.VIETNAM)
        with clock.pinned(moment):
            assert tell_majority(now=moment) == (0 if reader is None else 1)
            assert tell_majority(now=moment) == 0, "once"
        if reader is not None:
            notice = Notice.objects.get(person_id=reader.person_id, code="life.majority")
            assert notice.about_id == binh.person_id
    assert born_to_be_adult_on(date(2030, 2, 28)) == (date(2012, 2, 28), date(2012, 2, 29))
    assert born_to_be_adult_on(date(2030, 3, 1)) == (date(2012, 3, 1),)
    assert born_to_be_adult_on(date(2028, 2, 29)) == ()
    assert born_to_be_adult_on(date(2030, 1, 31)) == (date(2012, 1, 31),)
