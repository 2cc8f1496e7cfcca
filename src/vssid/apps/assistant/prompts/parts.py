"""Where in a call a text is heard: the headings under which editors find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vssid.apps.assistant.prompts.shipped import keys

_PARTS: tuple[tuple[str | Promise, frozenset[str]], ...] = (
    (_("Beginning of a call"), frozenset({"language", "closed", "menu"})),
    (_("A new access code"), frozenset({"reset", "ask", "too", "confirm", "one", "result", "ring"})),
    (_("Policy questions"), frozenset({"faq", "nothing", "choose", "press", "answer", "sms"})),
    (_("Officers and call-backs"), frozenset({"agent", "call"})),
    (_("Calls of ours, with the code"), frozenset({"out", "code"})),
)
_REST = _("What may be said at any time")


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    keys: tuple[str, ...]


def parts() -> Iterator[Part]:
    """Every key once, under the first word of its name."""
    left = list(keys())
    for name, words in _PARTS:
        own = tuple(key for key in left if key.split("_")[0] in words)
        left = [key for key in left if key not in own]
        yield Part(str(name), own)
    yield Part(str(_REST), tuple(left))
