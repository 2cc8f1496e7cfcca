"""What the page says to each answer: finding, sentence, and the few facts the public may know."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from vssid.apps.documents.selectors.check_code import CheckAnswer, CheckResult
from vssid.kit import formats
from vssid.kit.formats.sentences import in_a_row
from vssid.ui.elements import Item


@dataclass(frozen=True, slots=True)
class Finding:
    """``tone``: good, warn or bad, as the notice component names them."""

    tone: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    finding: Finding
    facts: tuple[Item, ...]
    comparison: Finding | None


def shown(answer: CheckAnswer) -> ShownAnswer:
    return ShownAnswer(_finding(answer.result), _facts(answer), _comparison(answer.same_file))


def _finding(result: CheckResult) -> Finding:
    again = gettext("Ask the holder for a new one.")
    return {
        CheckResult.VALID: Finding(
            "good",
            gettext("This paper is valid."),
            gettext("Compare the kind, the date and the name below with those on the paper."),
        ),
        CheckResult.REPLACED: Finding(
            "warn",
            gettext("This paper was replaced."),
            in_a_row(gettext("The record was corrected after it was issued."), again),
        ),
        CheckResult.WITHDRAWN: Finding(
            "bad",
            gettext("This paper was withdrawn."),
            in_a_row(gettext("It no longer proves anything."), again),
        ),
        CheckResult.UNKNOWN: Finding(
            "bad",
            gettext("No paper has this code."),
            gettext("Compare each character with the paper. If the code is right, it was not issued here."),
        ),
    }[result]


def _facts(answer: CheckAnswer) -> tuple[Item, ...]:
    if answer.kind is None or answer.issued_on is None or answer.holder is None:
        return ()
    return (
        Item(gettext("Kind"), gettext(answer.kind.english)),
        Item(gettext("Issued on"), formats.day(answer.issued_on)),
        Item(gettext("Name, masked"), answer.holder, data=True),
    )


def _comparison(same_file: bool | None) -> Finding | None:
    if same_file is None:
        return None
    if same_file:
        return Finding("good", gettext("The file is the one that was issued."), "")
    return Finding(
        "bad",
        gettext("The file is not the one that was issued."),
        gettext("It was changed, or saved anew by a program. Rely only on a file that matches."),
    )
