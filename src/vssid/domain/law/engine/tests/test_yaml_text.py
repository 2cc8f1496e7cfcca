"""Our own files are read faster than foreign ones, and mean the same."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from vssid.domain import law
from vssid.domain.law.engine.yaml_text import read, read_foreign

OWN = sorted(Path(law.__path__[0]).rglob("*.yaml"))


@pytest.mark.parametrize("file", OWN, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_both_readers_agree_on_every_file_of_the_law(file: Path) -> None:
    text = file.read_text("utf-8")
    assert read(text) == read_foreign(text)


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "a", "[1, 0x10, 010, 01, '1', 1_000, ~, yes, 2026-07-01, 0.5]"]
)
def test_both_readers_agree_on_what_a_scalar_means(text: str) -> None:
    assert read(text) == read_foreign(text)


@pytest.mark.parametrize("reader", [read, read_foreign])
def test_a_key_said_twice_is_refused(reader: object) -> None:
    assert callable(reader)
    with pytest.raises(ValueError, match="a key stands twice in the map at line 2"):
        reader("a:\n  b: 1\n  b: 2\n")


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x", "a: !!str 1", "a: !!map {}", "- !!seq []"])
def test_our_own_files_name_and_tag_nothing(text: str) -> None:
    with pytest.raises(ValueError, match="a name or a tag at line"):
        read(text)


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2", "a: [", "<<: {a: 1}", "? [a]\n: 1"])
def test_what_is_not_one_document_of_plain_keys_is_refused(text: str) -> None:
    with pytest.raises((yaml.YAMLError, ValueError, TypeError)):
        read(text)
