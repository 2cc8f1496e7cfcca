"""The scan itself finds what it should and lets through what it should."""

import pytest

from tests.translations.foreign_words import foreign
from tests.translations.page_text import words_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Your card is valid", "vi"),
        ("카드", "vi"),
        ("Thẻ bảo hiểm y tế", "en"),
        ("医保卡", "en"),
        ("Health card", "zh-hans"),
        ("カード", "zh-hans"),
        ("Thẻ", "ko"),
        ("医保", "ko"),
        ("Sign in", "ja"),
        ("보험", "ja"),
    ],
)
def test_finds_foreign_text(text: str, language: str) -> None:
    assert foreign(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thẻ còn giá trị đến 31/12/2026", "vi"),
        ("VssID", "vi"),
        ("C14-TS (PDF)", "ko"),
        ("English", "ja"),
        ("Tiếng Việt", "en"),
        ("医保卡", "zh-hans"),
        ("건강보험증", "ko"),
        ("健康保険証カード", "ja"),
        ("1900 9068", "ja"),
    ],
)
def test_lets_own_text_through(text: str, language: str) -> None:
    assert foreign(text, language) is None


def test_data_is_exempt_and_attributes_are_read() -> None:
    html = '<p>One <b lang="vi" translate="no">Trần Thị Lan</b> two</p><img alt="three"><script>four</script>'
    assert words_of(html) == ["One", "two", "three"]
