"""Visits, their lines and their certificates. What a person had is sealed."""

from vssid.apps.visits.models.certificate import Certificate
from vssid.apps.visits.models.visit import Visit
from vssid.apps.visits.models.visit_line import VisitLine

__all__ = ["Certificate", "Visit", "VisitLine"]
