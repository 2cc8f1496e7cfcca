"""The product's own settings, as a demonstration in a throw-away folder."""

import os
import tempfile

os.environ.setdefault("VSSID_DEMO", "1")
os.environ["VSSID_HOME"] = os.environ.get("VSSID_TEST_HOME") or tempfile.mkdtemp(prefix="vssid-test-")
# what speaks to the tests alone is no setting of the product, which refuses names it does not know
os.environ.pop("VSSID_TEST_HOME", None)
_FULL = os.environ.pop("VSSID_TEST_FULL", "")

from vssid.project.settings import *  # noqa: E402, F403 - a settings module is its names

if _FULL:
    os.environ["VSSID_TEST_FULL"] = _FULL
