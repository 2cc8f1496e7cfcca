"""The citizen's API. Addresses under ``me/`` are read with a token, without session."""

from django.urls import path

from vssid.channels.citizen.api import views

app_name = "api"
urlpatterns = [
    path("token", views.token, name="token"),
    path("me/summary", views.summary, name="summary"),
]
