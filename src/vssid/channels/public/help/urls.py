from django.urls import path

from vssid.channels.public.help import views

urlpatterns = [path("", views.help_page, name="help")]
