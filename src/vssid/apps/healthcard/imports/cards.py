"""``cards``: health-insurance cards as issued."""

from __future__ import annotations

from vssid.apps.directory.imports.shared_columns import PROVINCE_CODE, facility_of
from vssid.apps.healthcard.models import Card
from vssid.apps.intake.checks import in_order
from vssid.apps.intake.columns import Column
from vssid.apps.intake.kinds import Kind
from vssid.apps.intake.posting import LedgerTable
from vssid.apps.intake.readings import Code, Day, Text, Whole
from vssid.apps.people.imports.person_column import person_column
from vssid.apps.people.services.claim_cards import claim_cards, refuse_cards_of_others, release_cards
from vssid.domain.identifiers import card_number
from vssid.domain.values.problem import Problem, marked


class GroupCode(Problem):
    code = "group_code_format"
    sentence = marked("“%(entered)s” is not a group. A group has two letters or digits, such as DN.")


class AreaCode(Problem):
    code = "area_code_format"
    sentence = marked("“%(entered)s” is not an area. Use K1, K2 or K3.")


def _group(text: str) -> str:
    code = text.upper()
    if len(code) != 2 or not (code.isascii() and code.isalnum()):
        raise GroupCode(entered=text)
    return code


def _area(text: str) -> str:
    if text.upper() not in {"K1", "K2", "K3"}:
        raise AreaCode(entered=text)
    return text.upper()


KIND = Kind(
    name="cards",
    columns=(
        person_column(),
        Column("card_number", Code(card_number.parse, card_number.PATTERN), required=True, sealed=True),
        Column("group_code", Code(_group, "[A-Z]{2}")),
        Column("benefit_digit", Whole(1, 5)),
        # the province of issue keeps the meaning of its day and may be one that no longer exists
        Column("province_code", PROVINCE_CODE),
        facility_of(),
        Column("valid_from", Day(), required=True),
        Column("valid_to", Day()),
        Column("five_year_date", Day()),
        Column("area_code", Code(_area, "K[123]")),
        Column("issued_on", Day()),
        Column("withdrawn_on", Day()),
        Column("withdrawn_reason", Text(200)),
        Column("replaced_by", Code(card_number.parse, card_number.PATTERN), sealed=True),
    ),
    key=("insurance_number", "card_number", "valid_from"),
    posting=LedgerTable(Card, judges=(refuse_cards_of_others,), claim=claim_cards, release=release_cards),
    checks=(in_order("valid_from", "valid_to"),),
)
