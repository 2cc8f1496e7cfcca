"""The product's own settings, as a demonstration in a throw-away folder."""

import os
import tempfile

os.environ.setdefault("VSSID_DEMO", "1")
os.environ["VSSID_HOME"] = os.environ.get("VSSID_TEST_HOME") or tempfile.mkdtemp(prefix="vssid-test-")
os.environ.pop("VSSID_TEST_HOME", None)

from vssid.project.settings import *  # noqa: F403 - a settings module is its names
