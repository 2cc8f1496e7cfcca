from django.urls import path

from vssid.channels.citizen.privacy import views

urlpatterns = [
    path("", views.privacy, name="privacy"),
    path("copy/", views.copy, name="privacy_copy"),
]
