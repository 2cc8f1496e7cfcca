from django.urls import path

from vssid.channels.public.home import views

urlpatterns = [path("", views.home, name="home")]
