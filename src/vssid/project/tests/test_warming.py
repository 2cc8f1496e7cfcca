"""Before the first paper: set and opened once, told when it fails, never in the way of the start."""

from __future__ import annotations

import logging

import pytest

from vssid.apps.documents import ports
from vssid.integrations.letters.typesetter import FacesMissing
from vssid.project import warming


class Broken:
    def render(self, *_: object, **__: object) -> bytes:
        raise OSError("no fonts")


def test_the_trial_letter_is_set_and_the_faces_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(type(ports.signer()), "prepare", lambda _: asked.append("seal"))
    try:
        warming.warm()
    except FacesMissing:
        pytest.skip("the fonts of letters are not built")
    assert "_faces" in vars(ports.letters())
    assert asked == ["seal"]


def test_a_failure_is_told_and_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(warming, "letters", Broken)
    monkeypatch.setattr(warming, "_SECONDS_AFTER_START", 0)
    with caplog.at_level(logging.WARNING, logger=warming.__name__):
        warming._later()
    assert [record.message for record in caplog.records] == ["papers are not warmed up"]
