from django.urls import path

from vssid.channels.public.lookup import nearby, views

urlpatterns = [
    path("", views.hub, name="lookup"),
    path("nearby/", nearby.nearby, name="lookup_nearby"),
    path("offline/<str:province>.json", nearby.offline_list, name="lookup_offline"),
    path("<slug:slug>/", views.results, name="lookup_list"),
    path("<slug:slug>/<str:code>/", views.detail, name="lookup_detail"),
]
