from django.urls import path

from vssid.channels.citizen.book import views

urlpatterns = [path("", views.book, name="book")]
