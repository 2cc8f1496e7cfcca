"""People signed in, each with something of every kind; and the walk through all their pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from html import unescape

from allauth.usersessions.models import UserSession
from django.test import Client

from tests.cast.identities import Member
from tests.cast.people import account_of, citizen, shows
from tests.environment.push_service import PushBrowser
from vssid.apps.notifications.services.notify import notify
from vssid.apps.notifications.services.subscribe_push import subscribe_push
from vssid.domain.values.actor import Actor, ActorKind

_ID = re.compile(r"""[/="]([a-z2-7]{16})[/&"]""")
_LINK = re.compile(r'(?:href|action)="(/me/[^"#]*)')
_SYSTEM = Actor(kind=ActorKind.SYSTEM, id="test")

Browsers = Callable[..., Client]


def settled(member: Member, open_browser: Browsers, now: datetime) -> Client:
    """A browser of ``member``, the password just repeated; there are a notice, a push device and a second
    session too."""
    values = {"device": "Firefox", "at": now}
    notify(actor=_SYSTEM, person_id=member.person_id, code="auth.new_device", values=values, key="k", now=now)
    subscription = PushBrowser(f"https://fcm.googleapis.com/fcm/send/{member.key}").subscription()
    subscribe_push(actor=citizen(member), subscription=subscription, device="Firefox", now=now)
    browser, second = open_browser(member), open_browser(member)
    for one in (browser, second):
        shows(one, account_of(member), "password", again=True)
        UserSession.objects.get_or_create(
            session_key=one.session.session_key,
            defaults={"user": account_of(member), "ip": "127.0.0.1", "last_seen_at": now},
        )
    return browser


def own_pages(browser: Client, *, most: int = 300) -> dict[str, str]:
    """Every page under /me/ that links lead to, by address, and what it says."""
    waiting, pages = ["/me/"], dict[str, str]()
    while waiting and len(pages) < most:
        address = waiting.pop()
        if address in pages:
            continue
        answer = browser.get(address)
        is_page = answer.status_code == 200 and answer["Content-Type"].startswith("text/html")
        pages[address] = answer.content.decode() if is_page else ""
        waiting.extend(map(unescape, _LINK.findall(pages[address])))
    return pages


def ids_on(pages: dict[str, str]) -> frozenset[str]:
    """Every public id in an address, a link or a form."""
    return frozenset(found for address, page in pages.items() for found in _ID.findall(f"{address} {page}"))


def without_tokens(page: str) -> str:
    """What every answer has of its own is taken out."""
    page = re.sub(r'nonce="[^"]+"|value="[A-Za-z0-9]{64}"', "", page)
    return re.sub(r"\b[0-9a-f]{16}\b", "", page)
