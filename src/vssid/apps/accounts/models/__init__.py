"""Accounts and the devices they are known on."""

from vssid.apps.accounts.models.account import Account
from vssid.apps.accounts.models.known_device import KnownDevice

__all__ = ["Account", "KnownDevice"]
