"""Every text of the source is said in every language."""

from vssid.project.messages.checking import findings


def test_catalogues_are_complete() -> None:
    assert list(findings()) == []
