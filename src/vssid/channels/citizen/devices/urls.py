from django.urls import path

from vssid.channels.citizen.devices import views

urlpatterns = [path("", views.devices, name="devices")]
