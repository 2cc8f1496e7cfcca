"""Who works on cases."""

from vssid.channels.staff.access import staff_only

case_workers = staff_only("officer", "supervisor")
"""Each kind names the role that works it; a supervisor may work all."""
