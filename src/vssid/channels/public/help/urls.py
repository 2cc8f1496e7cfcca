from django.urls import include, path

from vssid.channels.public.help import views

urlpatterns = [
    path("", views.help_page, name="help"),
    path("chat/", include("vssid.channels.public.chat.urls")),
    path("topics/<slug:topic>/", views.topic, name="topic"),
    path("questions/<slug:slug>/", views.question, name="question"),
    path("<slug:slug>/", views.guide, name="guide"),
]
