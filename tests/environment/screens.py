"""``make screens``: every page in five languages, on a telephone and on a desk, one sheet a page.

Sheets go to build/screens/ as WebP; those worth keeping as evidence are copied to docs/evidence/screens/.
"""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.environment.browser import ARGUMENTS, DESK, PHONE, sign_in, sign_in_staff
from tests.environment.demonstration import Demonstration, running

LANGUAGES = ("vi", "en", "zh-hans", "ko", "ja")
LISTED = Path("tests/environment/screens.toml")
SHEETS = Path("build/screens")
GAP = 12
GROUND = "#C9CEDA"
DESKS_A_ROW = 3
"""Desks are drawn at about half their size, in rows below the telephones."""


def main(only: list[str]) -> int:
    chromium = shutil.which("chromium")
    if chromium is None:
        print("SKIPPED the screens: Chromium is not on this machine")
        return 0
    pages = tomllib.loads(LISTED.read_text())
    wanted = {name: page for name, page in pages.items() if not only or name in only}
    SHEETS.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as home,
        running(Path(home)) as demonstration,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for person in dict.fromkeys(page.get("person", "") for page in wanted.values()):
            theirs = {name: page for name, page in wanted.items() if page.get("person", "") == person}
            _sheets_of(browser, demonstration, person, theirs)
        browser.close()
    return 0


def _sheets_of(
    browser: Browser, demonstration: Demonstration, person: str, pages: dict[str, dict[str, str]]
) -> None:
    """Signs ``person`` in once, then takes all pictures of their pages."""
    with _visitor(browser, demonstration, person) as context:
        page = context.new_page()
        if "totp_secret" in demonstration.logins.get(person, {}):
            sign_in_staff(page, demonstration.logins[person])
        elif person:
            sign_in(page, demonstration.logins[person])
            _confirm(page, demonstration.logins[person]["password"])
        for name, listed in pages.items():
            _sheet(page, demonstration, listed).save(SHEETS / f"{name}.webp", quality=50, method=6)
            print(f"{name}: {(SHEETS / f'{name}.webp').stat().st_size // 1024} KiB", flush=True)


@contextmanager
def _visitor(browser: Browser, demonstration: Demonstration, person: str) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=demonstration.address, reduced_motion="reduce", timezone_id="Asia/Ho_Chi_Minh"
    )
    context.set_default_timeout(20_000)
    yield context
    context.close()


def _confirm(page: Page, password: str) -> None:
    page.goto("/accounts/reauthenticate/")
    page.fill("input[name=password]", password)
    page.click("main form .v-send")


def _sheet(page: Page, demonstration: Demonstration, listed: dict[str, str]) -> Image.Image:
    width = GAP + (PHONE["width"] + GAP) * len(LANGUAGES)
    desk_width = (width - GAP) // DESKS_A_ROW - GAP
    desk_height = DESK["height"] * desk_width // DESK["width"]
    rows = -(-len(LANGUAGES) // DESKS_A_ROW)
    sheet = Image.new("RGB", (width, 2 * GAP + PHONE["height"] + rows * (desk_height + GAP)), GROUND)
    for place, language in enumerate(LANGUAGES):
        page.context.add_cookies(
            [{"name": "vssid_language", "value": language, "url": demonstration.address}]
        )
        sheet.paste(_picture(page, listed, PHONE), (GAP + place * (PHONE["width"] + GAP), GAP))
        row, column = divmod(place, DESKS_A_ROW)
        desk = _picture(page, listed, DESK).resize((desk_width, desk_height), Image.Resampling.LANCZOS)
        top = 2 * GAP + PHONE["height"] + row * (desk_height + GAP)
        sheet.paste(desk, (GAP + column * (desk_width + GAP), top))
    return sheet


def _picture(page: Page, listed: dict[str, str], size: dict[str, int]) -> Image.Image:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.emulate_media(color_scheme="dark" if listed.get("theme") == "dark" else "light")
    page.goto(listed["path"])
    page.evaluate("document.fonts.ready")
    if target := listed.get("at"):
        page.locator(target).first.scroll_into_view_if_needed()
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
