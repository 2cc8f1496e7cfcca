from django.apps import AppConfig


class BenefitsConfig(AppConfig):
    name = "vssid.apps.benefits"
    label = "benefits"
