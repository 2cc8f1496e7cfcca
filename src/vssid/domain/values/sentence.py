"""A sentence for a person: translatable English text and the values that go into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text``: marked English with ``%(name)s`` placeholders, and ``%%`` for a percent sign.

    ``details``: dates as ``date``, money as đồng, everything else as it is to be read. The edge
    translates ``text``, writes dates and money in the reader's language and fills them in.
    """

    text: str
    details: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def english(self) -> str:
        """The sentence filled in with plain ``str`` values; for tests and logs."""
        return self.text % dict(self.details)
