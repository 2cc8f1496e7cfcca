from django.urls import path

from vssid.channels.public.news import views

urlpatterns = [
    path("", views.news, name="news"),
    path("feed.atom", views.feed, name="news_feed"),
    path("<slug:slug>/", views.item, name="news_item"),
]
