from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "vssid.apps.visits"
    label = "visits"
