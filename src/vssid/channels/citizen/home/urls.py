from django.urls import path

from vssid.channels.citizen.home import views

urlpatterns = [path("", views.home, name="home")]
