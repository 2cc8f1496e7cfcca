"""Under /internal/hotline/: from the voice agent alone, never public."""

from django.urls import path

from vssid.channels.hotline import views

app_name = "hotline"
_CALL, _RING = "sessions/<str:session>/", "outbound/<str:ring_back>/"
urlpatterns = [
    path("sessions", views.sessions, name="sessions"),
    path(f"{_CALL}state", views.state, name="state"),
    path(f"{_CALL}reset", views.reset, name="reset"),
    path(f"{_CALL}ring-back", views.ring_back, name="ring_back"),
    path(f"{_CALL}question", views.question, name="question"),
    path(f"{_CALL}answer-by-sms", views.answer_by_sms, name="answer_by_sms"),
    path(f"{_CALL}hand-over", views.hand_over, name="hand_over"),
    path(f"{_CALL}call-back", views.call_back, name="call_back"),
    path(f"{_CALL}end", views.end, name="end"),
    path("outbound/lease", views.lease, name="lease"),
    path(f"{_RING}code", views.code, name="code"),
    path(f"{_RING}end", views.end_outbound, name="end_outbound"),
]
