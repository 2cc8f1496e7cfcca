from django.urls import path

from vssid.project.demo.sandbox import views

app_name = "sandbox"
urlpatterns = [path("", views.outbox, name="outbox")]
