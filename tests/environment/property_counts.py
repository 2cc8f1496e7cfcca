"""How many examples a property test draws: 100 on every change, 1,000 a night, 10,000 before a release.

``VSSID_TEST_FULL`` chooses the nightly count, ``pytest --hypothesis-profile release`` any.
No profile has a time limit: a busy machine is no fault.
"""

from __future__ import annotations

from hypothesis import settings

from tests.environment.nights import NIGHT

settings.register_profile("change", deadline=None, max_examples=100)
settings.register_profile("nightly", deadline=None, max_examples=1_000)
settings.register_profile("release", deadline=None, max_examples=10_000)
settings.load_profile("nightly" if NIGHT else "change")
