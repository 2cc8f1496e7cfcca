import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.domain.dialogue import digits_en, digits_vi, number_entry
from vssid.domain.dialogue.choices import menu_key
from vssid.domain.dialogue.digits_vi import without_marks

VIETNAMESE = {
    "hai mươi mốt": "21",
    "mười hai": "12",
    "mười": "10",
    "hai mươi": "20",
    "một trăm linh năm": "105",
    "một trăm": "100",
    "hai trăm mười": "210",
    "ba trăm bốn mươi lăm": "345",
    "hai mươi ba mươi": "2030",
    "hai mười một": "211",  # two, then eleven
    "không chín lẻ bẩy": "0907",
    "lẻ": "0",
    "số của tôi từ hồi ấy là 01 hai tư, nhé": "0124",
    "sau đó là sáu tám": "668",  # unmarked "sau" is taken for six
    "trăm hai": "2",
    "": "",
}
ENGLISH = {
    "oh one double three": "0133",
    "triple 7": "777",
    "double": "",
    "twenty one thirteen": "2113",
    "twenty": "20",
    "twenty zero": "200",
    "one hundred and five": "105",
    "one hundred and twenty": "120",
    "one hundred and": "100",
    "two hundred": "200",
    "my number is 79, nought four": "7904",
    "": "",
}


@pytest.mark.parametrize(("text", "digits"), list(VIETNAMESE.items()))
def test_vietnamese(text: str, digits: str) -> None:
    assert digits_vi.digits_of(text) == digits
    assert digits_vi.digits_of(unicodedata.normalize("NFD", text)) == digits


@pytest.mark.parametrize("text", ["hai mươi mốt", "mười hai", "một trăm linh năm", "không chín lẻ bẩy"])
def test_vietnamese_without_marks(text: str) -> None:
    assert digits_vi.digits_of(without_marks(text)) == VIETNAMESE[text]


@pytest.mark.parametrize(("text", "digits"), list(ENGLISH.items()))
def test_english(text: str, digits: str) -> None:
    assert digits_en.digits_of(text) == digits


_VI = "không một hai ba bốn năm sáu bảy tám chín".split()
_EN = "zero one two three four five six seven eight nine".split()


@given(st.text("0123456789", min_size=1, max_size=13), st.sampled_from(["vi", "en"]), st.booleans())
def test_one_by_one_is_what_was_meant_and_used_only_when_complete(
    digits: str, language: str, marked: bool
) -> None:
    words = " ".join((_VI if language == "vi" else _EN)[int(digit)] for digit in digits)
    said = number_entry.said(words if marked else without_marks(words), language)
    assert said == (digits if len(digits) in {10, 12} else "")
    assert number_entry.said(words, "ja") == ""


@given(st.text())
def test_whatever_is_said_gives_digits_only(text: str) -> None:
    assert set(digits_vi.digits_of(text) + digits_en.digits_of(text)) <= set("0123456789")


@pytest.mark.parametrize(
    ("text", "language", "key"),
    [
        ("Tôi quên mật khẩu rồi", "vi", "8"),
        ("cho gặp nhân viên", "vi", "0"),
        ("hoi ve chinh sach", "vi", "1"),
        ("đổi ngôn ngữ", "vi", "9"),
        ("I forgot my password", "en", "8"),
        ("press eight", "en", "8"),
        ("someone else", "en", ""),
        ("phím tám", "vi", "8"),
        ("không", "vi", ""),
        ("tám chín", "vi", ""),
        ("パスワード", "ja", ""),
    ],
)
def test_a_choice_is_said(text: str, language: str, key: str) -> None:
    assert menu_key(text, language) == key
