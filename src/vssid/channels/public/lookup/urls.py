from django.urls import path

from vssid.channels.public.lookup import nearby, views
from vssid.channels.public.lookup.person import views as person

urlpatterns = [
    path("", views.hub, name="lookup"),
    path("nearby/", nearby.nearby, name="lookup_nearby"),
    path("offline/<str:file>", nearby.offline_list, name="lookup_offline"),
    path("number/", person.number, name="lookup_number"),
    path("card/", person.card, name="lookup_card"),
    path("<slug:slug>/", views.results, name="lookup_list"),
    path("<slug:slug>/<str:code>/", views.detail, name="lookup_detail"),
]
