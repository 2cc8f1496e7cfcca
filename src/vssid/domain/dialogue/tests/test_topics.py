from vssid.apps.content.catalogue import ROOT
from vssid.domain.dialogue.topics import TOPICS


def test_every_approved_answer_is_under_one_key() -> None:
    """A keypad alone reaches all that can be answered."""
    entries = [entry for group in TOPICS.values() for entry in group]
    assert sorted(entries) == sorted(
        folder.name for folder in (ROOT / "questions").iterdir() if folder.is_dir()
    )
    assert "0" not in TOPICS
