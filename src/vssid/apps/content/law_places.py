"""Where a rule or a figure stands on the pages of the law."""

from __future__ import annotations

from dataclasses import dataclass

from vssid.domain.law.catalogue import folder_of


@dataclass(frozen=True, slots=True)
class Place:
    """``page``: of a benefit, or of what benefits share, as addresses have it. ``anchor``: an id on it."""

    page: str
    anchor: str

    @property
    def below(self) -> str:
        """The address below that of all pages of the law."""
        return f"{self.page}/#{self.anchor}"


def page_of(folder: str) -> str:
    return folder.replace("_", "-")


def of_rule(code: str) -> Place:
    return Place(page_of(folder_of(code)), code)


def of_figure(name: str) -> Place:
    """Its anchor says what it is: a figure may be called as a rule is."""
    return Place(page_of(folder_of(name)), f"figure.{name}")
