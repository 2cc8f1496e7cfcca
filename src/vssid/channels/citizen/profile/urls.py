from django.urls import path

from vssid.channels.citizen.profile import views

urlpatterns = [path("", views.profile, name="profile")]
