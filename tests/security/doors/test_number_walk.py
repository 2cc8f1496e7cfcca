"""Nobody reads the register by walking its numbers: 10,000 probes a night, a few hundred on every change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from random import Random

import pytest

from tests.cast.identities import Member
from tests.environment.nights import NIGHT
from tests.security.walker import Walker
from vssid.apps.directory.models import Province
from vssid.apps.limits.services import work_puzzle
from vssid.apps.limits.services.admit_lookup import PERSONS_A_DAY
from vssid.apps.notifications.models import Notice
from vssid.apps.people.models import OutsideQuestion
from vssid.apps.people.services.answer_questions import answer_questions
from vssid.kit import clock

PROBES = 10_000 if NIGHT else 200
MOST_ANSWERED = 100
"""Of all probes, by when the door has to be shut."""
NAMES = ("Nguyễn Văn An", "Trần Thị Lan", "Nguyễn Thị Hoa", "Lê Văn Hùng", "Phạm Minh Tuấn")
NO_MATCH = "This does not match our records."
REFUSED = 429

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def puzzles_cost_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The walker has machines enough: what is counted must stop it alone."""
    monkeypatch.setattr(work_puzzle, "_EASIEST", 1)
    monkeypatch.setattr(work_puzzle, "_HARDEST", 1)


@pytest.fixture
def hanoi(db: None) -> str:
    Province.objects.get_or_create(
        code="001", since=date(2025, 7, 1), defaults={"name_vi": "Thành phố Hà Nội"}
    )
    return "001"


@pytest.mark.parametrize("step", [timedelta(0), timedelta(seconds=8)], ids=["at-once", "all-day"])
def test_the_card_check_confirms_nobody(the_cast: Mapping[str, Member], step: timedelta) -> None:
    """Through the numbers on both sides of everybody on record, each with a common name and a likely day."""
    walker, said = Walker("/lookup/card/"), Counter[int]()
    for number, moment in zip(_numbers(the_cast, 10), _moments(step), strict=False):
        with clock.pinned(moment):
            answer = walker.ask({"number": number, **_guess(number)})
        said[answer.status_code] += 1
        assert answer.status_code == REFUSED or NO_MATCH in answer.content.decode()
    assert said.total() == PROBES
    assert said[200] <= PERSONS_A_DAY <= MOST_ANSWERED
    assert set(said) == {200, REFUSED}


def test_the_number_look_up_says_nothing(the_cast: Mapping[str, Member], hanoi: str) -> None:
    """Not even the walker's own name and day, typed beside every number, tell one page from another."""
    lan, walker, pages = the_cast["lan"], Walker("/lookup/number/"), set[str]()
    said = Counter[int]()
    for number, moment in zip(_numbers(the_cast, 12), _moments(timedelta(seconds=8)), strict=False):
        typed = {"province": hanoi, "full_name": lan.name, "born_on": f"{lan.born_on:%d/%m/%Y}"}
        with clock.pinned(moment):
            answer = walker.ask({**typed, "citizen_number": number})
        said[answer.status_code] += 1
        if answer.status_code == 200:
            pages.add(answer.content.decode().split("<main")[1])
    assert said.total() == PROBES
    assert len(pages) == 1
    assert OutsideQuestion.objects.count() == said[200] <= PERSONS_A_DAY <= MOST_ANSWERED
    answer_questions(now=clock.now())
    assert Notice.objects.filter(code="lookup.number").exclude(person_id=lan.person_id).count() == 0


def _numbers(people: Mapping[str, Member], length: int) -> Iterator[str]:
    """One after the other, passing everybody of ``people``, the first after some ten."""
    known = [member.insurance_number if length == 10 else member.national_id for member in people.values()]
    known = [number for number in known if len(number) == length]
    around = PROBES // len(known) + 1
    passed = (f"{int(number) + offset:0{length}d}" for offset in range(-10, around) for number in known)
    return (number for _, number in zip(range(PROBES), passed, strict=False))


def _moments(step: timedelta) -> Iterator[datetime]:
    moment = clock.now()
    while True:
        yield moment
        moment += step


def _guess(number: str) -> dict[str, str]:
    chance = Random(number)  # noqa: S311 - repeatable on purpose
    day = date(1950, 1, 1) + timedelta(days=chance.randrange(20_000))
    return {"full_name": chance.choice(NAMES), "born_on": f"{day:%d/%m/%Y}"}
