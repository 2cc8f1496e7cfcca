"""Which door stands at which address."""

from django.conf import settings
from django.urls import include, path

from vssid.channels.staff.admin_site import site
from vssid.project import failures

urlpatterns = [
    path("internal/hotline/", include("vssid.channels.hotline.urls")),
    path("", include("vssid.channels.operations.urls")),
    path("", include("vssid.channels.public.urls")),
    path("", include("vssid.channels.identity.urls")),
    path("accounts/vneid/", include("vssid.integrations.vneid.urls")),
    path("me/", include("vssid.channels.citizen.urls")),
    path("staff/admin/", site.urls),
    path("staff/", include("vssid.channels.staff.urls")),
    path("api/v1/", include("vssid.channels.citizen.api.urls")),
]
if settings.DEMO:
    urlpatterns.append(path("sandbox/", include("vssid.project.demo.sandbox.urls")))
if settings.DEBUG:
    urlpatterns.append(path("ui/", include("vssid.ui.gallery.urls")))

handler400 = failures.bad_request
handler404 = failures.not_found
handler500 = failures.our_fault
