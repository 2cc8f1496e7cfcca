from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "vssid.apps.notifications"
    label = "notifications"

    def ready(self) -> None:
        from vssid.apps.notifications import checks
        from vssid.apps.notifications.messages.loading import catalogue

        checks.register()
        catalogue()  # a broken message stops the start by name, not a person's evening
