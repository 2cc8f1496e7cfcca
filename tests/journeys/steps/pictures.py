"""A picture of each step, to be looked at."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Error, Page

PICTURES = Path("build/journeys")


def picture(page: Page, name: str) -> None:
    """Of the whole page in a window as high as it is: bars that stick would lie across the middle of it."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.fonts.ready")
    size = page.viewport_size
    assert size is not None
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
    try:
        page.screenshot(path=PICTURES / f"{name}.png")
    except Error:  # now and then Chromium gives no picture of a window that has just grown
        page.set_viewport_size(size)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
    page.set_viewport_size(size)
