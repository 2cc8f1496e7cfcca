"""Versions: loaded once, read by day, never overwritten, changed by editors alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from tests.cast.texts import EDITOR, load, manuscript, shipped, words

from vssid.apps.content.errors import AlreadyPublished, LanguagesMissing, TextRefused
from vssid.apps.content.models import Entry, Version
from vssid.apps.content.selectors.library import library
from vssid.apps.content.selectors.reading import headings, read_page
from vssid.apps.content.services.publish_version import publish_version
from vssid.apps.content.services.save_draft import save_draft
from vssid.apps.content.services.withdraw_version import withdraw_version
from vssid.apps.content.vocabulary import Kind
from vssid.domain.values.actor import ANONYMOUS, Actor, ActorKind
from vssid.domain.values.problem import NotAllowed, NotFound

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
NEW = manuscript(Kind.POLICY, "Pension from 15 years")
OLD = replace(NEW, effective_from=date(2016, 1, 1), words=words("Pension from 20 years", summary="Old."))


def _page(slug: str = "pension", on: date | None = None) -> str:
    return read_page(kind=Kind.POLICY, slug=slug, today=TODAY, language="en", on=on).heading.title


def test_loading_twice_changes_nothing() -> None:
    texts = [shipped("pension", OLD, NEW), shipped("a1", manuscript(Kind.QUESTION, "Forgotten?"))]
    assert load(texts).published == ["policy/pension", "question/a1"]
    before = library()
    again = load(texts)
    assert (again.published, again.unchanged) == ([], 2)
    assert library() is before


def test_the_day_decides_which_version_is_read() -> None:
    load([shipped("pension", OLD, NEW)])
    assert _page() == _page(on=date(2025, 7, 1)) == "Pension from 15 years [en]"
    assert _page(on=date(2025, 6, 30)) == "Pension from 20 years [en]"
    with pytest.raises(NotFound):
        _page(on=date(2015, 12, 31))
    page = read_page(kind=Kind.POLICY, slug="pension", today=TODAY, language="en", on=date(2020, 1, 1))
    assert page.older
    assert page.until == date(2025, 6, 30)
    assert [(span.since.year, span.current) for span in page.spans] == [(2025, True), (2016, False)]


def test_an_older_version_keeps_the_figures_of_its_time() -> None:
    old = replace(OLD, words=words("Old", body="{=base_salary}", summary="Old."))
    load([shipped("pension", old, NEW)])
    page = read_page(kind=Kind.POLICY, slug="pension", today=TODAY, language="vi", on=date(2018, 1, 1))
    assert "1.300.000" in page.html


def test_a_corrected_shipped_text_takes_its_place() -> None:
    load([shipped("pension", NEW)])
    load([shipped("pension", replace(NEW, words=words("Corrected", summary="Short.")))])
    assert _page() == "Corrected [en]"
    assert len(read_page(kind=Kind.POLICY, slug="pension", today=TODAY, language="en").spans) == 1


def _edited(now: datetime, title: str = "Edited") -> int:
    entry = Entry.objects.get(slug="pension")
    return save_draft(
        actor=EDITOR,
        entry_id=entry.pk,
        manuscript=replace(NEW, words=words(title, summary="Short.")),
        now=now,
    )


def test_what_staff_published_is_never_overwritten(now: datetime) -> None:
    load([shipped("pension", NEW)])
    publish_version(actor=EDITOR, version_id=_edited(now), now=now)
    assert _page() == "Edited [en]"
    loaded = load([shipped("pension", replace(NEW, words=words("Corrected", summary="Short.")))])
    assert loaded.held_back == ["policy/pension"]
    assert _page() == "Edited [en]"
    assert Version.objects.filter(state="draft", origin="shipped").count() == 1


def test_what_staff_withdrew_does_not_come_back(now: datetime) -> None:
    load([shipped("pension", NEW)])
    withdraw_version(actor=EDITOR, version_id=Version.objects.get().pk, now=now)
    assert load([shipped("pension", NEW)]).unchanged == 1
    assert load([shipped("pension", replace(NEW, confidence="B"))]).held_back == ["policy/pension"]
    with pytest.raises(NotFound):
        _page()


def test_withdrawing_brings_back_what_held_before(now: datetime) -> None:
    load([shipped("pension", NEW)])
    edited = _edited(now)
    publish_version(actor=EDITOR, version_id=edited, now=now)
    withdraw_version(actor=EDITOR, version_id=edited, now=now + timedelta(hours=1))
    assert _page() == "Pension from 15 years [en]"
    kept = Version.objects.get(pk=edited)
    assert (kept.state, kept.withdrawn_by) == ("withdrawn", "editor-1")


def test_a_draft_is_read_by_nobody_and_a_published_version_is_not_changed(now: datetime) -> None:
    load([shipped("pension", NEW)])
    version = _edited(now)
    assert _page() == "Pension from 15 years [en]"
    publish_version(actor=EDITOR, version_id=version, now=now)
    with pytest.raises(AlreadyPublished):
        publish_version(actor=EDITOR, version_id=version, now=now)
    with pytest.raises(AlreadyPublished):
        save_draft(
            actor=EDITOR,
            entry_id=Entry.objects.get().pk,
            manuscript=NEW,
            now=now,
            version_id=version,
        )


def test_a_missing_language_stops_publishing_by_name(now: datetime) -> None:
    load([shipped("pension", NEW)])
    partial = {code: text for code, text in NEW.words.items() if code not in {"ko", "ja"}}
    version = save_draft(
        actor=EDITOR,
        entry_id=Entry.objects.get().pk,
        manuscript=replace(NEW, words=partial),
        now=now,
    )
    with pytest.raises(LanguagesMissing, match="ko, ja"):
        publish_version(actor=EDITOR, version_id=version, now=now)


def test_a_text_that_could_not_be_shown_is_not_even_kept(now: datetime) -> None:
    load([shipped("pension", NEW)])
    with translation.override("en"), pytest.raises(TextRefused, match="neither ours"):
        save_draft(
            actor=EDITOR,
            entry_id=Entry.objects.get().pk,
            manuscript=replace(NEW, words=words("T", body="[x](https://evil.example/)", summary="S.")),
            now=now,
        )


@pytest.mark.parametrize(
    "stranger", [ANONYMOUS, Actor(kind=ActorKind.CITIZEN, id="1", person_id=1), Actor(kind=ActorKind.OFFICER)]
)
def test_only_an_editor_changes_anything(stranger: Actor, now: datetime) -> None:
    load([shipped("pension", NEW)])
    entry, version = Entry.objects.get(), Version.objects.get()
    with pytest.raises(NotAllowed):
        save_draft(actor=stranger, entry_id=entry.pk, manuscript=NEW, now=now)
    for service in (publish_version, withdraw_version):
        with pytest.raises(NotAllowed):
            service(actor=stranger, version_id=version.pk, now=now)


def test_a_page_costs_one_statement(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    load([shipped("pension", OLD, NEW)])
    library()
    with django_assert_num_queries(1):
        _page()
    with django_assert_num_queries(1):
        assert len(headings(Kind.POLICY, today=TODAY, language="en")) == 1


def test_what_is_no_longer_shipped_is_named() -> None:
    load([shipped("pension", NEW)])
    assert load([]).gone == ["policy/pension"]
