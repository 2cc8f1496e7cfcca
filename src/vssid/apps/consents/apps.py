from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "vssid.apps.consents"
    label = "consents"
