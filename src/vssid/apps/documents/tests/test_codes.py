import pytest
from hypothesis import given
from hypothesis import strategies as st

from vssid.apps.documents.codes import code_digest, grouped, new_code, read_code


def test_a_code_has_26_characters_and_is_never_the_same() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {26}


def test_reads_its_own_codes_however_they_are_typed() -> None:
    code = new_code()
    for typed in (code, code.lower(), grouped(code), f"  {grouped(code)}  ", " ".join(code)):
        assert read_code(typed) == code


def test_takes_digits_for_the_letters_they_look_like() -> None:
    assert read_code("0" * 13 + "1" * 12 + "8") == "O" * 13 + "I" * 12 + "B"


@pytest.mark.parametrize("typed", ["", "A" * 25, "A" * 27, "Ă" * 26, "A" * 25 + "9", "\x00" * 26])
def test_refuses_what_cannot_be_a_code(typed: str) -> None:
    assert read_code(typed) is None


@given(st.text(max_size=80))
def test_never_fails(typed: str) -> None:
    code = read_code(typed)
    assert code is None or len(code) == 26


def test_the_stored_form_does_not_hold_the_code() -> None:
    code = new_code()
    assert code not in code_digest(code)
    assert code_digest(code) == code_digest(code) != code_digest(new_code())
