from django.urls import path

from vssid.channels.public.policies import views

urlpatterns = [path("", views.policies, name="policies"), path("<slug:slug>/", views.policy, name="policy")]
