from django.urls import path

from vssid.channels.citizen.sign_in_ways import views

urlpatterns = [
    path("", views.sign_in_ways, name="sign_in_ways"),
    path("remove/", views.remove, name="sign_in_way_remove"),
    path("name/", views.name, name="sign_in_way_name"),
]
