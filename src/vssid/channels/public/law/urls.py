from django.urls import path

from vssid.channels.public.law import views

urlpatterns = [path("", views.laws, name="laws"), path("<slug:benefit>/", views.law, name="law")]
