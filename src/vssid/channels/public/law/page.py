"""A page of the law, and the list of them."""

from __future__ import annotations

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from vssid.apps.content.law_pages import LawPage, law_folders, title_of
from vssid.apps.content.law_places import page_of
from vssid.apps.content.writing.markdown import rendered
from vssid.kit.vietnamese_order import sort_key
from vssid.ui.elements import Row


def overview() -> tuple[Row, ...]:
    rows = [Row(title_of(folder), "", address(folder), "book") for folder in law_folders()]
    return tuple(sorted(rows, key=lambda row: sort_key(row.title)))


def address(folder: str) -> str:
    return reverse("public:law", args=[page_of(folder)])


def folder_at(slug: str) -> str | None:
    return next((folder for folder in law_folders() if page_of(folder) == slug), None)


def text_of(page: LawPage) -> SafeString:
    return mark_safe(rendered(page.text))
