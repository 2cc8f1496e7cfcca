from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "vssid.apps.people"
    label = "people"
