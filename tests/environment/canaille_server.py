"""Run by the Python of canaille's own environment, never imported: the provider on this machine, in memory.

Reads its settings as JSON from standard input. canaille stores a level of assurance with each code but has no
setting to fill it: ``level`` fills it, and without one the provider answers as it is shipped.
"""

import json
import os
import sys
from datetime import UTC, datetime

settings = json.load(sys.stdin)
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"

import canaille  # noqa: E402
from canaille.app import models  # noqa: E402
from canaille.backends import Backend  # noqa: E402
from canaille.oidc import provider  # noqa: E402
from joserfc.jwk import RSAKey  # noqa: E402
from werkzeug.serving import run_simple  # noqa: E402

person = settings["person"]
app = canaille.create_app(
    {
        "SECRET_KEY": "tests alone",
        "SERVER_NAME": f"127.0.0.1:{settings['port']}",
        "PREFERRED_URL_SCHEME": "http",
        "SESSION_COOKIE_NAME": "canaille",
        "CACHE_TYPE": "SimpleCache",
        "CANAILLE": {"DATABASE": "memory", "ENABLE_PASSWORD_COMPROMISSION_CHECK": False},
        "CANAILLE_OIDC": {
            "ACTIVE_JWKS": [RSAKey.generate_key(2048, auto_kid=True).as_dict(private=True)],
            "USERINFO_MAPPING": {"PREFERRED_USERNAME": "{{ user.employee_number }}"},
        },
    },
    env_file=None,
)
# a claim its settings know no word for
app.config["CANAILLE_OIDC"]["USERINFO_MAPPING"]["BIRTHDATE"] = "{{ user.department }}"

if settings["level"]:
    made = provider.models.AuthorizationCode

    class WithLevel(made):
        def get_acr(self):
            return settings["level"]

    provider.models.AuthorizationCode = WithLevel

with app.app_context(), Backend.instance.session():
    client = models.Client(
        client_id=settings["client"],
        client_secret=settings["secret"],
        client_id_issued_at=datetime.now(UTC),
        client_name="VssID",
        client_uri="http://127.0.0.1",
        redirect_uris=settings["redirect_uris"],
        grant_types=["authorization_code"],
        response_types=["code"],
        scope=["openid", "profile"],
        token_endpoint_auth_method="client_secret_basic",
        id_token_signed_response_alg="RS256",
        require_auth_time=True,
    )
    Backend.instance.save(client)
    client.audience = [client]
    Backend.instance.save(client)
    user = models.User(
        user_name=person["login"],
        formatted_name=person["name"],
        family_name=person["name"],
        emails=["person@vssid.example"],
        employee_number=person["national_id"],
        department=person["birthdate"],
        password=person["password"],
    )
    Backend.instance.save(user)

run_simple("127.0.0.1", settings["port"], app, threaded=True)
