"""The months of each fund as the participation page counts them."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from vssid.apps.assistant.skills.freshness import delivered_on
from vssid.apps.assistant.skills.skill import Facts, Look
from vssid.apps.audit.services.record_access import record_own_read
from vssid.apps.audit.vocabulary import DataGroup
from vssid.apps.participation.fund_names import FUND_NAMES
from vssid.apps.participation.selectors.ledger import Participation, participation_of
from vssid.apps.participation.services.open_family_record import open_family_record
from vssid.domain.ledger.entry import Fund
from vssid.domain.ledger.late import late_months
from vssid.domain.ledger.late_wording import FINDING
from vssid.domain.ledger.months import Ledger
from vssid.domain.ledger.totals import totals
from vssid.domain.values.sentence import Sentence
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import years_and_months
from vssid.kit.formats.sentences import ended, named, told


def look(look: Look) -> Facts:
    today = look.now.astimezone(VIETNAM).date()
    ledger = _opened(look).ledger
    late = [
        told(Sentence(FINDING, {"month": one.month, "due": one.due})) for one in late_months(ledger, today)
    ]
    lines = (*_counted(ledger), *dict.fromkeys(late))
    return Facts(lines or (_("No month is on record yet."),), delivered_on("spells"))


def _counted(ledger: Ledger) -> Iterator[str]:
    for fund in Fund:
        if counted := totals(ledger, fund).counted:
            yield ended(named(_(FUND_NAMES[fund]), years_and_months(counted)))


def _opened(look: Look) -> Participation:
    if not look.own:
        return open_family_record(
            actor=look.actor,
            person_id=look.person_id,
            actor_name=look.household.full_name,
            now=look.now,
        )
    record_own_read(actor=look.actor, data_group=DataGroup.PARTICIPATION, now=look.now)
    return participation_of(look.actor, look.person_id, today=look.now.astimezone(VIETNAM).date())
