"""The look-ups there are: address, what is searched, words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Section:
    """``kind`` as the directory names it. ``example``: what may be typed, in Vietnamese as it is written."""

    slug: str
    kind: str
    icon: str
    tone: str
    title: Promise
    purpose: Promise
    example: str
    sick_leave: bool = False
    wards: bool = False


SECTIONS = {
    section.slug: section
    for section in (
        Section(
            "offices",
            "office",
            "building",
            "",
            _("Social insurance offices"),
            _("To hand in papers, ask about the record or complain."),
            "BHXH Hà Nội",
        ),
        Section(
            "clinics",
            "facility",
            "building-hospital",
            "la",
            _("Clinics with a health-insurance contract"),
            _("Here the health fund pays its part when the card is shown."),
            "Bệnh viện Bạch Mai",
        ),
        Section(
            "sick-leave",
            "facility",
            "stethoscope",
            "la",
            _("Clinics that issue sick-leave papers"),
            _("Their papers count for the sickness benefit."),
            "Trung tâm Y tế",
            sick_leave=True,
        ),
        Section(
            "employers",
            "employer",
            "briefcase",
            "nghe",
            _("Employers that take part"),
            _("Units that contribute for their staff. What they owe is not shown here."),
            "Công ty May",
        ),
        Section(
            "collection-points",
            "point",
            "cash",
            "man",
            _("Collection points"),
            _("To pay voluntary and household contributions. A receipt is given for each payment."),
            "Điểm thu Ba Đình",
            wards=True,
        ),
    )
}
