"""Nobody fills the disk through a form."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client

from tests.security.routes import Route, all_routes
from vssid.channels.public.verify import forms
from vssid.project.middleware.body_size import LARGEST_BODY

_UNREAD = ("api/v1/me/", "internal/hotline/")
"""Refused before anything of the body is read."""
PAGES = [route for route in all_routes() if not route.pattern.startswith(_UNREAD)]


@pytest.mark.django_db
@pytest.mark.parametrize("route", PAGES, ids=lambda route: route.pattern)
def test_a_body_larger_than_any_form_is_refused_unread(route: Route, monkeypatch: pytest.MonkeyPatch) -> None:
    def stored(*arguments: object, **named: object) -> None:
        pytest.fail("the upload was written to disk")

    monkeypatch.setattr(TemporaryFileUploadHandler, "new_file", stored)
    huge = SimpleUploadedFile("paper.pdf", b"x" * (LARGEST_BODY + 1), "application/pdf")
    client = Client(enforce_csrf_checks=True, headers={"cookie": "csrftoken=" + "a" * 32})
    assert client.post(route.address, {"file": huge}).status_code == 413


@pytest.mark.django_db
def test_the_largest_paper_still_fits(client: Client) -> None:
    paper = SimpleUploadedFile("paper.pdf", b"x" * forms.LARGEST, "application/pdf")
    assert client.post("/verify/", {"code": "A" * 26, "file": paper}).status_code == 200
