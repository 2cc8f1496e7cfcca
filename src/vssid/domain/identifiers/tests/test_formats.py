"""What holds for every identifier: patterns, normal forms, groups and masks."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from types import ModuleType

import polars
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from vssid.domain.identifiers import (
    card_number,
    citizen_number,
    digits,
    email,
    employer,
    facility,
    insurance_number,
    name,
    office,
    passport,
    phone,
)
from vssid.domain.values.problem import Problem

NUMBERS = [card_number, citizen_number, facility, insurance_number, office, passport]
EXACT = [*NUMBERS, employer]
"""Their pattern alone decides."""
PERSONAL = [card_number, citizen_number, insurance_number, passport, phone]
ALL = [*EXACT, email, name, phone]

subjects = pytest.mark.parametrize("subject", ALL, ids=lambda module: module.__name__.rpartition(".")[2])
exact = pytest.mark.parametrize("subject", EXACT, ids=lambda module: module.__name__.rpartition(".")[2])
personal = pytest.mark.parametrize("subject", PERSONAL, ids=lambda module: module.__name__.rpartition(".")[2])
numbers = pytest.mark.parametrize("subject", NUMBERS, ids=lambda module: module.__name__.rpartition(".")[2])


@cache
def values(subject: ModuleType) -> st.SearchStrategy[str]:
    """Normal forms of a subject."""
    if subject is phone:
        return st.from_regex(phone.MOBILE_PATTERN, fullmatch=True, alphabet=st.characters(codec="ascii"))
    return st.from_regex(subject.PATTERN, fullmatch=True, alphabet=st.characters(codec="ascii"))


def attempt(parse: Callable[[str], str], text: str) -> tuple[str | None, Problem | None]:
    try:
        return parse(text), None
    except Problem as problem:
        return None, problem


@exact
@given(st.data())
def test_whatever_fits_the_pattern_is_already_parsed(subject: ModuleType, data: st.DataObject) -> None:
    value = data.draw(values(subject))
    assert subject.parse(value) == value


@subjects
@given(text=st.text(max_size=40))
def test_any_text_is_parsed_into_the_pattern_or_refused_with_a_sentence(
    subject: ModuleType, text: str
) -> None:
    value, problem = attempt(subject.parse, text)
    if problem is not None:
        assert problem.code != Problem.code
        assert "%(" not in problem.english()
    else:
        assert value is not None
        assert re.fullmatch(subject.PATTERN, value)
        assert subject.parse(value) == value


@numbers
@given(st.data())
def test_spaces_dots_and_dashes_between_characters_do_not_matter(
    subject: ModuleType, data: st.DataObject
) -> None:
    value = data.draw(values(subject))
    separators = st.sampled_from(["", " ", ".", "-", " - ", "\u00a0", "–", "\t"])
    typed = "".join(character + data.draw(separators) for character in value)
    assert subject.parse(typed) == value
    assert subject.parse(typed.lower()) == value


@exact
@given(st.data())
def test_what_is_shown_can_be_typed_back(subject: ModuleType, data: st.DataObject) -> None:
    value = data.draw(values(subject))
    assert subject.parse(subject.grouped(value)) == value
    assert " " not in subject.grouped(value), "a group must not break across lines"


@given(values(phone))
def test_a_grouped_phone_number_can_be_typed_back(number: str) -> None:
    assert phone.parse(phone.grouped(number)) == number


@personal
@given(st.data())
def test_a_mask_shows_three_characters_and_no_length(subject: ModuleType, data: st.DataObject) -> None:
    value = data.draw(values(subject))
    masked = subject.mask(value)
    assert masked[0] == "…"
    assert value.endswith(masked[1:])
    assert len(masked) <= 4


@given(st.text(min_size=0, max_size=30), st.integers(0, 10))
def test_no_mask_shows_more_than_a_third(text: str, shown: int) -> None:
    assert len(digits.last_shown(text, shown)) - 1 <= len(text) / 3


@subjects
def test_bulk_checks_read_the_same_pattern(subject: ModuleType) -> None:
    good = {
        card_number: "DN4010194000123",
        citizen_number: "001194000123",
        facility: "01929",
        insurance_number: "0194000123",
        office: "00102",
        passport: "TR7654321",
        employer: "0101234567-001",
        email: "lan@vssid.example",
        name: "Trần Thị Lan",
        phone: "+84912000345",
    }[subject]
    column = polars.Series([good, good + "!", ""])
    assert column.str.contains(f"^(?:{subject.PATTERN})$").to_list() == [True, False, False]


@given(st.from_regex(phone.MOBILE_PATTERN, fullmatch=True, alphabet=st.characters(codec="ascii")))
def test_every_number_of_the_mobile_pattern_is_assigned(number: str) -> None:
    assert phone.parse(number) == number


@given(st.text(alphabet="0123456789０１２３４５６７８９", min_size=10, max_size=10))
def test_full_width_digits_of_east_asian_keyboards_are_digits(text: str) -> None:
    assume(any(character > "9" for character in text))
    assert re.fullmatch("[0-9]{10}", insurance_number.parse(text))
