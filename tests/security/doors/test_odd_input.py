"""Odd input in every field of every form: answered with a page that says what is wrong, never a fault.

On every change a field is filled with some of the texts, chosen by its name, at night with all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from html.parser import HTMLParser
from zlib import crc32

import pytest
from django.test import Client

from tests.cast.identities import Member
from tests.environment.nights import NIGHT
from tests.security.signed_in import Browsers, own_pages, settled

ODD = {
    "empty": "",
    "spaces": " \u00a0\u3000",
    "nul": "a\x00b",
    "markup": "<script>alert(1)</script>",
    "quotes": "'\"`;--",
    "template": "{{1337*7331}}${1337*7331}%(x)s%n",
    "path": "../../etc/passwd",
    "lines": "a\r\nSet-Cookie: x=1",
    "reversed": "\u202egnp.exe\u2066",
    "joined": "👩\u200d👩\u200d👧 Nguye\u0302\u0303n",
    "wide digits": "０１９４００００１２３",
    "minus": "-1",
    "no number": "1e999",
    "long digits": "9" * 5_000,
    "long": "ế" * 60_000,
    "json": '{"a": [1, null]}',
}
PUBLIC = [
    "/accounts/login/",
    "/accounts/staff/activate/",
    "/accounts/recover/sms/",
    "/accounts/recover/not-me/",
    "/verify/",
    "/lookup/number/",
    "/lookup/card/",
]
SIGNED_IN = ["/accounts/password/change/", "/accounts/reauthenticate/", "/me/report/"]
KEPT_OUT = {"csrfmiddlewaretoken"}
FIXED = {"password", "oldpassword", "password1", "file"}
"""Fields whose contents never stand on a page."""
AT_ONCE = 5

pytestmark = pytest.mark.django_db


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)


FEEDBACK = Form("/feedback/", {"page": "help/x", "useful": "yes", "sentence": "", "next": "/help/"})
"""Stands below texts, of which a fresh database has none."""


class _Forms(HTMLParser):
    """The forms of a page that are sent with POST, with all the fields they could send."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address, self.found, self.open = address, list[Form](), False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.open = values.get("method", "").lower() == "post"
            if self.open:
                self.found.append(Form(values.get("action") or self.address))
        name = values.get("name", "")
        if self.open and tag in {"input", "select", "textarea", "button"} and name not in {"", *KEPT_OUT}:
            self.found[-1].fields.setdefault(name, values.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open and tag != "form"


def _forms(pages: Mapping[str, str]) -> list[Form]:
    """Each action with each set of fields once."""
    found: dict[tuple[str, frozenset[str]], Form] = {}
    for address, page in pages.items():
        parser = _Forms(address)
        parser.feed(page)
        for form in parser.found:
            found.setdefault((form.action.split("?")[0], frozenset(form.fields)), form)
    return list(found.values())


def _oddly_filled(form: Form) -> Iterator[tuple[str, str, dict[str, str]]]:
    for name in form.fields:
        for odd in _odd_texts(f"{form.action} {name}"):
            yield name, odd, {**form.fields, name: odd}
    yield "", "", {}


def _odd_texts(field: str) -> list[str]:
    """What ``field`` is filled with: on every change ``AT_ONCE`` of the texts, next to each other from where
    its name points to, so that a form of some fields meets all."""
    texts = list(ODD.values())
    start = 0 if NIGHT else crc32(field.encode()) % len(texts)
    return (texts + texts)[start : start + (len(texts) if NIGHT else AT_ONCE)]


def _sent(browser: Client, form: Form) -> None:
    for name, odd, fields in _oddly_filled(form):
        answer = browser.post(form.action, fields)
        what = f"{form.action} {name}={odd[:40]!r}: {answer.status_code}"
        assert answer.status_code < 500, what
        assert "x" not in answer.cookies, what
        if "text/html" not in answer.get("Content-Type", ""):
            continue
        page = answer.content.decode()
        assert "<script>alert" not in page, what
        assert "9801547" not in page, what
        if answer.status_code in {400, 404}:
            assert 'href="' in page.split("<main")[1], f"{what}: no way out"


def test_in_public(client: Client, the_cast: Mapping[str, Member]) -> None:
    forms = _forms({address: client.get(address).content.decode() for address in PUBLIC})
    assert {form.action.split("?")[0] for form in forms} >= {*PUBLIC, "/language/", "/text-size/"}
    for form in (*forms, FEEDBACK):
        _sent(client, form)


def test_signed_in(lan: Member, signed_in: Browsers, now: datetime) -> None:
    browser = settled(lan, signed_in, now)
    pages = own_pages(browser) | {address: browser.get(address).content.decode() for address in SIGNED_IN}
    forms = [
        form for form in _forms(pages) if "logout" not in form.action and "everywhere" not in form.fields
    ]
    assert {form.action.split("?")[0] for form in forms} >= {
        "/me/report/",
        "/me/papers/make/",
        "/me/settings/theme/",
        "/me/settings/notices/",
        "/me/settings/devices/",
        "/me/settings/offline/",
        "/accounts/password/change/",
    }
    for form in forms:
        _sent(browser, form)
    assert browser.get("/me/").status_code == 200


@pytest.mark.parametrize("address", ["/accounts/login/", "/lookup/card/", "/lookup/number/"])
def test_what_was_typed_is_not_lost(client: Client, db: None, address: str) -> None:
    """A form that is refused stands there again, with a sentence at the field and the typed text in it."""
    form = _forms({address: client.get(address).content.decode()})
    fields = next(one.fields for one in form if one.action.split("?")[0] == address)
    typed = {name: f"odd {name} <1>" for name in fields if name not in FIXED}
    page = client.post(address, {**typed, "password": "x"}).content.decode()
    for name, value in typed.items():
        if f'id="id_{name}"' in page and name not in {"province", "puzzle", "answer"}:
            assert escape(value) in page, name
            assert f'id="id_{name}_error"' in page or name == "full_name", name
