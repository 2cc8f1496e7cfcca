"""Who works at the desk."""

from vssid.apps.accounts.roles import Right
from vssid.channels.staff.access import staff_who_may

answering_staff = staff_who_may(Right.ANSWER_PEOPLE)
