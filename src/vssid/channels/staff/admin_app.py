"""Django's admin with our site as its only one; in apps.py it would pass for the door's own."""

from django.contrib.admin import apps as django_admin


class AdminConfig(django_admin.AdminConfig):
    default_site = "vssid.channels.staff.admin_site.StaffSite"
