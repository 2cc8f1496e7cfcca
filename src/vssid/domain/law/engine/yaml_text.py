"""YAML as the law writes it, and as jurists hand it in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml


class Refusing(yaml.CSafeLoader):
    """Reads what the safe loader reads, but keeps ``01`` as it is written, for codes begin with a nought
    (YAML would count ``010`` in eights), and refuses a key said twice, of which YAML would keep the last.
    """

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        made: dict[Any, Any] = super().construct_mapping(node, deep)
        _refuse_said_twice(len(node.value), made, node)
        return made


_WHOLE = "tag:yaml.org,2002:int"
Refusing.yaml_implicit_resolvers = {
    **yaml.CSafeLoader.yaml_implicit_resolvers,
    "0": [
        (tag, re.compile(r"0\Z") if tag == _WHOLE else form)
        for tag, form in yaml.CSafeLoader.yaml_implicit_resolvers["0"]
    ],
}


def read_foreign(text: str) -> Any:
    """A text of somebody else as plain values; yaml.YAMLError, ValueError or RecursionError for what is
    none.
    """
    return yaml.load(text, Refusing)  # noqa: S506 - a safe loader


def read(text: str) -> Any:
    """One of our own files as plain values: the same as :func:`read_foreign` in less than half the time,
    which is a third of every start of the law. Names (``&``, ``*``) and tags (``!``) are refused.
    """
    return _Events(text).document()


class _Events:
    """Makes values of the parser's events at once. What a plain scalar means is settled once a file: nearly
    every one stands there many times (``since``, ``act``, ``A`` …).
    """

    def __init__(self, text: str) -> None:
        self._loader = Refusing(text)
        self._next: Callable[[], Any] = self._loader.get_event
        self._known: dict[tuple[str, tuple[bool, bool]], Any] = {}

    def document(self) -> Any:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        made = self._value(self._next())
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise ValueError(f"a second document begins at line {after.start_mark.line + 1}")
        return made

    def _value(self, event: Any) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        if kind is yaml.MappingStartEvent and event.implicit:
            return self._map(event)
        if kind is yaml.SequenceStartEvent and event.implicit:
            return self._list()
        raise ValueError(f"a name or a tag at line {event.start_mark.line + 1}")

    def _map(self, start: Any) -> dict[Any, Any]:
        made: dict[Any, Any] = {}
        said = 0
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._value(event)
            made[key] = self._value(self._next())
            said += 1
        _refuse_said_twice(said, made, start)
        return made

    def _list(self) -> list[Any]:
        made = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            made.append(self._value(event))
        return made

    def _scalar(self, event: Any) -> Any:
        written = (event.value, event.implicit)
        if written not in self._known:
            self._known[written] = self._meaning(event)
        return self._known[written]

    def _meaning(self, event: Any) -> Any:
        if event.tag is not None:
            raise ValueError(f"a name or a tag at line {event.start_mark.line + 1}")
        tag = self._loader.resolve(  # type: ignore[no-untyped-call]
            yaml.ScalarNode, event.value, event.implicit
        )
        return self._loader.construct_object(
            yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark)
        )


def _refuse_said_twice(said: int, made: dict[Any, Any], at: Any) -> None:
    if len(made) != said:
        raise ValueError(f"a key stands twice in the map at line {at.start_mark.line + 1}")
