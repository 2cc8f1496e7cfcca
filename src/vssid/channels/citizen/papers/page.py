"""What can be had and what was issued, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vssid.apps.documents.kinds import DocumentState, PaperForm
from vssid.apps.documents.selectors.own_papers import IssuedPaper
from vssid.kit import formats
from vssid.kit.clock import VIETNAM
from vssid.ui.elements import Row

_STATUS_KIND = {DocumentState.VALID: "good", DocumentState.REPLACED: "warn", DocumentState.WITHDRAWN: "bad"}


@dataclass(frozen=True, slots=True)
class Page:
    """``years``: the latest first. ``confirmed``: visits may be on it. ``has_card``: one to print."""

    years: tuple[int, ...]
    confirmed: bool
    confirm_url: str
    has_card: bool
    issued: tuple[Row, ...]


def way_to_papers() -> Row:
    """From other pages to this one."""
    words = _("Statement, book, yearly summary and card as files")
    return Row(_("My papers"), words, reverse("citizen:papers"), "files")


def issued_rows(papers: Iterable[IssuedPaper]) -> tuple[Row, ...]:
    return tuple(_row(paper) for paper in papers)


def _row(paper: IssuedPaper) -> Row:
    at = formats.day_and_time(paper.issued_at.astimezone(VIETNAM))
    form = _("signed data") if paper.form is PaperForm.JSON else "PDF"
    return Row(
        title=_(paper.kind.english),
        note=f"{form} · {at}",
        icon="file-check",
        tone="la" if paper.state is DocumentState.VALID else "none",
        status_kind=_STATUS_KIND[paper.state],
        status=_state(paper.state),
        muted=paper.state is not DocumentState.VALID,
    )


def _state(state: DocumentState) -> str:
    return {
        DocumentState.VALID: pgettext("paper", "Valid"),
        DocumentState.REPLACED: pgettext("paper", "Replaced by a later one"),
        DocumentState.WITHDRAWN: pgettext("paper", "Withdrawn"),
    }[state]
