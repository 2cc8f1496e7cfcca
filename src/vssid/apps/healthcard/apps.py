from django.apps import AppConfig


class HealthcardConfig(AppConfig):
    name = "vssid.apps.healthcard"
    label = "healthcard"
