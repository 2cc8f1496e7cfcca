from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "vssid.apps.directory"
    label = "directory"
