from django.urls import path

from vssid.channels.citizen.offline import views

urlpatterns = [path("", views.settings, name="offline")]
