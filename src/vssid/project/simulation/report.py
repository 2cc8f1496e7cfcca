"""What a simulation found, as lines on a screen and as a picture."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from vssid.domain.law.simulation.comparing import Comparison, Effect

WIDTH, ROW, LEFT, RIGHT = 720, 26, 150, 130


def table(comparison: Comparison) -> Iterator[str]:
    """One line a group: people, winners, losers, before, after, cost."""
    yield f"{'':<22}{'people':>12}{'winners':>12}{'losers':>10}{'before':>22}{'after':>22}{'cost':>20}"
    yield _line("all", comparison.whole)
    for grouping, effects in sorted(comparison.groups.items()):
        for name in sorted(effects):
            yield _line(f"{grouping} {name}", effects[name])


def _line(name: str, effect: Effect) -> str:
    return (
        f"{name:<22}{effect.people:>12,}{effect.winners:>12,}{effect.losers:>10,}"
        f"{effect.before:>22,}{effect.after:>22,}{effect.cost:>20,}"
    )


def draw(comparison: Comparison, title: str, out: Path) -> None:
    """The cost by group as bars from a common zero, gains to the right, losses to the left, as SVG."""
    rows = [
        (f"{grouping} {name}", effects[name])
        for grouping, effects in sorted(comparison.groups.items())
        for name in sorted(effects)
    ]
    out.write_text(_svg(title, [("all", comparison.whole), *rows]), "utf-8")


def _svg(title: str, rows: list[tuple[str, Effect]]) -> str:
    grouped = [abs(effect.cost) for name, effect in rows if name != "all"]
    top = max(grouped, default=0) or abs(rows[0][1].cost) or 1
    height = 84 + ROW * len(rows)
    bars = "".join(_bar(place, name, effect, top) for place, (name, effect) in enumerate(rows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'font-family="Be Vietnam Pro, sans-serif" font-size="13">'
        f"<title>{escape(title)}</title>"
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
        f'<text x="16" y="30" font-size="17" font-weight="600">{escape(title)}</text>'
        f'<text x="16" y="52" fill="#555">{_sentence(rows[0][1])}</text>{bars}</svg>\n'
    )


def _sentence(effect: Effect) -> str:
    return (
        f"{effect.people:,} people: {effect.winners:,} gain, {effect.losers:,} lose; "
        f"cost {effect.cost:+,} đồng on {effect.before:,}"
    )


def _bar(place: int, name: str, effect: Effect, top: int) -> str:
    y, room = 68 + ROW * place, WIDTH - LEFT - RIGHT
    length = min(room, round(abs(effect.cost) / top * room)) if name != "all" else 0
    colour = "#1565c0" if effect.cost >= 0 else "#c62828"
    return (
        f'<text x="16" y="{y + 14}">{escape(name)}</text>'
        f'<rect x="{LEFT}" y="{y + 2}" width="{length}" height="{ROW - 10}" rx="2" fill="{colour}"/>'
        f'<text x="{WIDTH - 16}" y="{y + 14}" text-anchor="end">{effect.cost:+,}</text>'
    )
