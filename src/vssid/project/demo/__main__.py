"""``make demo``: seed, import, accounts, server and worker; the demonstration takes the agency's own road."""

from __future__ import annotations

import os
import sys

from vssid.project.demo import runner

if __name__ == "__main__":
    os.environ.setdefault("VSSID_DEMO", "1")
    os.environ.setdefault("VSSID_LOG_LEVEL", "WARNING")  # the log-ins should stay on screen
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vssid.project.settings")
    sys.exit(
        runner.run(
            port=int(os.environ.pop("PORT", "8000")), people=int(os.environ.pop("DEMO_PEOPLE", "2000"))
        )
    )
