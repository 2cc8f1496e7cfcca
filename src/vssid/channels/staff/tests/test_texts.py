"""An editor writes a draft, looks at it, publishes it, withdraws it; nobody else comes near."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.cast.identities import Member
from tests.cast.people import account_of
from tests.cast.texts import load, manuscript, shipped

from vssid.apps.content.models import Entry, Feedback, Version
from vssid.apps.content.vocabulary import LANGUAGES, Kind
from vssid.kit import clock

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
    assert "Everybody reads it at once." in at_work.get(f"{VERSIONS}{draft.pk}/publish/").text
    at_work.post(f"{VERSIONS}{draft.pk}/publish/")
    assert "Edited [en]" in at_work.get("/help/questions/d1/").text
    draft.refresh_from_db()
    assert draft.published_by == draft.author != ""


def test_a_draft_may_wait_for_a_language_but_not_go_out_without_it(at_work: Client, question: Entry) -> None:
    draft = _draft(at_work, question, title_ko="", body_ko="")
    assert draft.texts.count() == 4
    asked = at_work.get(f"{VERSIONS}{draft.pk}/publish/").text
    assert "The text is missing in 한국어." in asked
    assert '<form method="post"><input' not in asked
    assert at_work.post(f"{VERSIONS}{draft.pk}/publish/").status_code == 422
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


RUNS = "<script>alert(1)</script>"
TRICKS = [
    "<svg onload=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](data:text/html;base64,PHN2Zz4=)",
    "<javascript:alert(1)>",
    "[x]\n\n[x]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    "[x](/\\\\evil.example)",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
]


@pytest.mark.parametrize("trick", TRICKS)
def test_what_an_editor_writes_never_runs(at_work: Client, question: Entry, trick: str) -> None:
    """Refused, or words: in the preview and on the reader's page there is no such tag and no such link."""
    changes = {f"body_{code.replace('-', '_')}": f"{trick}\n\n{{=base_salary}}" for code in LANGUAGES}
    answer = at_work.post(f"{VERSIONS}add/", _written(question, **changes))
    if answer.status_code == 200:
        assert Version.objects.count() == 1
        return
    draft = Version.objects.get(state="draft")
    at_work.post(f"{VERSIONS}{draft.pk}/publish/")
    for page in (f"{VERSIONS}{draft.pk}/change/", "/help/questions/d1/"):
        main = at_work.get(page).text.partition("<main")[2]
        assert re.search(r"<(?:script|svg|img)[^>]*alert", main) is None
        # a backslash comes out as %5C, which stays on our own host
        assert re.search(r'href="(?:[^"]*alert|data:|//|/\\|https?://evil)', main) is None
        assert RUNS not in main


def test_markup_in_a_title_a_basis_or_a_source_stays_words(at_work: Client, db: None) -> None:
    load([shipped("rise", manuscript(Kind.NEWS, "A rise"))])
    entry = Entry.objects.get()
    hostile = {f"title_{code.replace('-', '_')}": f"{RUNS} {code}" for code in LANGUAGES}
    hostile |= {f"summary_{code.replace('-', '_')}": "Pay rises." for code in LANGUAGES}
    hostile |= {f"basis_{code.replace('-', '_')}": RUNS for code in LANGUAGES if code != "en"}
    sources = f"{RUNS} | https://vanban.chinhphu.vn/41"
    draft = _draft(at_work, entry, basis=RUNS, sources_text=sources, **hostile)
    at_work.post(f"{VERSIONS}{draft.pk}/publish/")
    shown = [
        "/",
        "/news/",
        "/news/rise/",
        "/news/feed.atom",
        "/search/?q=script",
        "/staff/admin/content/entry/",
    ]
    for address in [*shown, VERSIONS, f"{VERSIONS}{draft.pk}/change/", f"{VERSIONS}{draft.pk}/withdraw/"]:
        answer = at_work.get(address, follow=True)
        assert answer.status_code == 200, address
        assert RUNS not in answer.text, address
        assert "&lt;script&gt;" in answer.text or "search" in address, address


def test_no_step_is_taken_from_a_page_of_somebody_else(at_work: Client, question: Entry) -> None:
    at_work.handler.enforce_csrf_checks = True
    version = Version.objects.get()
    steps = [f"{VERSIONS}{version.pk}/{step}/" for step in ("publish", "withdraw", "redraft", "change")]
    for address in [*steps, f"{VERSIONS}add/", "/staff/admin/content/entry/add/"]:
        assert at_work.post(address, _written(question)).status_code == 403, address
    version.refresh_from_db()
    assert (version.state, Version.objects.count()) == ("published", 1)


def test_lists_name_texts_in_the_readers_language(at_work: Client, question: Entry) -> None:
    at_work.cookies["vssid_language"] = "ko"
    for table in ("entry", "version"):
        page = at_work.get(f"/staff/admin/content/{table}/").text
        assert "How many years? [ko]" in page
        assert "연금" in page or table == "version", "the topic"
        assert "Pension" not in page


def test_a_published_version_is_only_looked_at_or_taken_as_a_start(at_work: Client, question: Entry) -> None:
    version = Version.objects.get()
    page = at_work.get(f"{VERSIONS}{version.pk}/change/").text
    assert "<textarea" not in page
    assert "Body of How many years?" in page
    assert at_work.post(f"{VERSIONS}{version.pk}/change/", _written(question)).status_code == 403
    at_work.post(f"{VERSIONS}{version.pk}/redraft/")
    assert Version.objects.get(state="draft").texts.count() == 5
    asked = at_work.get(f"{VERSIONS}{version.pk}/withdraw/").text
    assert "readers no longer find this text" in asked
    assert at_work.get("/help/questions/d1/").status_code == 200, "asking alone does nothing"
    at_work.post(f"{VERSIONS}{version.pk}/withdraw/")
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
    assert at_work.post(f"/staff/admin/content/{table}/{question.pk}/delete/").status_code == 404
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


def test_the_answers_of_readers_stand_beside_the_titles_of_their_pages(
    at_work: Client, question: Entry, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """In as many statements as there are lists, not rows."""
    for number in range(20):
        Feedback.objects.create(
            page="question/d1", day=clock.today(), visitor=str(number), useful=True, language="en"
        )
    Feedback.objects.create(page="done/report", day=clock.today(), visitor="x", useful=False, language="vi")
    with django_assert_max_num_queries(12):
        page = at_work.get("/staff/admin/content/feedback/").text
    assert page.count("How many years? [") == 20
    assert "done/report" in page
