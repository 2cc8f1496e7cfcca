"""After a new key of the ring every value is sealed anew, and what does not open is named."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.cast.identities import Member
from tests.cast.people import account_of, citizen

from vssid.apps.people.models import Person
from vssid.apps.privacy.selectors.keys_in_use import UNKNOWN, keys_in_use
from vssid.apps.privacy.services.reseal import reseal
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotAllowed
from vssid.kit import keyring

pytestmark = pytest.mark.django_db
OPERATOR = Actor(kind=ActorKind.SYSTEM, id="operator", channel="command")


@pytest.fixture
def new_key(lan: Member) -> Iterator[str]:
    """Seals from now on; what the cast brought stands under the key before."""
    before = keyring.ring()
    more, key = keyring.with_new_key(before)
    keyring.install(keyring.sealing_with(more, key))
    yield key
    keyring.install(before)


def test_everything_comes_under_the_new_key(new_key: str) -> None:
    before = keys_in_use(OPERATOR)
    old = {key for counts in before.values() for key in counts} - {"own"}
    assert new_key not in old
    done = list(reseal(actor=OPERATOR))
    after = keys_in_use(OPERATOR)
    assert not [step for step in done if step.broken]
    assert {key for counts in after.values() for key in counts} - {"own"} == {new_key}
    assert [counts.total() for counts in after.values()] == [counts.total() for counts in before.values()]
    assert sum(step.values for step in reseal(actor=OPERATOR)) == 0


def test_what_does_not_open_is_named_and_left_and_keeps_no_other_waiting(lan: Member, new_key: str) -> None:
    for_elsewhere = Person.objects.exclude(person_id=lan.person_id).exclude(phone_sealed="").first()
    assert for_elsewhere is not None
    Person.objects.filter(person_id=lan.person_id).update(
        phone_sealed=for_elsewhere.phone_sealed, email_sealed="v1|k77|AAAA|AAAA"
    )
    broken = [place for step in reseal(actor=OPERATOR) for place in step.broken]
    assert broken == [str(lan.person_id)]
    assert keys_in_use(OPERATOR)["person"][UNKNOWN] == 1
    row = Person.objects.get(person_id=lan.person_id)
    assert row.phone_sealed == for_elsewhere.phone_sealed


def test_people_are_refused(lan: Member) -> None:
    account_of(lan)
    with pytest.raises(NotAllowed):
        keys_in_use(citizen(lan))
    with pytest.raises(NotAllowed):
        next(reseal(actor=citizen(lan)))
