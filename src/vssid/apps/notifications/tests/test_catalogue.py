"""Every message keeps the rules, and the checks find each way of breaking one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from vssid.apps.notifications.checks import findings
from vssid.apps.notifications.messages.gsm import fits_one_part, gsm_length, unaccented
from vssid.apps.notifications.messages.loading import CATALOGUE, catalogue
from vssid.apps.notifications.messages.rendering import inside, plain, stored_values
from vssid.apps.notifications.vocabulary import LANGUAGES


def test_every_message_is_whole() -> None:
    assert len(catalogue()) >= 3
    assert findings(CATALOGUE) == []


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_the_sample_renders_in_every_language(code: str) -> None:
    message = catalogue()[code]
    kept = stored_values(message, message.sample)
    for language in LANGUAGES:
        shown = inside(message, kept, language)
        words = " ".join([plain(shown.title), *map(plain, shown.body)])
        assert "{" not in words
        assert "–" not in plain(shown.title).split(), "a variable was not filled"


@pytest.mark.parametrize(
    ("file", "old", "new", "finding"),
    [
        ("vi.toml", "", None, "the folder lacks vi.toml"),
        ("message.toml", 'owner = "Health', 'boss = "Health', "unknown boss"),
        ("message.toml", 'topic = "card"', 'topic = "cards"', "'cards' is not a valid Topic"),
        ("message.toml", 'action = "card"', 'action = "kitchen"', "no place of the app is called kitchen"),
        ("message.toml", "until = 2026", "to = 2026", "the sample does not fit: card.expiring: to, until"),
        ("message.toml", 'until = 2026-12-31', 'until = "soon"', "'soon' is no day"),
        ("ko.toml", "{until}까지", "오늘까지", "ko: body has other placeholders"),
        ("ja.toml", "有効です。", "有効です！", "ja: body raises its voice"),
        ("vi.toml", "Mo ung dung", "Mở ứng dụng", "vi: sms is not unaccented"),
        ("vi.toml", "de xem.", "de xem. " + "Xem ngay. " * 9, "vi: sms does not fit one part"),
        ("zh-hans.toml", "不索要验证码", "不" + "索要" * 30, "zh-hans: sms does not fit one part"),
        ("en.toml", "We send no links", "See vssid.example", "en: sms holds a link"),
        ("en.toml", "We send no links", "Call 0912 345 678", "en: sms holds a number other than 1900 9068"),
        ("en.toml", "We send no links", "It costs VND 90", "en: sms holds an amount"),
        ("en.toml", "We send no links", "Ask on Zalo", "en: sms names another service"),
        ("en.toml", "We send no links", "Your clinic knows", "en: sms tells a stranger too much (clinic)"),
        ("en.toml", "We send no links", "It ends {until}", "en: sms carries until, which may not leave"),
        ("en.toml", "sms = ", 'email_body = "x"\nsms = ', "email_body belongs to a channel it does not use"),
        ("en.toml", "{renewal}", "{renewal", "en: expected '}'"),
        ("en.toml", "{renewal}", "{renewal.text}", "is not a plain name"),
    ],
)  # fmt: skip
def test_finds_each_fault(tmp_path: Path, file: str, old: str, new: str | None, finding: str) -> None:
    folder = tmp_path / "card.expiring"
    shutil.copytree(CATALOGUE / "card.expiring", folder)
    assert findings(tmp_path) == []
    text = (folder / file).read_text()
    if new is None:
        (folder / file).unlink()
    else:
        assert old in text
        (folder / file).write_text(text.replace(old, new))
    assert any(finding in found for found in findings(tmp_path)), findings(tmp_path)


def test_lengths_of_text_messages() -> None:
    assert gsm_length("a" * 160) == 160
    assert gsm_length("[]") == 4
    assert gsm_length("đường") is None
    assert fits_one_part("đ" * 70)
    assert not fits_one_part("đ" * 71)
    assert unaccented("Đường thẻ Ệ") == "Duong the E"
