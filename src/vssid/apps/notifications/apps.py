from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "vssid.apps.notifications"
    label = "notifications"
