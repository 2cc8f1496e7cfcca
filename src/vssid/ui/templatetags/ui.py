"""``{% load ui %}``: every component of the design system.

The functions stand by subject in :mod:`vssid.ui.components`; the gallery at ``/ui/`` shows each with its tag.
"""

from vssid.ui.components import register

__all__ = ["register"]
