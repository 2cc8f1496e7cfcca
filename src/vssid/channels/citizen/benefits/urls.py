from django.urls import path

from vssid.channels.citizen.benefits import views

urlpatterns = [
    path("", views.benefits, name="benefits"),
    path("benefits.csv", views.benefits_file, name="benefits_file"),
]
