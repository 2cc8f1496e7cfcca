"""What people agreed to, and what was limited for them."""

from vssid.apps.consents.models.consent import Consent
from vssid.apps.consents.models.restriction import Restriction

__all__ = ["Consent", "Restriction"]
