"""Everything the product ships can be read, in every language, with figures that exist."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils import translation

from vssid.apps.content.catalogue import ROOT
from vssid.apps.content.errors import TextRefused
from vssid.apps.content.vocabulary import LANGUAGES, Kind
from vssid.apps.content.writing.folder import catalogue

HEAD = """topic = "pension"
order = 1
effective_from = 2025-07-01
as_of = 2026-11-22
confidence = "A"
basis = "Law 41/2024/QH15, article 64"
"""


def _written(root: Path, kind: str = "questions", head: str = HEAD, **texts: str) -> Path:
    folder = root / kind / "a1"
    folder.mkdir(parents=True)
    (folder / "entry.toml").write_text(head)
    for language in LANGUAGES:
        text = texts.get(language.replace("-", "_"), "# Title\n\nA body with {=base_salary}.\n")
        if text:
            (folder / f"{language}.md").write_text(text)
    return root


def test_everything_shipped_is_whole() -> None:
    addresses = [(each.kind, each.slug) for each in catalogue(ROOT)]
    assert len(addresses) == len(set(addresses))
    assert addresses


def test_a_folder_becomes_a_version(tmp_path: Path) -> None:
    (entry,) = catalogue(_written(tmp_path, en="# Who?\n\nPeople. {=base_salary}\n"))
    assert (entry.kind, entry.slug, entry.topic, entry.order) == (Kind.QUESTION, "a1", "pension", 1)
    assert entry.versions[0].words["en"].title == "Who?"
    assert entry.versions[0].words["en"].body == "People. {=base_salary}"


def test_the_first_paragraph_of_a_policy_is_its_summary(tmp_path: Path) -> None:
    text = "# Title\n\nIn short\non two lines.\n\n## More\n\nAll of it: {=base_salary}.\n"
    (entry,) = catalogue(_written(tmp_path, "policies", en=text))
    assert entry.versions[0].words["en"].summary == "In short on two lines."
    assert entry.versions[0].words["en"].body.startswith("## More")


def test_an_older_version_lies_inside(tmp_path: Path) -> None:
    _written(tmp_path)
    old = tmp_path / "questions" / "a1" / "2016-01-01"
    old.mkdir()
    (old / "entry.toml").write_text(HEAD.replace("2025-07-01", "2016-01-01"))
    for language in LANGUAGES:
        (old / f"{language}.md").write_text("# Title\n\nBefore.\n")
    (entry,) = catalogue(tmp_path)
    assert [version.effective_from.year for version in entry.versions] == [2016, 2025]


@pytest.mark.parametrize(
    ("texts", "head", "reason"),
    [
        ({"ko": ""}, HEAD, "no text in ko"),
        ({"en": "Title\n\nBody\n"}, HEAD, "the first line"),
        ({"en": "# Title\n\n{=no_such_figure}\n"}, HEAD, "no_such_figure"),
        ({"en": "# Title\n\nBody, but no figure.\n"}, HEAD, "figures differ"),
        ({"en": "# Title\n\n{=base_salary} [x](https://evil.example/)\n"}, HEAD, "neither ours"),
        ({}, HEAD.replace('"pension"', '"weather"'), "topic is one of"),
        ({}, HEAD + 'colour = "red"\n', "colour"),
        ({}, HEAD.replace("order = 1\n", ""), "order"),
        ({}, HEAD.replace("as_of = 2026-11-22", 'as_of = "soon"'), "as_of is no day"),
        ({}, HEAD + '[[sources]]\ntitle = "x"\nurl = "https://evil.example/"\n', "no official act"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, texts: dict[str, str], head: str, reason: str) -> None:
    with translation.override("en"), pytest.raises(TextRefused, match=reason):
        list(catalogue(_written(tmp_path, head=head, **texts)))
