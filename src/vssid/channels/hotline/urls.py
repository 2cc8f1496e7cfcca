"""Under /internal/hotline/: from the voice agent alone, never public."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
