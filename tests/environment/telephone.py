"""What arrives on somebody's telephone or in their mailbox, once the worker of the demonstration has run."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

from tests.environment.demonstration import Demonstration

_WORK = """
import django
django.setup()
from django.core.management import call_command
from vssid.apps.notifications.jobs import send_addressed, send_notices
call_command("db_worker", batch=True, interval=0, startup_delay=False)
send_addressed.func()
send_notices.func()
"""


def code_sent(demonstration: Demonstration, address: str, *, digits: int) -> str:
    """The latest code of so many digits that was sent to ``address`` (its end is enough)."""
    _in_the_product(demonstration, _WORK)
    outbox = (demonstration.home / "demo" / "outbox").rglob("*.json")
    sent = [json.loads(path.read_text()) for path in outbox]
    to_us = sorted((one for one in sent if one["address"].endswith(address)), key=lambda one: str(one["at"]))
    codes = [found[0] for one in to_us if (found := re.search(rf"(?<!\d)\d{{{digits}}}(?!\d)", one["text"]))]
    assert codes, f"no code in {to_us}"
    return codes[-1]


_LATER = """
import django
django.setup()
from datetime import timedelta
from django.db.models import F
from vssid.apps.accounts.models import ResetAttempt
ResetAttempt.objects.update(at=F("at") - timedelta(minutes=3))
"""


def wait_for_another_code(demonstration: Demonstration) -> None:
    """As long as the product has people wait between two codes for a new password, without the waiting."""
    _in_the_product(demonstration, _LATER)


def _in_the_product(demonstration: Demonstration, script: str) -> None:
    outer = {name: value for name, value in os.environ.items() if not name.startswith("VSSID_")}
    ours = {
        "VSSID_DEMO": "1",
        "VSSID_HOME": str(demonstration.home),
        "DJANGO_SETTINGS_MODULE": "vssid.project.settings",
    }
    database = {"VSSID_DATABASE_URL": demonstration.database} if demonstration.database else {}
    subprocess.run([sys.executable, "-c", script], env={**outer, **ours, **database}, check=True, timeout=120)
