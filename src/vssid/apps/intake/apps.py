from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "vssid.apps.intake"
    label = "intake"
