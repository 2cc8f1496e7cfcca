"""An editor changes what the hotline says: measured, refused where it cannot be spoken, kept as a version."""

from __future__ import annotations

import pytest
from django.test import Client

from vssid.apps.assistant.models import Wording
from vssid.apps.assistant.prompts.shipped import keys, shipped
from vssid.domain.dialogue.clips import LANGUAGES

LIST = "/staff/admin/assistant/wording/"


def _texts(key: str, **changes: str) -> dict[str, str]:
    texts = {f"text_{code.replace('-', '_')}": shipped(code)[key] for code in LANGUAGES}
    return {**texts, "seen": "0", **changes}


def test_every_sentence_is_listed_with_its_length(at_work: Client, db: None) -> None:
    page = at_work.get(LIST).text
    assert all(f"{LIST}{key}/change/" in page for key in keys())
    assert page.count("seconds to say.") == len(keys())
    assert "Spoken sentences" in at_work.get("/staff/admin/").text


def test_a_sentence_is_measured_before_it_is_saved(at_work: Client, db: None) -> None:
    address = f"{LIST}goodbye/change/"
    looked = at_work.post(address, _texts("goodbye", text_en="Thank you. Goodbye.", _look=""))
    assert looked.status_code == 200
    assert "About 1.8 seconds to say." in looked.text
    assert f"As shipped: {shipped('en')['goodbye']}" in looked.text
    assert not Wording.objects.exists()
    saved = at_work.post(address, _texts("goodbye", text_en="Thank you. Goodbye."), follow=True).text
    assert "Callers hear it once operators have its sound made." in saved
    kept = Wording.objects.get()
    assert (kept.language, kept.text, kept.number, bool(kept.author)) == (
        "en",
        "Thank you. Goodbye.",
        1,
        True,
    )
    assert "Version 1" in saved
    assert "Changed here" in at_work.get(LIST).text


@pytest.mark.parametrize(
    ("key", "field", "text", "said"),
    [
        ("code_valid", "text_ja", "コードは ゆうこうです。", "{minutes} must stand in the text once"),
        ("menu", "text_vi", "Bấm phím 8.", "Write numbers as words."),
        ("menu", "text_en", "<script>alert(1)</script>", "cannot be spoken"),
    ],
)
def test_what_cannot_be_spoken_is_refused_beside_its_field(
    at_work: Client, db: None, key: str, field: str, text: str, said: str
) -> None:
    answer = at_work.post(f"{LIST}{key}/change/", _texts(key, **{field: text}))
    assert answer.status_code == 200
    assert said in answer.text
    assert f'href="#id_{field}"' in answer.text
    assert "<script>alert" not in answer.text
    assert not Wording.objects.exists()


def test_a_colleagues_change_is_not_overwritten(at_work: Client, db: None) -> None:
    address = f"{LIST}menu/change/"
    at_work.post(address, _texts("menu", text_en="Press eight."))
    late = at_work.post(address, _texts("menu", text_en="Press nine."))
    assert late.status_code == 409
    assert Wording.objects.get().text == "Press eight."


def test_nothing_but_known_sentences_has_a_page(at_work: Client, db: None) -> None:
    assert at_work.get(f"{LIST}digit_5/change/", follow=True).redirect_chain[-1][0] == "/staff/admin/"
    assert at_work.get(f"{LIST}add/").status_code == 403
