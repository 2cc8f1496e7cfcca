from django.urls import path

from vssid.channels.citizen.papers import views

urlpatterns = [
    path("", views.papers, name="papers"),
    path("make/", views.make, name="make_paper"),
]
