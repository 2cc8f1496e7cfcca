from django.urls import path

from vssid.channels.public.whats_new import views

urlpatterns = [path("", views.whats_new, name="whats_new")]
