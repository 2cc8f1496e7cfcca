"""``/ui/``: the gallery."""

from django.urls import path

from vssid.ui.gallery import views

app_name = "gallery"
urlpatterns = [
    path("", views.index, name="index"),
    path("<slug:name>/", views.sheet, name="sheet"),
]
