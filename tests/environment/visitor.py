"""A visitor without script: keeps cookies, follows links, sends forms. For tests over every page."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import Cookie, CookieJar


@dataclass(frozen=True)
class Answer:
    address: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def html(self) -> str:
        return self.body.decode() if self.headers.get("content-type", "").startswith("text/html") else ""

    @property
    def path(self) -> str:
        return urllib.parse.urlsplit(self.address).path


@dataclass
class Visitor:
    """One browser's worth of state against a running product."""

    address: str
    language: str = "vi"
    jar: CookieJar = field(default_factory=CookieJar)
    sent: dict[str, str] = field(default_factory=dict)
    """Headers of every request, such as a proxy adds."""

    def __post_init__(self) -> None:
        self.jar.set_cookie(cookie_of("vssid_language", self.language))
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def get(self, path: str) -> Answer:
        return self._send(urllib.request.Request(self._absolute(path)))

    def post(self, path: str, **fields: str) -> Answer:
        token = next((cookie.value for cookie in self.jar if cookie.name == "csrftoken"), "") or ""
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": token, **fields}).encode()
        return self._send(urllib.request.Request(self._absolute(path), body, {"Referer": self.address}))

    def sign_in(self, login: dict[str, str]) -> Answer:
        self.get("/accounts/login/")
        answer = self.post("/accounts/login/", login=login["username"], password=login["password"])
        self.jar.set_cookie(cookie_of("vssid_language", self.language))
        return answer

    def _absolute(self, path: str) -> str:
        return urllib.parse.urljoin(self.address, path)

    def _send(self, request: urllib.request.Request) -> Answer:
        for name, value in self.sent.items():
            request.add_header(name, value)
        try:
            with self._opener.open(request, timeout=60) as reply:
                return _answer(reply)
        except urllib.error.HTTPError as refusal:
            return _answer(refusal)


_ONE_OF_MANY = re.compile(r"^(/(?:help/questions|help/topics|policies|news)/)[^/]+(?=/)")
"""Addresses of texts: one of each kind stands for all, which differ only in their words."""


def crawl(
    visitor: Visitor, *starts: str, limit: int = 200, under: tuple[str, ...] = ("/",)
) -> dict[str, Answer]:
    """Every page reachable by links from ``starts``, by path and query; one page a shape of query or id.

    ``under``: links to other paths than these are not followed.
    """
    waiting, seen, pages = list(starts), set[str](), dict[str, Answer]()
    while waiting and len(pages) < limit:
        link = waiting.pop(0)
        shape = re.sub(_ONE_OF_MANY, r"\1#", re.sub(r"[a-z2-7]{16}|\d+", "#", link))
        if shape in seen:
            continue
        seen.add(shape)
        answer = visitor.get(link)
        if answer.html:
            pages[link] = answer
            waiting.extend(link for link in _links(answer, visitor.address) if link.startswith(under))
    return pages


def _links(answer: Answer, home: str) -> list[str]:
    collector = _Links()
    collector.feed(answer.html)
    found = []
    for href in collector.found:
        target = urllib.parse.urlsplit(urllib.parse.urljoin(answer.address, href))
        if f"{target.scheme}://{target.netloc}" == home and not target.path.startswith("/static/"):
            found.append(target.path + (f"?{target.query}" if target.query else ""))
    return found


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.found.append(href)


def _answer(reply: urllib.request.addinfourl | urllib.error.HTTPError) -> Answer:
    headers = {name.lower(): value for name, value in reply.headers.items()}
    return Answer(reply.url, reply.status or 0, headers, reply.read())


def cookie_of(name: str, value: str) -> Cookie:
    return Cookie(
        0, name, value, None, False, "127.0.0.1", False, False, "/", True, False, None, False, None, None, {}
    )  # fmt: skip
