"""The person and what finds them. Personal numbers and contacts are sealed; see kit/sealing.py."""

from vssid.apps.people.models.outside_question import OutsideQuestion
from vssid.apps.people.models.person import Person
from vssid.apps.people.models.person_key import PersonKey
from vssid.apps.people.models.relation import Relation

__all__ = ["OutsideQuestion", "Person", "PersonKey", "Relation"]
