from django.urls import path

from vssid.channels.public.verify import views

urlpatterns = [path("", views.verify, name="verify")]
