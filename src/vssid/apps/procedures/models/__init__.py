"""Cases, their history, and looks that are reviewed."""

from vssid.apps.procedures.models.browsing_alarm import BrowsingAlarm
from vssid.apps.procedures.models.case import Case
from vssid.apps.procedures.models.case_event import CaseEvent
from vssid.apps.procedures.models.emergency_look import EmergencyLook

__all__ = ["BrowsingAlarm", "Case", "CaseEvent", "EmergencyLook"]
