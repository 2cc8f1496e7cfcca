"""Who works on cases."""

from vssid.apps.accounts.roles import Right
from vssid.channels.staff.access import staff_who_may

case_workers = staff_who_may(Right.WORK_CASES)
"""Each kind names the role that works it; who confirms decisions may work all."""
