"""Cases and their history."""

from vssid.apps.procedures.models.case import Case
from vssid.apps.procedures.models.case_event import CaseEvent

__all__ = ["Case", "CaseEvent"]
