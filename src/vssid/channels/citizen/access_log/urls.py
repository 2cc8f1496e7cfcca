from django.urls import path

from vssid.channels.citizen.access_log import views

urlpatterns = [
    path("", views.access_log, name="access_log"),
    path("access-log.csv", views.access_log_file, name="access_log_file"),
]
