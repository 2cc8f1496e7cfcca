from django.urls import path

from vssid.channels.citizen.consents import views

urlpatterns = [path("", views.consents, name="consents")]
