from django.apps import AppConfig


class EstimatesConfig(AppConfig):
    name = "vssid.apps.estimates"
    label = "estimates"
