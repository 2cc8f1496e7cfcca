"""Reads what jurists hand in: files of worked cases, each case by itself, so that a broken one leaves the
others alone; and the inputs of one computation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from vssid.domain.law.engine.yaml_text import Refusing, read_foreign
from vssid.domain.values.problem import Problem, marked


class NotCases(Problem):
    code = "not_cases"
    sentence = marked("This is not a file of worked cases: it has no list called examples.")


class Unreadable(Problem):
    code = "unreadable_case_file"
    sentence = marked("This file cannot be read: %(what)s. Write YAML or JSON in UTF-8.")


@dataclass(frozen=True, slots=True)
class BrokenCase:
    """A case whose text makes no values: ``why`` says what is wrong and where."""

    id: str
    why: str


def cases(content: bytes) -> list[Mapping[Any, Any] | BrokenCase]:
    """The cases of a file, in its order: a list, or the list called ``examples``.

    Raises Unreadable for what is no YAML, NotCases for another shape.
    """
    text = _text(content)
    try:
        root = yaml.compose(text, Refusing)
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise _unreadable(fault) from fault
    if isinstance(root, yaml.MappingNode):
        root = _value_of(root, "examples")
    if not isinstance(root, yaml.SequenceNode):
        raise NotCases
    return [_case(node, place) for place, node in enumerate(root.value, 1)]


def inputs(content: bytes) -> Any:
    """The values of one file. Raises Unreadable."""
    try:
        return read_foreign(_text(content))
    except (yaml.YAMLError, ValueError, RecursionError) as fault:
        raise _unreadable(fault) from fault


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        raise Unreadable(what=f"line {line} has a character that is not UTF-8") from fault


def _unreadable(fault: Exception) -> Unreadable:
    return Unreadable(what=_in_one_line(fault))


def _case(node: Any, place: int) -> Mapping[Any, Any] | BrokenCase:
    """Values are made here, not with the file: a day that is none or a key said twice is this case's own."""
    name = f"examples[{place}]"
    if not isinstance(node, yaml.MappingNode):
        return BrokenCase(name, f"line {node.start_mark.line + 1}: a case is a map of id, regime, inputs …")
    id_ = _value_of(node, "id")
    try:
        made: Mapping[Any, Any] = Refusing("").construct_document(node)
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as fault:
        return BrokenCase(id_.value if isinstance(id_, yaml.ScalarNode) else name, _in_one_line(fault))
    return made if made.get("id") is not None else {**made, "id": name}


def _value_of(node: yaml.MappingNode, key: str) -> Any:
    """The node under a key, None where there is none."""
    return next((value for name, value in node.value if name.value == key), None)


def _in_one_line(fault: Exception) -> str:
    told = str(fault).replace('in "<unicode string>", ', "at ")
    return " ".join(told.split()).rstrip(".")
