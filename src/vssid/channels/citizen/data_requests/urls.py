from django.urls import path

from vssid.channels.citizen.data_requests import views

urlpatterns = [
    path("", views.requests, name="data_requests"),
    path("<str:kind>/", views.request_data, name="data_request"),
]
