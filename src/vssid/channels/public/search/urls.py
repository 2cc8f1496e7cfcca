from django.urls import path

from vssid.channels.public.search import views

urlpatterns = [path("", views.search, name="search")]
