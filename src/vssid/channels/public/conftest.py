"""A few published texts for the pages that show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.test import Client
from tests.cast.texts import load, manuscript, shipped, words

from vssid.apps.content.vocabulary import Kind


@pytest.fixture
def english(client: Client) -> Client:
    client.cookies["vssid_language"] = "en"
    return client


@pytest.fixture
def texts(db: None) -> None:
    """A policy with an older version, questions, a guide, news and a release note."""
    policy = manuscript(
        Kind.POLICY,
        "Pension from 15 years",
        changed_on=date(2025, 7, 1),
        words=words(
            "Pension from 15 years", "From 15 years of contributions.", "Up to {=reference_level*20}."
        ),
        sources=(("Law 41/2024/QH15", "https://vanban.chinhphu.vn/41"),),
    )
    older = replace(
        policy,
        effective_from=date(2016, 1, 1),
        changed_on=None,
        words=words("Pension from 20 years", "Until then up to {=base_salary*20}.", "From 20 years up."),
    )
    unsure = manuscript(Kind.QUESTION, "Who decides?", confidence="D", basis="")
    load(
        [
            shipped("pension", older, policy),
            shipped("d1", manuscript(Kind.QUESTION, "How many years?"), order=1),
            shipped("d2", unsure, order=2),
            shipped("b1", manuscript(Kind.QUESTION, "Months missing?"), topic="contributions"),
            shipped("late-month", manuscript(Kind.HELP, "A month was not paid"), topic="contributions"),
            shipped("base", manuscript(Kind.NEWS, "The base rises"), topic="general"),
            shipped(
                "soon", manuscript(Kind.NEWS, "Not yet", effective_from=date(2027, 1, 1)), topic="general"
            ),
            shipped("1-0", manuscript(Kind.RELEASE, "Version 1"), topic="general"),
        ]
    )
