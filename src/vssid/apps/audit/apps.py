from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "vssid.apps.audit"
    label = "audit"
