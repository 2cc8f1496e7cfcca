"""Registers the design system's templates, tags and built files."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "vssid.ui"
    label = "ui"
