from django.urls import path

from vssid.channels.citizen.report import views

urlpatterns = [
    path("", views.report, name="report"),
    path("asked/", views.reports, name="reports"),
]
