"""The access log, its seals and checkpoints, and what people say about an entry or a figure."""

from vssid.apps.audit.models.access_event import AccessEvent
from vssid.apps.audit.models.report import Report
from vssid.apps.audit.models.seal import Checkpoint, Seal
from vssid.apps.audit.models.unsealed_event import UnsealedEvent

__all__ = ["AccessEvent", "Checkpoint", "Report", "Seal", "UnsealedEvent"]
