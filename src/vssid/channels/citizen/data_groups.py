"""The parts of a person's data as the pages call them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from vssid.apps.audit.vocabulary import DataGroup


def group_name(group: DataGroup) -> str:
    return {
        DataGroup.SUMMARY: _("card and latest months"),
        DataGroup.CARD: _("health card"),
        DataGroup.PARTICIPATION: _("contribution record"),
        DataGroup.BENEFITS: _("benefits received"),
        DataGroup.VISITS: _("clinic visits"),
        DataGroup.PROFILE: _("personal particulars"),
        DataGroup.DOCUMENTS: _("documents issued"),
        DataGroup.ACCOUNT: _("account"),
        DataGroup.ACCESS_LOG: _("access log"),
        DataGroup.REPORTS: _("reports of mistakes"),
    }[group]
