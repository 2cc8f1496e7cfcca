"""What runs on every change, and what at night alone (``make test-full``)."""

from __future__ import annotations

import os

import pytest

NIGHT = bool(os.environ.get("VSSID_TEST_FULL"))
at_night = pytest.mark.skipif(not NIGHT, reason="in make test-full")
