"""Components as template tags, by subject. They take plain values, make no queries and know no addresses.

Each docstring begins with the tag as a page author writes it.
"""

from vssid.ui.components import card, charts, figures, forms, lists, months, panels, reading, shell, signals
from vssid.ui.components.registry import register

__all__ = [
    "card",
    "charts",
    "figures",
    "forms",
    "lists",
    "months",
    "panels",
    "reading",
    "register",
    "shell",
    "signals",
]
