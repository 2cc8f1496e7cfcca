from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "vssid.apps.privacy"
    label = "privacy"
