"""An editor writes a draft, looks at it, publishes it, withdraws it; nobody else comes near."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.cast.identities import Member
from tests.cast.people import account_of
from tests.cast.texts import load, manuscript, shipped

from vssid.apps.content.models import Entry, Version
from vssid.apps.content.vocabulary import LANGUAGES, Kind

VERSIONS = "/staff/admin/content/version/"


@pytest.fixture
def question(db: None) -> Entry:
    load([shipped("d1", manuscript(Kind.QUESTION, "How many years?"))])
    return Entry.objects.get()


def _written(entry: Entry, **changes: str) -> dict[str, str]:
    values = {
        "entry": str(entry.pk),
        "effective_from": "2026-07-01",
        "as_of": "2026-11-22",
        "confidence": "A",
        "basis": "Law 41/2024/QH15, article 64",
        "sources_text": "Law | https://vanban.chinhphu.vn/41",
    }
    for code in LANGUAGES:
        name = code.replace("-", "_")
        values |= {f"title_{name}": f"Edited [{code}]", f"body_{name}": "Pay is {=base_salary}."}
    return values | changes


def _draft(at_work: Client, entry: Entry, **changes: str) -> Version:
    answer = at_work.post(f"{VERSIONS}add/", _written(entry, **changes))
    assert answer.status_code == 302, answer.text
    return Version.objects.get(state="draft")


def test_a_draft_is_previewed_then_published(at_work: Client, question: Entry) -> None:
    draft = _draft(at_work, question)
    assert (draft.origin, draft.number, draft.texts.count()) == ("staff", 2, 5)
    page = at_work.get(f"{VERSIONS}{draft.pk}/change/").text
    assert "Pay is VND&nbsp;2,530,000." in page, "the preview computes the figures"
    assert "How many years? [en]" in at_work.get("/help/questions/d1/").text
    at_work.post(f"{VERSIONS}{draft.pk}/change/", _written(question, publish="on"))
    assert "Edited [en]" in at_work.get("/help/questions/d1/").text
    draft.refresh_from_db()
    assert draft.published_by == draft.author != ""


def test_a_draft_may_wait_for_a_language_but_not_go_out_without_it(at_work: Client, question: Entry) -> None:
    draft = _draft(at_work, question, title_ko="", body_ko="")
    assert draft.texts.count() == 4
    answer = at_work.post(
        f"{VERSIONS}{draft.pk}/change/", _written(question, publish="on", title_ko="", body_ko="")
    )
    assert "The text is missing in 한국어." in answer.text
    draft.refresh_from_db()
    assert draft.state == "draft"


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("body_en", "[x](https://evil.example/)", "neither ours nor an official act"),
        ("body_en", "<script>alert(1)</script>", "HTML"),
        ("body_vi", "{=no_such_figure}", "no_such_figure"),
        ("body_ja", "No figure here.", "figures differ"),
        ("sources_text", "x | https://evil.example/", "no official act"),
    ],
)
def test_what_could_not_be_shown_is_refused_beside_its_field(
    at_work: Client, question: Entry, field: str, text: str, said: str
) -> None:
    answer = at_work.post(f"{VERSIONS}add/", _written(question, **{field: text}))
    assert answer.status_code == 200
    assert said in answer.text
    assert "<script>alert" not in answer.text
    assert Version.objects.count() == 1


def test_a_published_version_is_only_looked_at_or_taken_as_a_start(at_work: Client, question: Entry) -> None:
    version = Version.objects.get()
    page = at_work.get(f"{VERSIONS}{version.pk}/change/").text
    assert "<textarea" not in page
    assert "Body of How many years?" in page
    assert at_work.post(f"{VERSIONS}{version.pk}/change/", _written(question)).status_code == 403
    at_work.post(VERSIONS, {"action": "new_drafts", "_selected_action": version.pk})
    assert Version.objects.get(state="draft").texts.count() == 5
    at_work.post(VERSIONS, {"action": "withdraw", "_selected_action": version.pk})
    assert at_work.get("/help/questions/d1/").status_code == 404
    version.refresh_from_db()
    assert version.state == "withdrawn"


def test_an_entry_keeps_its_address(at_work: Client, question: Entry) -> None:
    entry = {"kind": "news", "slug": "rise", "topic": "general", "order": "5"}
    at_work.post("/staff/admin/content/entry/add/", entry)
    made = Entry.objects.get(slug="rise")
    moved = {"kind": "policy", "slug": "other", "topic": "pension", "order": "7"}
    at_work.post(f"/staff/admin/content/entry/{made.pk}/change/", moved)
    made.refresh_from_db()
    assert (made.kind, made.slug, made.topic, made.order) == ("news", "rise", "pension", 7)


@pytest.mark.parametrize("table", ["entry", "version", "feedback"])
def test_lists_open_and_nothing_is_deleted(at_work: Client, question: Entry, table: str) -> None:
    assert at_work.get(f"/staff/admin/content/{table}/").status_code == 200
    assert at_work.post(f"/staff/admin/content/{table}/{question.pk}/delete/").status_code in {302, 403}
    assert Entry.objects.count() == 1


def test_neither_a_visitor_nor_a_citizen_nor_half_a_sign_in_comes_near(
    client: Client, password_only: Client, lan: Member, question: Entry
) -> None:
    citizen = Client()
    citizen.force_login(account_of(lan))
    for stranger in (Client(), citizen, password_only):
        assert stranger.get(VERSIONS).status_code in {302, 403, 404}
        stranger.post(f"{VERSIONS}add/", _written(question))
    assert Version.objects.count() == 1
