"""The national population database. Its gateway is not connected: what it will be asked stands in
:mod:`vssid.apps.accounts.ports`; a demonstration has a register of its own."""
