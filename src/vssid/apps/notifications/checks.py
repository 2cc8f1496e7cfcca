"""Every message of the catalogue is whole and keeps the rules, or the product's checks say which is not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error
from django.core.checks import register as register_check

from vssid.apps.notifications.messages.faults import faults
from vssid.apps.notifications.messages.loading import CATALOGUE, BrokenMessage, folders, load


def register() -> None:
    register_check(check_catalogue, "catalogue")


def check_catalogue(app_configs: Sequence[AppConfig] | None, **_: Any) -> list[CheckMessage]:
    return [Error(finding, id="vssid.M1") for finding in findings(CATALOGUE)]


def findings(root: Path) -> list[str]:
    """``code: what is wrong`` for every fault of every folder."""
    found: list[str] = []
    for folder in folders(root):
        try:
            found += [f"{folder.name}: {fault}" for fault in faults(load(folder))]
        except BrokenMessage as error:
            found.append(str(error))
    return found
