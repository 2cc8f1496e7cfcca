"""What is heard of the officers' hours is what stands in ``hours.toml``."""

from __future__ import annotations

from datetime import time

import pytest

from vssid.apps.assistant.prompts import prompts
from vssid.apps.assistant.prompts.hours import spoken_hours
from vssid.apps.assistant.prompts.shipped import hour_words
from vssid.apps.assistant.selectors.hours import Week
from vssid.domain.dialogue.clips import LANGUAGES

_MORNING, _LATE = (time(7, 30), time(12)), (time(13), time(17))


def test_days_alike_are_said_once_and_half_hours_as_such() -> None:
    week = Week(((_MORNING, _LATE), (_MORNING,), (_MORNING,), (), (_LATE,), (), ()), holidays=True)
    assert spoken_hours(hour_words("en"), week) == (
        "Officers answer Monday from half past seven in the morning to twelve at noon and from one in the "
        "afternoon to five in the afternoon, and Tuesday to Wednesday from half past seven in the morning to "
        "twelve at noon, and Friday from one in the afternoon to five in the afternoon."
    )
    assert "bảy giờ rưỡi sáng" in spoken_hours(hour_words("vi"), week)
    uneven = Week((((time(7, 15), time(8)),),) * 7, holidays=True)
    with pytest.raises(ValueError, match="07:15"):
        spoken_hours(hour_words("en"), uneven)


def test_each_language_knows_all_days_and_hours_and_says_the_shipped_week() -> None:
    for language in LANGUAGES:
        words = hour_words(language)
        assert (len(set(words["days"])), len(set(words["clock"]))) == (7, 24)
        assert all("{half}" in hour for hour in words["clock"])
    assert prompts()["vi", "agent_hours"] == (
        "Cán bộ trả lời thứ hai đến thứ sáu từ bảy giờ sáng đến tám giờ tối, "
        "và thứ bảy từ bảy giờ sáng đến năm giờ chiều. Ngày lễ nghỉ."
    )
