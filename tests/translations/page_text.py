"""The words a person reads on a page, by the language they are marked with."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNREAD = {"script", "style", "template"}
_SPOKEN = ("alt", "aria-label", "title", "placeholder", "content")


class PageText(HTMLParser):
    """Collects text and spoken attributes outside elements marked ``translate="no"``."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        marked = dict(attrs)
        silent = self._silent or marked.get("translate") == "no" or tag in _UNREAD
        if not silent and tag != "meta":
            self.words += [value for name in _SPOKEN if (value := marked.get(name))]
            if tag == "input" and marked.get("type") in {"submit", "button"} and marked.get("value"):
                self.words.append(str(marked["value"]))
        if tag not in _VOID:
            self._open.append((tag, silent))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            opened, _silent = self._open.pop()
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._silent and data.strip():
            self.words.append(" ".join(data.split()))

    @property
    def _silent(self) -> bool:
        return bool(self._open and self._open[-1][1])


def words_of(html: str) -> list[str]:
    reader = PageText()
    reader.feed(html)
    return reader.words
