"""Texts of the framework and the sign-in library that our pages can show and that their catalogues may lack.

Django's Vietnamese catalogue misses many form errors; ours, found first, ships every one a page can show.
"""

from __future__ import annotations

from collections.abc import Iterator

from vssid.project.messages.extraction import Text

_SINGLE = (
    "This field is required.",
    "Enter a valid email address.",
    "Enter a valid date.",
    "Enter a whole number.",
    "Null characters are not allowed.",
    "Select a valid choice. %(value)s is not one of the available choices.",
    "No file was submitted. Check the encoding type on the form.",
    "No file was submitted.",
    "The submitted file is empty.",
    "This password is too common.",
    "This password is entirely numeric.",
    "The two password fields didn’t match.",
)
_PLURAL = (
    (
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    (
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
)


def framework_texts() -> Iterator[Text]:
    for singular in _SINGLE:
        yield Text(context="", singular=singular, plural="", place="framework")
    for singular, plural in _PLURAL:
        yield Text(context="", singular=singular, plural=plural, place="framework")
