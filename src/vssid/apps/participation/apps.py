from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    name = "vssid.apps.participation"
    label = "participation"
