from django.urls import path

from vssid.channels.public.verify import views

urlpatterns = [
    path("verify/", views.verify, name="verify"),
    path(".well-known/document-keys.json", views.keys, name="document_keys"),
]
