"""What each page of the tour says, about the person's own data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from vssid.apps.people.selectors.holders import Holder
from vssid.channels.citizen.cells import drawn_strip
from vssid.channels.citizen.health_card import face
from vssid.channels.citizen.home.page import finding_of_the_year
from vssid.domain.card.entitlement import CardFacts
from vssid.domain.card.state_wording import state_wording
from vssid.domain.ledger.grid import year_strip
from vssid.domain.ledger.months import Ledger
from vssid.kit.formats.sentences import told
from vssid.ui.card import CardFace
from vssid.ui.elements import Row
from vssid.ui.months import Cell

LENGTH = 3


@dataclass(frozen=True, slots=True)
class Step:
    """``back`` and ``onward`` are addresses, empty at the ends."""

    number: int
    title: str
    text: str
    back: str = ""
    onward: str = ""

    @property
    def place(self) -> str:
        return _("Step %(number)s of %(count)s") % {"number": self.number, "count": LENGTH}


@dataclass(frozen=True, slots=True)
class CardStep:
    step: Step
    card: CardFace | None
    no_card: tuple[str, str]


@dataclass(frozen=True, slots=True)
class MonthsStep:
    step: Step
    finding: str
    cells: tuple[Cell, ...]


def card_step(card: CardFacts | None, holder: Holder, *, today: date) -> CardStep:
    absent = state_wording(None, today)
    return CardStep(
        step=Step(
            number=1,
            title=_("Your health card is here"),
            text=_(
                "Open it at the clinic and show the code. "
                "After it was opened once, it opens without network too."
            ),
            onward=reverse("citizen:welcome_months"),
        ),
        card=face(card, holder, today=today) if card else None,
        no_card=(told(absent.finding), told(absent.to_do)),
    )


def months_step(ledger: Ledger, *, today: date) -> MonthsStep:
    cells = year_strip(ledger, today.year, today) if ledger.spells else []
    return MonthsStep(
        step=Step(
            number=2,
            title=_("One cell is one month"),
            text=_("A tick means paid. A hatched cell with a mark means late: the employer must pay it."),
            back=reverse("citizen:welcome"),
            onward=reverse("citizen:welcome_control"),
        ),
        finding=finding_of_the_year(today.year, cells),
        cells=drawn_strip(cells),
    )


def control_step() -> tuple[Step, list[Row]]:
    step = Step(
        number=3,
        title=_("You see who looks, and you choose"),
        text=_("Each look at your data by others appears in a list, with its reason."),
        back=reverse("citizen:welcome_months"),
    )
    return step, [
        Row(_("Who looked at my data"), url=reverse("citizen:access_log"), icon="eye-check", tone="man"),
        Row(_("Text size, language, colours"), url=reverse("citizen:settings"), icon="settings"),
        Row(_("Questions and answers"), url=reverse("public:help"), icon="help", tone="la"),
    ]
