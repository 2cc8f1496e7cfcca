from django.urls import path

from vssid.channels.citizen.closing import views

urlpatterns = [
    path("", views.closing, name="closing"),
    path("ask/", views.ask, name="closing_ask"),
    path("keep/", views.keep, name="closing_keep"),
]
