"""The parts of a person's data as the pages call them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.audit.names import GROUP_NAMES
from vssid.apps.audit.vocabulary import DataGroup


def group_name(group: DataGroup) -> str:
    return _(GROUP_NAMES[group])
