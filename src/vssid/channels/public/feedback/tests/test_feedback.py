"""A press of a button is counted and leads back; nothing a stranger sends leads elsewhere."""

from __future__ import annotations

import pytest
from django.test import Client

from vssid.apps.content.models import Feedback
from vssid.apps.content.services.give_feedback import ANSWERS_IN_TEN_MINUTES

pytestmark = pytest.mark.django_db(transaction=True)
BACK = "/help/questions/d1/?hl=en"


def _counted() -> list[tuple[str, bool]]:
    return list(Feedback.objects.values_list("page", "useful"))


def test_an_answer_is_counted_and_leads_back(english: Client, texts: None) -> None:
    page = english.get("/help/questions/d1/").text
    assert 'name="page" value="question/d1"' in page
    said = {"page": "question/d1", "useful": "no", "sentence": "Call me: 0912345678", "next": BACK}
    answer = english.post("/feedback/", said)
    assert (answer.status_code, answer["Location"]) == (302, BACK)
    assert _counted() == [("question/d1", False)]
    assert "Counted. It is kept without name or number." in english.get("/help/").text
    assert "vssid_session" not in english.cookies


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"page": "question/d1"},
        {"page": "question/d1", "useful": "perhaps"},
        {"page": "../../etc", "useful": "yes"},
        {"page": "question/" + "x" * 200, "useful": "yes"},
        {"page": "question/d1\n", "useful": "yes", "sentence": "x" * 5000},
        {"page": "question/d99", "useful": "yes"},
        {"page": "page/made-up", "useful": "yes"},
        {"page": "weather/d1", "useful": "yes"},
    ],
)
def test_what_is_no_answer_changes_nothing(english: Client, texts: None, said: dict[str, str]) -> None:
    assert english.post("/feedback/", said)["Location"] == "/help/"
    assert _counted() == []


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_nobody_is_led_elsewhere(english: Client, elsewhere: str) -> None:
    said = {"page": "question/d1", "useful": "yes", "next": elsewhere}
    assert english.post("/feedback/", said)["Location"] == "/help/"


@pytest.mark.parametrize(
    "page", ["policy/pension", "help/late-month", "news/base", "page/whats-new", "done/report"]
)
def test_every_page_that_asks_is_heard(english: Client, texts: None, page: str) -> None:
    english.post("/feedback/", {"page": page, "useful": "yes"})
    assert _counted() == [(page, True)]


def test_too_many_are_told_and_not_counted(english: Client, texts: None) -> None:
    for number in range(ANSWERS_IN_TEN_MINUTES + 1):
        said = {"page": "question/d1", "useful": "yes"}
        english.post("/feedback/", said, headers={"User-Agent": str(number)})
    assert _counted() == [("question/d1", True)] * ANSWERS_IN_TEN_MINUTES
    assert "Too many answers from this connection." in english.get("/help/").text


def test_it_is_only_posted(english: Client) -> None:
    assert english.get("/feedback/").status_code == 405


def test_another_site_cannot_answer_for_a_reader() -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/feedback/", {"page": "question/d1", "useful": "yes"}).status_code == 403
    assert _counted() == []
