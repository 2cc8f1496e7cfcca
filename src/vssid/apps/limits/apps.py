from django.apps import AppConfig


class LimitsConfig(AppConfig):
    name = "vssid.apps.limits"
    label = "limits"
