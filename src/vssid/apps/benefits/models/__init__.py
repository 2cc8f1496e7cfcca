"""Benefits decided and paid."""

from vssid.apps.benefits.models.benefit import Benefit

__all__ = ["Benefit"]
