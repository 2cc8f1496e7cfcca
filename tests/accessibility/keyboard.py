"""Without a pointer and at 400 % zoom: a page walked with the Tab key alone, in a window of 320 × 256.

That window is what 1280 × 1024 leaves at 400 % (WCAG 2.2, 1.4.10). Focus must go on, come back to the page's
start at the end, stay in sight (2.4.11), be drawn (2.4.7) and stand on something with a name (4.1.2).
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

ZOOMED = {"width": 320, "height": 256}
MOST_STOPS = 400

_HERE = """() => {
  const at = document.activeElement;
  if (!at || at === document.body || at === document.documentElement) return null;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const inside = (x, y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const points = [0.1, 0.5, 0.9].flatMap(x => [0.1, 0.5, 0.9].map(y =>
    [box.left + box.width * x, box.top + box.height * y]));
  const seen = points.filter(([x, y]) => inside(x, y)).some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (at.contains(top) || top.contains(at));
  });
  at.dataset.walked = String(1 + Number(at.dataset.walked || 0));
  const drawn = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
    || style.boxShadow !== "none" || at.matches("iframe");
  return {what: at.outerHTML.slice(0, 160), seen, drawn, again: at.dataset.walked !== "1"};
}"""

_LEFT_OUT = """() => [...document.querySelectorAll(
    "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, summary")]
  .filter(e => !e.dataset.walked && e.tabIndex >= 0 && e.checkVisibility({visibilityProperty: true})
    && !(e.type === "radio") && !e.closest("[inert]"))
  .map(e => e.outerHTML.slice(0, 160))"""


@dataclass(frozen=True)
class _Stop:
    what: str
    seen: bool
    drawn: bool
    again: bool


def walk(page: Page, path: str) -> list[str]:
    """What is wrong with the page that is open, ``path``, on which nothing has had the focus yet."""
    page.set_viewport_size(ZOOMED)
    findings, stops = [], 0
    while (stop := _next(page)) and not stop.again:
        stops += 1
        if stops > MOST_STOPS:
            return [f"{path}: the focus does not come to an end"]
        if not stop.seen:
            findings.append(f"{path}: focus out of sight on {stop.what}")
        if not stop.drawn:
            findings.append(f"{path}: focus not drawn on {stop.what}")
    findings += [f"{path}: the keyboard does not reach {what}" for what in page.evaluate(_LEFT_OUT)]
    return findings + [f"{path}: a {role} without a name" for role, name in _focusable(page) if not name]


def _next(page: Page) -> _Stop | None:
    page.keyboard.press("Tab")
    found = page.evaluate(_HERE)
    return _Stop(**found) if found else None


def _focusable(page: Page) -> list[tuple[str, str]]:
    """Role and name, as a screen reader would say them, of everything that takes the focus."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        (str(node["role"]["value"]), str(node.get("name", {}).get("value", "")).strip())
        for node in nodes
        if not node.get("ignored")
        and node.get("role", {}).get("value") not in {"RootWebArea", "main", "region", "generic", "group"}
        and any(
            prop["name"] == "focusable" and prop["value"].get("value") for prop in node.get("properties", ())
        )
    ]
