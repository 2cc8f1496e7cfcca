"""Reads the catalogue. A folder that lacks something is refused by name; there is no list to edit."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, cast

from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.accounts.roles import Right, roles_that_may
from vssid.apps.audit.vocabulary import DataGroup, Purpose
from vssid.apps.procedures.kinds.kind import (
    Kind,
    MatterHook,
    Notices,
    OutcomeHook,
    PhotoAnswer,
    Reader,
    Rule,
    Texts,
    Waiver,
)
from vssid.domain.casework.clock import Term
from vssid.domain.casework.states import Outcome
from vssid.kit.languages import LANGUAGE_NAMES

CATALOGUE = Path(__file__).resolve().parent.parent / "catalogue"
_PACKAGE = "vssid.apps.procedures.catalogue"
_DESCRIPTION = "procedure.toml"
_FIELDS = {
    "days", "hours", "answer_days", "four_eyes", "role", "purpose", "data_group", "notices", "reasons",
    "basis", "rules", "waived", "second_unless", "read_by", "words_stay", "photo",
}  # fmt: skip
_MAY_LACK = {"days", "hours", "basis", "rules", "waived", "second_unless", "read_by", "words_stay", "photo"}
_RULE_FIELDS = {"since", "reason"}
_PHOTO_FIELDS = {"questions", "act"}
_WAIVER_FIELDS = {"since", "reason", "conditions"}
_REASONS = {*Outcome, "questions"}
_LONGEST_CODE, _LONGEST_RULE = 40, 16


class BrokenProcedure(ValueError):
    """A procedure of the catalogue that cannot be used; the text names the folder and the fault."""


class UnknownProcedure(LookupError):
    """No folder of the catalogue has this code."""


@cache
def catalogue() -> Mapping[str, Kind]:
    """Every kind by its code, read once a process."""
    return {folder.name: load(folder, package=_PACKAGE) for folder in folders(CATALOGUE)}


def kind_of(code: str) -> Kind:
    try:
        return catalogue()[code]
    except KeyError as error:
        raise UnknownProcedure(f"the catalogue has no procedure {code}") from error


def told_by_us() -> frozenset[str]:
    """The kinds whose person reads and answers them here; others have pages of their own."""
    return frozenset(code for code, kind in catalogue().items() if kind.notices is not Notices.OWN)


def folders(root: Path) -> list[Path]:
    return sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("__"))


def load(folder: Path, *, package: str) -> Kind:
    """The kind in ``folder``, complete in every language, its hooks imported from ``package``."""
    try:
        return _kind(folder, package)
    except BrokenProcedure as error:
        raise BrokenProcedure(f"{folder.name}: {error}") from error
    except (KeyError, ValueError, TypeError, AttributeError, ImportError) as error:
        raise BrokenProcedure(f"{folder.name}: {type(error).__name__}: {error}") from error


def _kind(folder: Path, package: str) -> Kind:
    if not folder.name.isidentifier() or len(folder.name) > _LONGEST_CODE:
        raise BrokenProcedure("the folder's name is no code")
    given = _read(folder / _DESCRIPTION)
    _refuse_names(_DESCRIPTION, given, _FIELDS, _FIELDS - _MAY_LACK)
    _refuse_names("reasons", given["reasons"], _REASONS, _REASONS)
    reasons = {name: tuple(codes) for name, codes in given["reasons"].items()}
    notices = Notices(given["notices"])
    asks = notices is Notices.OWN and bool(reasons["questions"])
    photo = _photo(given["photo"], reasons["questions"], notices) if "photo" in given else None
    hooks = ("approve", "refuse", *(("ask", "resume") if asks else ()), *(("take_photo",) if photo else ()))
    rules = {code: _rule(code, values) for code, values in given.get("rules", {}).items()}
    codes = [code for several in reasons.values() for code in several]
    codes += [rule.reason for rule in rules.values()]
    waived = given.get("waived", {})
    if waived and given["four_eyes"]:
        raise BrokenProcedure("what two officers decide is not waived")
    second_unless = tuple(given.get("second_unless", ()))
    checked = waived or second_unless
    looks = ("matter", "about", *(("seen",) if checked else ()), *(("photo",) if photo else ()))
    matter = _hook(folder, package, "matter", looks)
    if not set(second_unless) <= set(getattr(matter, "CONDITIONS", ())):
        raise BrokenProcedure("second_unless needs conditions that matter.py knows")
    if len(codes) != len(set(codes)) or not all(reasons[one] for one in Outcome):
        raise BrokenProcedure("every outcome needs reasons, and each code stands once")
    return Kind(
        code=folder.name,
        term=Term(days=given.get("days", 0), hours=given.get("hours", 0)),
        answer_days=_positive(given["answer_days"]),
        four_eyes=bool(given["four_eyes"]),
        role=_role(given["role"]),
        purpose=Purpose(given["purpose"]),
        data_group=DataGroup(given["data_group"]),
        notices=notices,
        reasons={outcome: reasons[outcome] for outcome in Outcome},
        questions=reasons["questions"],
        basis=tuple(given.get("basis", ())),
        texts={language: _texts(folder / f"{language}.toml", codes) for language in LANGUAGE_NAMES},
        outcome=cast("OutcomeHook", _hook(folder, package, "outcome", hooks)),
        matter=cast("MatterHook", matter),
        rules=rules,
        waived={
            way: _waiver(way, values, reasons[Outcome.APPROVED], getattr(matter, "CONDITIONS", ()))
            for way, values in waived.items()
        },
        second_unless=second_unless,
        read_by=_reader(
            given.get("read_by", Reader.PERSON), notices, by_two=bool(given["four_eyes"] or second_unless)
        ),
        words_stay=_words_stay(given.get("words_stay", ()), notices),
        photo=photo,
    )


def _photo(values: Mapping[str, Any], asked: Collection[str], notices: Notices) -> PhotoAnswer:
    _refuse_names("photo", values, _PHOTO_FIELDS, _PHOTO_FIELDS)
    questions = frozenset(values["questions"])
    if notices is Notices.OWN or not questions or not questions <= set(asked):
        raise BrokenProcedure("photo needs questions of the kind, which the person answers here")
    return PhotoAnswer(questions, Act(values["act"]))


def _reader(code: str, notices: Notices, *, by_two: bool) -> Reader:
    reader = Reader(code)
    if reader is not Reader.PERSON and notices is not Notices.OWN:
        raise BrokenProcedure(f"the messages {notices}.* tell the person, whom read_by leaves out")
    if reader is not Reader.PERSON and by_two:
        raise BrokenProcedure("a decision of two officers is read by the person")
    return reader


def _words_stay(outcomes: Collection[str], notices: Notices) -> frozenset[Outcome]:
    if outcomes and notices is not Notices.OWN:
        raise BrokenProcedure(f"the messages {notices}.* carry the words that words_stay keeps")
    return frozenset(map(Outcome, outcomes))


def _waiver(way: str, values: Mapping[str, Any], reasons: Collection[str], known: Collection[str]) -> Waiver:
    _refuse_names(f"waived.{way}", values, _WAIVER_FIELDS, _WAIVER_FIELDS)
    conditions = tuple(values["conditions"])
    if not conditions or not set(conditions) <= set(known):
        raise BrokenProcedure(f"waived.{way} needs conditions that matter.py knows")
    if values["reason"] not in reasons:
        raise BrokenProcedure(f"waived.{way} approves for a reason that is none")
    return Waiver(values["since"], conditions, values["reason"])


def _rule(code: str, values: Mapping[str, Any]) -> Rule:
    _refuse_names(f"rules.{code}", values, _RULE_FIELDS, _RULE_FIELDS)
    rule = Rule(code, values["since"], values["reason"])
    if len(rule.name) > _LONGEST_RULE:
        raise BrokenProcedure(f"rules.{code} has too long a name")
    return rule


def _hook(folder: Path, package: str, module: str, needed: Collection[str]) -> object:
    found = import_module(f"{package}.{folder.name}.{module}")
    for name in needed:
        if not callable(getattr(found, name, None)):
            raise BrokenProcedure(f"{module}.py lacks {name}")
    return found


def _texts(path: Path, codes: Collection[str]) -> Texts:
    given = _read(path)
    _refuse_names(path.name, given, {"title", "reasons"}, {"title", "reasons"})
    _refuse_names(f"reasons of {path.name}", given["reasons"], set(codes), set(codes))
    if not given["title"].strip() or not all(words.strip() for words in given["reasons"].values()):
        raise BrokenProcedure(f"{path.name} has an empty text")
    return Texts(title=given["title"], reasons=given["reasons"])


def _role(code: str) -> str:
    if code not in roles_that_may(Right.WORK_CASES):
        raise BrokenProcedure(f"the role {code} works no cases")
    return code


def _positive(number: int) -> int:
    if number < 1:
        raise BrokenProcedure("the person needs a day to answer")
    return number


def _read(path: Path) -> dict[str, Any]:
    if not path.exists():
        raise BrokenProcedure(f"{path.name} is missing")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BrokenProcedure(f"{path.name} is not readable: {error}") from error


def _refuse_names(where: str, given: Mapping[str, Any], known: set[str], needed: set[str]) -> None:
    if unknown := sorted(given.keys() - known):
        raise BrokenProcedure(f"{where} holds unknown {', '.join(unknown)}")
    if missing := sorted(needed - given.keys()):
        raise BrokenProcedure(f"{where} lacks {', '.join(missing)}")
