from django.urls import path

from vssid.channels.public.chat import call_back, views

urlpatterns = [
    path("", views.chat, name="chat"),
    path("said/", views.said, name="chat_said"),
    path("person/", views.person, name="chat_person"),
    path("call-back/", call_back.form, name="chat_call_back"),
    path("new-way/", views.new_way, name="chat_new_way"),
    path("keep/", views.keep, name="chat_keep"),
    path("kept/", views.kept, name="chats_kept"),
    path("kept/<str:public_id>/", views.kept_chat, name="chat_kept"),
    path("end/", views.end, name="chat_end"),
]
