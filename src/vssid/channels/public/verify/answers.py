"""What the page says to each answer: verdict, sentence, and the few facts the public may know."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from vssid.apps.documents.seals import Seal, SealState
from vssid.apps.documents.selectors.check_code import CheckAnswer, CheckResult
from vssid.apps.documents.services.check_file import FileAnswer
from vssid.kit import formats
from vssid.kit.clock import VIETNAM
from vssid.kit.formats.sentences import in_a_row
from vssid.ui.elements import Item


@dataclass(frozen=True, slots=True)
class Finding:
    """``tone``: good, warn, bad or unclear, each with its own shape (components/verdict.html)."""

    tone: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """``beside``: what else was found, in one sentence more."""

    finding: Finding
    facts: tuple[Item, ...] = ()
    beside: Finding | None = None


def shown(answer: CheckAnswer) -> ShownAnswer:
    """To a code alone: nothing is known of the contents, and the page says so."""
    beside = None
    if answer.result is CheckResult.VALID:
        beside = Finding(
            "info",
            gettext("A code says nothing about the figures on a paper."),
            gettext("Check the file itself to learn whether it was changed."),
        )
    return ShownAnswer(_finding(answer.result), _facts(answer), beside)


def shown_file(answer: FileAnswer) -> ShownAnswer:
    if answer.seal is None:
        return shown(answer.register) if answer.register else ShownAnswer(_no_code())
    if answer.seal.state is not SealState.SEALED:
        return ShownAnswer(_refused(answer.seal.state))
    register = answer.register
    if register is None or register.result is CheckResult.UNKNOWN:
        return ShownAnswer(_not_in_register(), _seal_facts(answer.seal))
    if not register.same_file:
        return ShownAnswer(_another_file(), _facts(register))
    finding, facts = _finding(register.result), (*_facts(register), *_seal_facts(answer.seal))
    return ShownAnswer(finding, facts, _untouched())


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


def _refused(state: SealState) -> Finding:
    itself = gettext("Ask the holder for the file itself, as it was downloaded here.")
    return {
        SealState.CHANGED: Finding(
            "bad",
            gettext("The file was changed after it was sealed."),
            in_a_row(gettext("Something was added or it was saved anew by a program."), itself),
        ),
        SealState.BROKEN: Finding(
            "bad",
            gettext("The seal does not fit the file."),
            in_a_row(gettext("The contents were altered. Do not rely on them."), itself),
        ),
        SealState.FOREIGN: Finding(
            "bad",
            gettext("The file was not sealed here."),
            gettext("Somebody else signed it. It does not prove anything about our records."),
        ),
        SealState.NO_SEAL: Finding(
            "bad",
            gettext("The file carries no seal."),
            in_a_row(gettext("Every paper issued here is sealed. A scan or a print loses the seal."), itself),
        ),
        SealState.NOT_A_PAPER: Finding(
            "unclear",
            gettext("The file cannot be read."),
            gettext("Choose the PDF, the signed data file, or a photo in JPEG, PNG or WebP."),
        ),
    }[state]


def _no_code() -> Finding:
    return Finding(
        "unclear",
        gettext("No code was found in the photo."),
        gettext("Hold the phone flat over the QR code, in good light, and take the photo again."),
    )


def _not_in_register() -> Finding:
    return Finding(
        "warn",
        gettext("The seal is ours, but the register does not know this paper."),
        gettext("Do not rely on it yet. Ask the social-insurance office, naming the time of the seal."),
    )


def _another_file() -> Finding:
    return Finding(
        "bad",
        gettext("The file is not the one issued under this code."),
        gettext("Its seal is intact, but the code belongs to another paper, described below."),
    )


def _untouched() -> Finding:
    return Finding(
        "good",
        gettext("The file is the one that was issued."),
        gettext("Its seal is intact: nothing was changed since."),
    )


def _facts(answer: CheckAnswer) -> tuple[Item, ...]:
    if answer.kind is None or answer.issued_on is None or answer.holder is None:
        return ()
    return (
        Item(gettext("Kind"), gettext(answer.kind.english)),
        Item(gettext("Issued on"), formats.day(answer.issued_on)),
        Item(gettext("Name, masked"), answer.holder, data=True),
    )


def _seal_facts(seal: Seal) -> tuple[Item, ...]:
    assert seal.sealed_at is not None  # noqa: S101 - of a sealed file it is known
    return (
        Item(gettext("Seal"), seal.certificate, data=True),
        Item(gettext("Sealed at"), formats.day_and_time(seal.sealed_at.astimezone(VIETNAM))),
    )
