"""Writes the cast and their records straight into the tables, as the importer would leave them."""

from __future__ import annotations

from datetime import datetime

from tests.cast import careers, health
from tests.cast.identities import Member, cast
from tests.environment.written_once import WrittenOnce
from vssid.apps.benefits.models import Benefit
from vssid.apps.directory.models import Employer, Facility
from vssid.apps.healthcard.models import Card
from vssid.apps.intake.models import Batch
from vssid.apps.participation.models import Span, Spell
from vssid.apps.people.models import Person, PersonKey, Relation
from vssid.apps.visits.models import Certificate, Visit, VisitLine
from vssid.kit.clock import VIETNAM
from vssid.kit.posting_numbers import posting_number
from vssid.kit.sealing import lookup_digest, seal

POSTED_AT = datetime(2026, 11, 22, 6, 0, tzinfo=VIETNAM)
_KINDS = ("people", "relations", "spells", "cards", "benefits", "visits", "visit_lines", "certificates")
_RELATIONS = (
    ("lan", "binh", "child"),
    ("binh", "lan", "parent"),
    ("lan", "hoa", "parent"),
    ("hoa", "lan", "child"),
)


def _write() -> None:
    """Everything: catalogues, people, numbers, relations, careers, cards, visits, benefits."""
    Batch.objects.bulk_create(_batch(number, kind) for number, kind in enumerate(_KINDS, start=careers.BATCH))
    _write_catalogues()
    for member in cast().values():
        _write_person(member)
    Relation.objects.bulk_create(_relation(line, *names) for line, names in enumerate(_RELATIONS))
    for key, story in careers.CAREERS.items():
        person_id, spells = cast()[key].person_id, story()
        Spell.objects.bulk_create(careers.spell_rows(person_id, spells))
        Span.objects.bulk_create(careers.span_rows(person_id, spells))
    Card.objects.bulk_create(health.cards())
    visits, lines, certificates = health.visits()
    Visit.objects.bulk_create(visits)
    VisitLine.objects.bulk_create(lines)
    Certificate.objects.bulk_create(certificates)
    Benefit.objects.bulk_create(health.benefits())


def _batch(number: int, kind: str) -> Batch:
    return Batch(id=number, kind=kind, digest=f"{number:064d}", file_name=f"{kind}.csv", posted_at=POSTED_AT)


def _write_catalogues() -> None:
    hanoi = {"province_code": "001"}
    Employer.objects.bulk_create(
        [
            Employer(
                code=careers.HOA_CHANH,
                name_vi="Công ty TNHH May Hoa Chanh",
                name_en="Hoa Chanh Garment Co., Ltd",
                region="I",
                phone="02412000100",
                **hanoi,
            ),
            Employer(
                code=careers.TIA_NANG,
                name_vi="Công ty CP Điện tử Tia Nắng",
                name_en="Tia Nang Electronics JSC",
                region="I",
                **hanoi,
            ),
            Employer(code=careers.PENSION_OFFICE, name_vi="Bảo hiểm xã hội cơ sở Hoa Chanh", **hanoi),
        ]
    )
    Facility.objects.bulk_create(
        [
            Facility(code=health.AN_PHU, name_vi="Phòng khám An Phú", name_en="An Phu clinic", **hanoi),
            Facility(code=health.CHILDREN_HOSPITAL, name_vi="Bệnh viện Nhi Hoa Sen", **hanoi),
        ]
    )


def _write_person(member: Member) -> None:
    pk = member.person_id
    sealed = {
        f"{field}_sealed": seal(value, table="person", pk=pk, field=field)
        for field, value in {
            "insurance_number": member.insurance_number,
            "national_id": member.national_id,
            "passport_number": member.passport_number,
            "phone": member.phone,
            "email": member.email,
            "address": "12 ngõ Hoa Sữa, Hà Nội",
        }.items()
    }
    Person.objects.create(
        person_id=pk,
        batch=careers.BATCH,
        born_on=member.born_on,
        born_precision="day",
        sex=member.sex,
        nationality=member.nationality,
        province_code="001" if member.key != "mai" else "079",
        office_code="00101" if member.key != "mai" else "07901",
        full_name=member.name,
        **sealed,
    )
    numbers = {
        "insurance": member.insurance_number,
        "national_id": member.national_id,
        "passport": member.passport_number,
    }
    PersonKey.objects.bulk_create(
        PersonKey(digest=lookup_digest(kind, number), kind=kind, person_id=pk, batch=careers.BATCH)
        for kind, number in numbers.items()
        if number
    )


def _relation(line: int, person: str, relative: str, relation: str) -> Relation:
    return Relation(
        person_id=cast()[person].person_id,
        seq=posting_number(careers.BATCH, line * 2 + 1),
        relative_person_id=cast()[relative].person_id,
        relation=relation,
    )


write = WrittenOnce(_write).write
