from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "vssid.apps.documents"
    label = "documents"
