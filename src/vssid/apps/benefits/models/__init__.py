"""Benefits decided and paid, and where they are paid."""

from vssid.apps.benefits.models.benefit import Benefit
from vssid.apps.benefits.models.payout_account import PayoutAccount, PayoutLock

__all__ = ["Benefit", "PayoutAccount", "PayoutLock"]
