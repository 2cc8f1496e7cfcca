"""axe and the keyboard on every page: axe in Vietnamese, light, 320 px, and on some in one more look, both
chosen by the page's address; then the Tab key, on the page as it stands.

On every change a page is visited with the first of the people below who comes to its address, one address of
a route, and one page of three is walked; at night all of them in every look, and in the sample with each of
the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Page

from tests.accessibility.axe import Look, findings, looks
from tests.accessibility.keyboard import walk
from tests.accessibility.sample import is_walked, sampled
from tests.environment.browser import OpenContext, sign_in
from tests.environment.demonstration import Demonstration
from tests.environment.nights import NIGHT
from tests.environment.visitor import Visitor, crawl

PEOPLE: list[str | None] = [None, "lan", "hoa", "minjun"]


@pytest.fixture(scope="module")
def paths_of(demonstration: Demonstration) -> Callable[[str | None], list[str]]:
    """Where a person comes to, walked once."""
    return cache(lambda person: _paths(demonstration, person))


@pytest.mark.parametrize("person", PEOPLE)
def test_pages_have_no_axe_finding_and_are_walked_with_the_keyboard(
    demonstration: Demonstration,
    new_context: OpenContext,
    paths_of: Callable[[str | None], list[str]],
    person: str | None,
) -> None:
    paths = paths_of(person)
    assert len(paths) > (12 if person else 4)
    earlier = {path for other in PEOPLE[: PEOPLE.index(person)] for path in paths_of(other)}
    page = new_context("vi").new_page()
    page.goto("/")
    if person:
        sign_in(page, demonstration.logins[person])
        page.goto("/accounts/reauthenticate/")
        page.fill("input[name=password]", demonstration.logins[person]["password"])
        page.click("main form:has(input[name=password]) .v-send")
    found = [
        finding for path in paths for finding in _findings(page, path, looks(path, seen=path in earlier))
    ]
    assert not found, "\n".join(found[:40])


def _findings(page: Page, path: str, looks: list[Look]) -> Iterator[str]:
    yield from findings(page, path, looks)
    if looks and is_walked(path):
        yield from walk(page, path)


def _paths(demonstration: Demonstration, person: str | None) -> list[str]:
    visitor = Visitor(demonstration.address)
    if person:
        visitor.sign_in(demonstration.logins[person])
        visitor.post("/accounts/reauthenticate/", password=demonstration.logins[person]["password"])
    # what is there without signing in, a visitor has seen
    under = ("/",) if NIGHT or person is None else ("/me/", "/accounts/")
    found = crawl(visitor, "/me/" if person else "/", "/accounts/login/", "/no-such-page/", under=under)
    return sampled(found, most=1)
