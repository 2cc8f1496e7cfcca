from django.urls import path

from vssid.channels.public.feedback import views

urlpatterns = [path("", views.feedback, name="feedback")]
